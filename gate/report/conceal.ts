import type { Resource } from "../read/resource";

/** A text of the report, with what Terraform marks sensitive taken out of it. */
export type Concealer = (text: string) => string;

const HIDDEN = "(sensitive)";

/** Shorter texts are no secrets, and stand in too many words. */
const SHORTEST = 4;

/** Words of policies, which are no secrets either: `logs:PutLogEvents`, `2012-10-17`, `delivery.logs.amazonaws.com`. */
const WORD =
  /^(?:Allow|Deny|Service|Version|Statement|2012-10-17|[a-z0-9-]+:[A-Za-z*]+|[a-z0-9.-]+\.amazonaws\.com)$/;

/**
 * Hides the sensitive values of the resources wherever a text of the report repeats them. The policies show no text of
 * a sensitive subject; this catches what reaches a message by way of another one.
 */
export function concealer(resources: readonly Resource[]): Concealer {
  const secrets = new Set<string>();
  for (const { sensitive, attributes } of resources)
    for (const name of sensitive ?? []) collect(attributes[name], secrets);
  if (secrets.size === 0) return (text) => text;
  // The longest first: one secret may begin with another.
  const sorted = [...secrets].sort((one, other) => other.length - one.length);
  return (text) => sorted.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
}

/** A JSON value with every text of it concealed. */
export function concealed(value: unknown, hide: Concealer): unknown {
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((item) => concealed(item, hide));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, concealed(member, hide)]));
}

/** The texts of a value; those of a policy document too, which is a text that is JSON. */
function collect(value: unknown, secrets: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) collect(member, secrets);
    return;
  }
  if (typeof value !== "string" && typeof value !== "number") return;
  const text = String(value).replaceAll("$${", "${").replaceAll("%%{", "%{");
  const document = text.startsWith("{") || text.startsWith("[") ? parsed(text) : undefined;
  if (document !== undefined) collect(document, secrets);
  if (text.length >= SHORTEST && !WORD.test(text)) secrets.add(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
