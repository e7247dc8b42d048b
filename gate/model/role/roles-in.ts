import type { Resource } from "../../read/resource";
import type { InputIndex } from "../reference/input-index";
import { referencesIn } from "../reference/references";

/** The roles of a source that a value names, at any depth and through locals, each with the name that leads to it. */
export function rolesIn(index: InputIndex, source: number, value: unknown): Map<Resource, string> {
  const roles = new Map<Resource, string>();
  const seen = new Set<string>();
  const open = [...referencesIn(value)].map((address) => ({ address, given: address }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { address, given } = next;
    if (seen.has(address)) continue;
    seen.add(address);
    const role = index.resource(source, address);
    if (role?.type === "aws_iam_role" && role.mode === "managed") roles.set(role, `\${${given}}`);
    const local = address.startsWith("local.")
      ? index.sources[source]?.locals.get(address.slice(6))
      : undefined;
    for (const each of referencesIn(local)) open.push({ address: each, given });
  }
  return roles;
}
