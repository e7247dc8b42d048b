import type { TerraformResource } from "cdktf";

const APPENDED = Symbol("flowgate");

/** Arguments by Terraform's names; `"//"` is CDKTF's block for what Terraform does not read. */
export type Arguments = Readonly<Record<string, unknown>>;

interface Appended {
  [APPENDED]?: Arguments;
  /** The method that cdktf asks for a resource's arguments; protected there. */
  synthesizeAttributes(): Arguments;
}

/** A copy, since cdktf merges overrides into what it is given, and resources share what was appended. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  const copied: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) copied[key] = copy(one);
  return copied;
}

function withAppended(this: Appended): Arguments {
  const own = (Object.getPrototypeOf(this) as Appended).synthesizeAttributes.call(this);
  return Object.assign({}, own, copy(this[APPENDED]));
}

/** What was appended to a resource. */
export function appendedTo(resource: TerraformResource): Arguments {
  return (resource as unknown as Appended)[APPENDED] ?? {};
}

/**
 * Adds arguments that the provider's class does not know.
 *
 * They are no overrides: cdktf lists those in the stack's metadata, where the user's own would be lost.
 */
export function append(resource: TerraformResource, more: Arguments): void {
  const appended = resource as unknown as Appended;
  appended[APPENDED] = { ...appended[APPENDED], ...more };
  appended.synthesizeAttributes = withAppended;
}
