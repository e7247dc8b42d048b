import { toBoolean } from "./conversion";
import { entriesOf } from "./entries";
import { evaluate, type Names } from "./evaluator";
import type { ForExpression } from "./syntax";
import { Hole, holesIn, isList, isMap, isRefused, REFUSED, type Result, toText, type Value } from "./value";

/** The names that a `for` or a `dynamic` block gives, before those around it. */
export function giving(names: Names, given: ReadonlyMap<string, Value>): Names {
  return {
    value: (kind, name) => names.value(kind, name),
    made: (address) => names.made?.(address),
    aside: (work) => (names.aside === undefined ? work() : names.aside(work)),
    given: (name) => (given.has(name) ? given.get(name) : names.given?.(name)),
  };
}

/** Does an expression that is left name what has a meaning here alone? */
export function mentions(source: string, given: readonly string[]): boolean {
  return given.some((name) =>
    new RegExp(`(?<![\\w.-])${name.replace(/\W/g, "\\$&")}(?![\\w-])`).test(source),
  );
}

/** The list or object that a `for` expression makes. */
export function evaluateFor(node: ForExpression, names: Names): Result {
  const of = evaluate(node.of, names);
  if (isRefused(of) || (of !== null && !isMap(of) && !isList(of) && !(of instanceof Hole))) return REFUSED;
  if (of === null) return REFUSED;
  const results: Value[] = [];
  const members = new Map<string, Value[]>();
  for (const entry of entriesOf(of) ?? []) {
    const found = oneRound(node, entry, names);
    if (found === undefined || found === REFUSED) return found;
    if (found.isLeftOut) continue;
    results.push(found.result);
    if (found.key === undefined) continue;
    const same = members.get(found.key);
    if (same === undefined) members.set(found.key, [found.result]);
    else if (node.isGrouped) same.push(found.result);
    else return REFUSED;
  }
  if (entriesOf(of) === undefined) return undefined;
  if (node.key === undefined) return results;
  return new Map([...members].map(([key, same]) => [key, node.isGrouped ? same : (same[0] ?? null)]));
}

type Round = { readonly isLeftOut: boolean; readonly key?: string | undefined; readonly result: Value };

function oneRound(
  { names: own, key: keyNode, result: resultNode, condition }: ForExpression,
  [key, value]: readonly [Value, Value],
  names: Names,
): Round | typeof REFUSED | undefined {
  const [first = "", second] = own;
  const given =
    second === undefined
      ? [[first, value] as const]
      : ([
          [first, key],
          [second, value],
        ] as const);
  const inner = giving(names, new Map<string, Value>(given));
  if (condition !== undefined) {
    const held = evaluate(condition, inner);
    if (isRefused(held) || held === null) return REFUSED;
    const isHeld = toBoolean(held);
    if (typeof isHeld !== "boolean") return undefined;
    if (!isHeld) return { isLeftOut: true, result: null };
  }
  const name = keyNode && evaluate(keyNode, inner);
  if (name === null) return REFUSED;
  const text = name === undefined ? undefined : toText(name);
  const result = evaluate(resultNode, inner);
  if ((name !== undefined && isRefused(name)) || isRefused(result)) return REFUSED;
  if (name !== undefined && text === undefined) return undefined;
  for (const hole of holesIn(result)) if (mentions(hole.source, own)) return undefined;
  return { isLeftOut: false, key: text, result };
}
