import { posix } from "node:path";

import { normalized } from "../manifest";
import type { Attributes, Source } from "../resource";
import type { Origin } from "./enrich";

/** A source that others may call as a module. */
export interface Callable extends Origin {
  /** Read again, with what a call gives its variables: what is not known of that is left open. */
  called(call: Attributes): Origin;
}

/** Modules in modules beyond which none is read. */
const DEEPEST = 10;

/**
 * A source with the modules that it calls from folders of the input, by Terraform's addresses. Those become `paired`:
 * nobody deploys them alone.
 */
export function withModules(
  origin: Origin,
  candidates: readonly Callable[],
  paired: Set<Source>,
  depth = 0,
): Origin {
  const resources = [...origin.resources];
  const modules = new Map<string, Attributes>(origin.source.modules);
  const locals = new Map<string, ReadonlyMap<string, unknown>>();
  for (const [address, call] of origin.source.modules) {
    const path = call.source;
    if (typeof path !== "string" || !/^\.{1,2}\//.test(path) || depth > DEEPEST) continue;
    const folder = posix.join(folderOf(origin.source), path);
    const module = candidates.find(({ source }) => folderOf(source) === folder.replace(/(.)\/$/, "$1"));
    if (module === undefined) continue;
    paired.add(module.source);
    const below = withModules(module.called(call), candidates, paired, depth + 1);
    for (const each of below.resources)
      resources.push(Object.assign({}, each, { address: `${address}.${each.address}` }));
    locals.set(address, below.source.locals);
    for (const [name, each] of below.locals ?? []) locals.set(`${address}.${name}`, each);
    for (const [name, body] of below.source.modules) modules.set(`${address}.${name}`, body);
  }
  return { ...origin, source: { ...origin.source, modules }, resources, locals };
}

function folderOf({ path }: Source): string {
  const at = normalized(path);
  return /\.tf(\.json)?$/.test(at) ? posix.dirname(at) : at;
}
