import { members } from "../blocks";
import type { Variable } from "./module-names";

/** Names whose meaning hangs on variables that have no value, each with those variables, all of them sorted. */
export type Lacking = ReadonlyMap<string, readonly string[]>;

const NAME = /(?<![\w.-])(var|local)\.([\w-]+)/g;

/**
 * What is left open for want of a value: `var.x` itself, locals that name it, and blocks of which it decides how many
 * are made. `isTold`: is it known how many there are of a block?
 */
export function lackingIn(
  locals: ReadonlyMap<string, unknown>,
  variables: ReadonlyMap<string, Variable>,
  blocks: ReadonlyMap<string, object>,
  isTold: (address: string) => boolean,
): Lacking {
  const without = new Set(
    [...variables].filter(([, { value }]) => value === undefined).map(([name]) => name),
  );
  if (without.size === 0) return new Map();
  const found = new Map<string, readonly string[]>();
  const add = (name: string, raw: unknown): void => {
    const behind = [...variablesBehind(raw, locals)].filter((each) => without.has(each)).sort();
    if (behind.length > 0) found.set(name, behind);
  };
  for (const name of without) found.set(`var.${name}`, [name]);
  for (const [name, raw] of locals) add(`local.${name}`, raw);
  for (const [address, body] of blocks)
    if (!isTold(address))
      add(
        address,
        (members(body) ?? []).filter(([name]) => name === "count" || name === "for_each"),
      );
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The variables that a value names, through locals. */
function variablesBehind(raw: unknown, locals: ReadonlyMap<string, unknown>): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [raw];
  while (open.length > 0) {
    for (const [, kind, name = ""] of JSON.stringify(open.pop() ?? null).matchAll(NAME)) {
      if (kind === "var") found.add(name);
      else if (!seen.has(name)) {
        seen.add(name);
        open.push(locals.get(name));
      }
    }
  }
  return found;
}
