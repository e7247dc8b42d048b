import type { Resource } from "../../read/resource";
import type { InputIndex } from "./input-index";
import { referencesIn } from "./references";

/** The managed resources of a type that a value names, at any depth and through locals, each with the name that leads to it. */
export function resourcesIn(
  index: InputIndex,
  source: number,
  value: unknown,
  type: string,
): Map<Resource, string> {
  const found = new Map<Resource, string>();
  const seen = new Set<string>();
  const open = [...referencesIn(value)].map((address) => ({ address, given: address }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { address, given } = next;
    if (seen.has(address)) continue;
    seen.add(address);
    const resource = index.resource(source, address);
    if (resource?.type === type && resource.mode === "managed") found.set(resource, `\${${given}}`);
    const local = address.startsWith("local.")
      ? index.sources[source]?.locals.get(address.slice(6))
      : undefined;
    for (const each of referencesIn(local)) open.push({ address: each, given });
  }
  return found;
}
