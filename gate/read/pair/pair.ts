import { posix } from "node:path";

import { configurationAddress } from "../address";
import type { Fault } from "../document";
import { normalized } from "../manifest";
import type { PlanChange } from "../plan/refusal";
import type { Attributes } from "../resource";
import type { Origin } from "./enrich";

/** A plan and the source that it comes from, by path: what `--source PLAN=PATH` says. */
export interface Pair {
  readonly plan: string;
  readonly source: string;
}

/** What a plan has in its root: resources that are there after apply, and module calls. */
export function rootAddresses(plan: Attributes): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const { address, module_address: module, change } of (plan.resource_changes ??
    []) as readonly PlanChange[]) {
    if (change.after === null || change.after === undefined) continue;
    roots.add(configurationAddress(typeof module === "string" ? firstModule(module) : address));
  }
  return roots;
}

function firstModule(address: string): string {
  return configurationAddress(address).split(".").slice(0, 2).join(".");
}

/** What a source lacks of a plan's root; undefined where it holds all of it. */
export function lacking(roots: ReadonlySet<string>, { source, resources }: Origin): string | undefined {
  const held = new Set(resources.map(({ address }) => address));
  for (const { address } of resources) if (address.startsWith("module.")) held.add(firstModule(address));
  for (const module of source.modules.keys()) held.add(module);
  for (const address of roots) if (!held.has(address)) return address;
  return undefined;
}

/** The sources that a path names: the one itself, or those in the folder. */
export function namedBy<T extends Origin>(path: string, origins: readonly T[]): readonly T[] {
  const wanted = normalized(path).replace(/(.)\/$/, "$1");
  const exact = origins.filter(({ source }) => normalized(source.path) === wanted);
  if (exact.length > 0) return exact;
  return origins.filter(({ source }) => {
    const at = normalized(source.path);
    return posix.dirname(at) === wanted || at.startsWith(`${wanted}/`);
  });
}

/**
 * The source of a plan: the one that `pairs` names, else the only one that holds all that the plan has in its root.
 * Undefined where there is no source at all.
 */
export function chooseOrigin<T extends Origin>(
  path: string,
  plan: Attributes,
  origins: readonly T[],
  pairs: readonly Pair[],
): T | { readonly fault: Fault } | undefined {
  const named = pairs.filter((pair) => normalized(pair.plan) === normalized(path)).map((pair) => pair.source);
  const [wanted, ...more] = new Set(named);
  if (more.length > 0)
    return refuse(path, "two sources are named for the plan", "name one with --source PLAN=PATH");
  const given = wanted === undefined ? origins : namedBy(wanted, origins);
  if (given.length === 0) {
    if (wanted === undefined) return undefined;
    return refuse(path, `there is no source at ${wanted}, which --source names for the plan`, GIVE_SOURCE);
  }
  const roots = rootAddresses(plan);
  const holding = given.filter((origin) => lacking(roots, origin) === undefined);
  const [only, ...others] = holding;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    const paths = holding.map(({ source }) => source.path).join(", ");
    return refuse(path, `several sources may be what the plan comes from: ${paths}`, nameOne(path));
  }
  const lacks = given.map((origin) => `${origin.source.path} lacks ${lacking(roots, origin) ?? ""}`);
  const fix =
    wanted === undefined
      ? `${nameOne(path)}, or leave out what it does not come from`
      : `make the plan again from ${wanted}, or name the source that it comes from`;
  return refuse(path, `the plan comes from none of the sources given: ${lacks.join(", ")}`, fix);
}

/** Pairs that name no plan of the input. */
export function strayPairs(pairs: readonly Pair[], plans: readonly string[]): readonly Fault[] {
  const known = new Set(plans.map(normalized));
  return pairs
    .filter(({ plan }) => !known.has(normalized(plan)))
    .map(({ plan }) => ({
      message: `there is no plan ${plan} in the input, which --source names`,
      fix: "give the plan as a path too, or correct --source PLAN=PATH",
    }));
}

const GIVE_SOURCE = "name a synthesized stack or a folder of .tf files with --source PLAN=PATH";

function nameOne(path: string): string {
  return `name the one that it comes from with --source ${path}=PATH`;
}

function refuse(path: string, message: string, fix: string): { readonly fault: Fault } {
  return { fault: { path, message, fix } };
}
