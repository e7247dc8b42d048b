import { basename } from "node:path/posix";

import { bodies, isObject, members } from "./blocks";
import type { Fault } from "./document";
import { eachObject, mapLabelled, mapMembers } from "./labelled";
import { mergeBodies } from "./merge-bodies";
import type { Part } from "./read-parts";
import type { Attributes } from "./resource";

/** Labels of the blocks that an override file may change. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ["data", 2],
  ["ephemeral", 2],
  ["module", 1],
  ["output", 1],
  ["provider", 1],
  ["resource", 2],
  ["variable", 1],
]);

/**
 * The documents of a module with its override files (`override.tf`, `x_override.tf`) merged into the blocks that they
 * name, one file after the other by name, as Terraform does.
 * https://developer.hashicorp.com/terraform/language/files/override
 */
export function applyOverrides(parts: readonly Part[]): { parts: readonly Part[]; faults: readonly Fault[] } {
  const overrides = parts.filter(isOverride);
  if (overrides.length === 0) return { parts, faults: [] };
  const faults: Fault[] = [];
  let merged: readonly Part[] = parts.filter((part) => !isOverride(part));
  for (const override of overrides.sort(byName)) merged = applied(merged, override, faults);
  return { parts: merged, faults };
}

function isOverride({ document }: Part): boolean {
  return /(^|[/_])override\.tf(\.json)?$/.test(document.path);
}

function byName(a: Part, b: Part): number {
  return basename(a.document.path) < basename(b.document.path) ? -1 : 1;
}

function applied(parts: readonly Part[], override: Part, faults: Fault[]): readonly Part[] {
  const changes = new Map<string, Attributes>();
  const locals = new Map<string, unknown>();
  for (const [block, value] of members(override.value) ?? []) {
    if (block === "locals") for (const [name, local] of members(value) ?? []) locals.set(name, local);
    for (const [key, body] of blocksOf(block, value))
      changes.set(key, mergeBodies(changes.get(key) ?? {}, body));
  }
  const met = new Set<string>();
  const changed = parts.map((part) => ({
    ...part,
    value: eachObject(part.value, (root) =>
      mapMembers(root, (block, value) => {
        const labels = LABELS.get(block);
        if (block === "locals") return eachObject(value, (object) => overrideLocals(object, locals, met));
        if (labels === undefined) return value;
        return mapLabelled(value, labels, [block], (body, path) => {
          const key = keyOf(path, body);
          const change = changes.get(key);
          if (change === undefined) return body;
          met.add(key);
          return mergeBodies(body, change);
        });
      }),
    ),
  }));
  const added: [string, Attributes][] = [];
  for (const [key, body] of changes) {
    if (isObject(body) && Object.hasOwn(body, "depends_on")) faults.push(dependsOn(override, key));
    if (met.has(key)) continue;
    // A default provider configuration that nobody writes is an empty one.
    if (key.startsWith("provider ") && body.alias === undefined) added.push([key.slice(9), body]);
    else faults.push(baseless(override, key));
  }
  for (const name of locals.keys())
    if (!met.has(`local ${name}`)) faults.push(baseless(override, `local ${name}`));
  if (added.length === 0) return changed;
  return [...changed, { document: override.document, value: { provider: Object.fromEntries(added) } }];
}

function overrideLocals(
  object: Attributes,
  locals: ReadonlyMap<string, unknown>,
  met: Set<string>,
): Attributes {
  return mapMembers(object, (name, local) => {
    if (!locals.has(name)) return local;
    met.add(`local ${name}`);
    return locals.get(name);
  });
}

/** The blocks of one kind in an override file, each with what it is known by. */
function blocksOf(block: string, value: unknown): (readonly [string, Attributes])[] {
  const labels = LABELS.get(block) ?? 0;
  const level = (at: unknown, left: number, path: readonly string[]): (readonly [string, Attributes])[] =>
    left === 0
      ? (bodies(at) ?? []).map((body) => [keyOf(path, body), body] as const)
      : (members(at) ?? []).flatMap(([label, inner]) => level(inner, left - 1, [...path, label]));
  return labels === 0 ? [] : level(value, labels, [block]);
}

function keyOf([block = "", ...labels]: readonly string[], body: Attributes): string {
  const alias = block === "provider" && typeof body.alias === "string" ? `.${body.alias}` : "";
  return `${block} ${labels.join(".")}${alias}`;
}

/** `aws_vpc.v`, `variable "x"`, `local.y`: a key as people write it. */
function shown(key: string): string {
  const [block = "", name = ""] = key.split(" ");
  if (block === "resource") return name;
  return block === "data" || block === "local" || block === "module"
    ? `${block}.${name}`
    : `${block} "${name}"`;
}

function baseless({ document }: Part, key: string): Fault {
  return {
    path: document.path,
    message: `${shown(key)} stands in an override file alone, and Terraform refuses an override of nothing`,
    fix: "write it into a file that is no override file, or correct its name",
  };
}

function dependsOn({ document }: Part, key: string): Fault {
  return {
    path: document.path,
    message: `depends_on of ${shown(key)} stands in an override file, which Terraform refuses`,
    fix: "write it into the block itself",
  };
}
