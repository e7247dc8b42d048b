import { bodies } from "../../read/blocks";
import { UNKNOWN } from "../../read/resource";

/** A list; anything else that is given counts as one value that cannot be followed. */
export function listOf(raw: unknown): readonly unknown[] {
  if (raw === undefined || raw === null) return [];
  return Array.isArray(raw) ? raw : [UNKNOWN];
}

/** An empty block holds no policy; a dynamic one holds any number of them. */
export function inlineBlocks(
  inline: unknown,
  dynamic: unknown,
): readonly Readonly<Record<string, unknown>>[] {
  const blocks = bodies(inline) ?? [{ policy: UNKNOWN }];
  const made = bodies(dynamic)?.some((each) => Object.hasOwn(each, "inline_policy")) ?? false;
  const given = blocks.filter(({ policy }) => policy !== undefined && policy !== null);
  return made ? [...given, { policy: UNKNOWN }] : given;
}
