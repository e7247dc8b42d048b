import { posix } from "node:path";

import { normalized } from "../manifest";
import type { Attributes, Source } from "../resource";
import type { Origin } from "./enrich";

/** A source that others may call as a module. */
export interface Callable extends Origin {
  /** Read again, with the values of its variables left open. */
  called(): Origin;
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
  for (const [address, { source: path }] of origin.source.modules) {
    if (typeof path !== "string" || !/^\.{1,2}\//.test(path) || depth > DEEPEST) continue;
    const folder = posix.join(folderOf(origin.source), path);
    const module = candidates.find(({ source }) => folderOf(source) === folder.replace(/(.)\/$/, "$1"));
    if (module === undefined) continue;
    paired.add(module.source);
    const below = withModules(module.called(), candidates, paired, depth + 1);
    for (const each of below.resources)
      resources.push(Object.assign({}, each, { address: `${address}.${each.address}` }));
    for (const [name, body] of below.source.modules) modules.set(`${address}.${name}`, body);
  }
  return { source: { ...origin.source, modules }, resources };
}

function folderOf({ path }: Source): string {
  const at = normalized(path);
  return /\.tf(\.json)?$/.test(at) ? posix.dirname(at) : at;
}
