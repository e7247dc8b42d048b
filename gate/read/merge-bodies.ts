import { bodies, members } from "./blocks";
import type { Attributes } from "./resource";

/** Blocks of which single arguments are overridden. */
const MERGED = new Set(["lifecycle", "connection"]);

/**
 * The body of a block with what an override says of it: an argument takes the place of the argument, blocks of one type
 * that of all blocks of that type, `dynamic` ones too.
 */
export function mergeBodies(body: Attributes, override: Attributes): Attributes {
  const merged = new Map(Object.entries(body));
  const dynamic = new Map(members(body.dynamic) ?? []);
  for (const [name, value] of Object.entries(override)) {
    if (name === "dynamic") continue;
    dynamic.delete(name);
    const [before, after] = [bodies(merged.get(name))?.[0], bodies(value)?.[0]];
    merged.set(name, MERGED.has(name) && before && after ? [{ ...before, ...after }] : value);
  }
  for (const [label, blocks] of members(override.dynamic) ?? []) {
    if (!Object.hasOwn(override, label)) merged.delete(label);
    dynamic.set(label, blocks);
  }
  if (dynamic.size > 0) merged.set("dynamic", Object.fromEntries(dynamic));
  else merged.delete("dynamic");
  return Object.fromEntries(merged);
}
