import { isObject } from "../blocks";
import { type Attributes, UNKNOWN } from "../resource";
import { entriesOf } from "./entries";
import { giving, mentions } from "./evaluate-for";
import { evaluateSyntax, type Names } from "./evaluator";
import { reduceSyntax } from "./reduce";
import type { Value } from "./value";

/** The model looks at `dynamic` itself for these, and keeps what stands beside it. */
const READ_BY_MODEL = new Set(["inline_policy"]);

/**
 * The blocks that `dynamic` makes put in its place, at any depth, where it is known which those are. With `isMarked` the
 * others stand as not known.
 */
export function openDynamic(raw: unknown, names: Names, isMarked: boolean): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  if (Array.isArray(raw)) {
    const items = raw.map((item: unknown) => openDynamic(item, names, isMarked));
    return items.every((item, at) => item === raw[at]) ? raw : items;
  }
  const before: [string, unknown][] = Object.entries(raw);
  const after = new Map<string, unknown>(
    before.map(([name, member]) => [
      name,
      name === "dynamic" ? member : openDynamic(member, names, isMarked),
    ]),
  );
  const written = after.get("dynamic");
  for (const [label, blocks] of dynamicBlocks(written)) {
    const made = blocks.map((block) => madeBy(label, block, names, isMarked));
    if (made.every((each) => each !== undefined)) {
      const beside = after.get(label) ?? [];
      after.set(label, [...(Array.isArray(beside) ? (beside as unknown[]) : [beside]), ...made.flat()]);
      after.set("dynamic", without(after.get("dynamic"), label));
    } else if (isMarked && !READ_BY_MODEL.has(label)) after.set(label, UNKNOWN);
  }
  if (isNothing(after.get("dynamic"))) after.delete("dynamic");
  if (after.size === before.length && before.every(([name, member]) => after.get(name) === member))
    return raw;
  return Object.fromEntries(after);
}

/** By label, those of them that are blocks: `dynamic` is one only where what it holds has `content`. */
function dynamicBlocks(raw: unknown): ReadonlyMap<string, readonly Attributes[]> {
  const found = new Map<string, readonly Attributes[]>();
  for (const object of listOf(raw).filter(isObject))
    for (const [label, given] of Object.entries(object)) {
      const blocks = listOf(given).filter(isObject);
      if (blocks.some((block) => Object.hasOwn(block, "content")))
        found.set(label, [...(found.get(label) ?? []), ...blocks]);
    }
  return found;
}

/** The blocks that one `dynamic` block makes; undefined where that is not known. */
function madeBy(label: string, block: Attributes, names: Names, isMarked: boolean): unknown[] | undefined {
  const [content, ...others] = listOf(block.content);
  const value = evaluateSyntax(block.for_each, names);
  const entries = value === undefined ? undefined : entriesOf(value);
  const iterator =
    typeof block.iterator === "string" ? /^(?:\$\{)?([\w-]+)\}?$/.exec(block.iterator)?.[1] : label;
  if (!isObject(content) || others.length > 0 || entries === undefined || iterator === undefined)
    return undefined;
  const made: unknown[] = [];
  for (const [key, each] of entries) {
    const given = new Map<string, Value>([
      ["key", key],
      ["value", each],
    ]);
    const inner = giving(names, new Map<string, Value>([[iterator, given]]));
    const body = reduceSyntax(openDynamic(content, inner, isMarked), inner);
    if (isLeft(body, iterator)) return undefined;
    made.push(body);
  }
  return made;
}

/** Does an expression that is left name the iterator, whose meaning ends with the block? */
function isLeft(raw: unknown, iterator: string): boolean {
  if (typeof raw === "string") return raw.includes("{") && mentions(raw, [iterator]);
  if (Array.isArray(raw)) return raw.some((each) => isLeft(each, iterator));
  return isObject(raw) && Object.values(raw).some((each) => isLeft(each, iterator));
}

function without(raw: unknown, label: string): unknown[] {
  return listOf(raw)
    .map((object) =>
      isObject(object)
        ? Object.fromEntries(Object.entries(object).filter(([name]) => name !== label))
        : object,
    )
    .filter((object) => !isObject(object) || Object.keys(object).length > 0);
}

function isNothing(raw: unknown): boolean {
  return Array.isArray(raw) && raw.length === 0;
}

function listOf(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? (raw as unknown[]) : raw === undefined || raw === null ? [] : [raw];
}
