import { posix } from "node:path";

import { DEEPEST, localFolder } from "../called/calls";
import type { Installed } from "../called/installed";
import { normalized } from "../manifest";
import type { Attributes, Source } from "../resource";
import type { Origin } from "./enrich";
import { isTerraformFile } from "../terraform-file";

/** A source that others may call as a module. */
export interface Callable extends Origin {
  /** Read again, with what a call gives its variables: what is not known of that is left open. */
  called(call: Attributes): Origin;
}

/** The modules that may be called, and what became of them. */
export interface Modules {
  readonly callable: readonly Callable[];
  readonly installed: Installed;
  /** Those that were read with what calls them. */
  readonly read: Set<Source>;
  /** Addresses of calls whose module is not installed. */
  readonly missing: Set<string>;
}

/** A source with the modules that it calls from folders of the input, by Terraform's addresses. */
export function withModules(origin: Origin, modules: Modules): Origin {
  return withCalls(origin, modules, { root: folderOf(origin.source), path: [] });
}

/** Where a module stands: the folder of its root, and the names of the calls from there. */
interface Standing {
  readonly root: string;
  readonly path: readonly string[];
}

function withCalls(origin: Origin, modules: Modules, { root, path }: Standing): Origin {
  const resources = [...origin.resources];
  const calls = new Map<string, Attributes>(origin.source.modules);
  const locals = new Map<string, ReadonlyMap<string, unknown>>();
  const outputs = new Map<string, ReadonlyMap<string, unknown>>();
  for (const [address, call] of origin.source.modules) {
    if (typeof call.source !== "string" || path.length > DEEPEST) continue;
    const here = [...path, address.slice("module.".length)];
    const beside = localFolder(folderOf(origin.source), call.source);
    const folder = beside ?? modules.installed.get(root)?.get(here.join("."));
    const module =
      folder === undefined ? undefined : modules.callable.find(({ source }) => folderOf(source) === folder);
    if (module === undefined) {
      if (folder === undefined) modules.missing.add(here.map((name) => `module.${name}`).join("."));
      continue;
    }
    modules.read.add(module.source);
    const below = withCalls(module.called(call), modules, { root, path: here });
    for (const each of below.resources)
      resources.push(Object.assign({}, each, { address: `${address}.${each.address}` }));
    locals.set(address, below.source.locals);
    for (const [name, each] of below.locals ?? []) locals.set(`${address}.${name}`, each);
    outputs.set(address, below.source.outputs);
    for (const [name, each] of below.outputs ?? []) outputs.set(`${address}.${name}`, each);
    for (const [name, body] of below.source.modules) calls.set(`${address}.${name}`, body);
  }
  return { ...origin, source: { ...origin.source, modules: calls }, resources, locals, outputs };
}

function folderOf({ path }: Source): string {
  const at = normalized(path);
  return isTerraformFile(at) ? posix.dirname(at) : at;
}
