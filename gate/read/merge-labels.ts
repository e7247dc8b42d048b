import { parseTree, type Node } from "jsonc-parser";

/**
 * The value of a Terraform JSON text in which some key stands twice, as Terraform reads it: two `resource` keys, two
 * equal resource types and two equal providers are merged (into an array of blocks), a duplicated argument or
 * resource is refused. With `body` no key may stand twice. Slow and heavy: for texts that are known to hold a duplicate.
 */
export function mergeLabels(
  text: string,
  labels: "root" | "body",
): { value: unknown } | { key: string; offset: number } {
  const root = parseTree(text);
  try {
    return { value: root === undefined ? undefined : valueOf(root, labels) };
  } catch (duplicate) {
    if (duplicate instanceof Duplicate) return { key: duplicate.key, offset: duplicate.offset };
    throw duplicate;
  }
}

/** Which keys of an object are labels: those of the whole document, resource types, provider names; or none (`body`). */
type Level = "root" | "types" | "providers" | "body";

const BELOW_ROOT: ReadonlyMap<string, Level> = new Map<string, Level>([
  ["resource", "types"],
  ["data", "types"],
  ["ephemeral", "types"],
  ["provider", "providers"],
]);

class Duplicate extends Error {
  constructor(
    readonly key: string,
    readonly offset: number,
  ) {
    super(key);
  }
}

function valueOf(node: Node, level: Level): unknown {
  if (node.type === "array") return (node.children ?? []).map((item) => valueOf(item, level));
  if (node.type !== "object") return node.value as unknown;
  const members = new Map<string, unknown>();
  for (const property of node.children ?? []) {
    const [name, member] = property.children ?? [];
    if (name === undefined || member === undefined) continue;
    const key = String(name.value);
    const value = valueOf(member, level === "root" ? (BELOW_ROOT.get(key) ?? "body") : "body");
    if (!members.has(key)) members.set(key, value);
    else if (level === "body") throw new Duplicate(key, property.offset);
    else members.set(key, [members.get(key), value].flat());
  }
  return Object.fromEntries(members);
}
