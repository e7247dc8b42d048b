import { cutList } from "../cut-list";
import { bodies, isObject, members } from "./blocks";
import { circlesIn } from "./circles";
import type { Fault } from "./document";
import { addressesNamed, eachAddressSpelt } from "./expression/addresses-named";
import { locate } from "./parse";
import type { Part } from "./read-parts";

/** Addresses of a circle that a sentence can hold. */
const MOST_SHOWN = 8;

/** What may stand in a circle: a resource, a data source or a local. */
interface Standing {
  readonly part: Part;
  /** `resource`, `data` or `locals`, and the labels below it. */
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * Resources, data sources and locals that refer to themselves or to each other in a circle, which Terraform refuses;
 * each circle once, where the first of it by name stands. What a module hands through is not followed.
 */
export function circularReferences(parts: readonly Part[]): readonly Fault[] {
  if (!mayHoldCircle(parts)) return [];
  const standings = new Map<string, Standing>();
  eachStanding(parts, (part, block, type, name, value) => {
    const path = block === "locals" ? [block, name] : [block, type.replace(/^data\./, ""), name];
    standings.set(`${type}.${name}`, { part, path, value });
  });
  const circles = (named: (value: unknown) => Iterable<string>): readonly (readonly string[])[] =>
    circlesIn(standings.keys(), (address) => {
      const value = standings.get(address)?.value;
      const others = [...named(value), ...(isLocal(address) ? NONE : dependencies(value))];
      return others.filter((other) => standings.has(other));
    });
  // To parse every text takes long: only where the look of them does not settle it.
  if (circles(addressesSpelt).length === 0) return [];
  return circles(addressesNamed).map((addresses) => faultOf(addresses, standings));
}

function addressesSpelt(value: unknown): readonly string[] {
  const found: string[] = [];
  eachAddressSpelt(value, (type, name) => found.push(`${type}.${name}`));
  return found;
}

/**
 * Where no resource of a type refers to one that leads back to this type, there is no circle: types are few, and most
 * inputs are done with here. A local is a type of its own.
 */
function mayHoldCircle(parts: readonly Part[]): boolean {
  const edges = new Map<string, Set<string>>();
  eachStanding(parts, (_, block, type, name, value) => {
    const from = typeOf(type, name);
    const to = edges.get(from) ?? new Set<string>();
    edges.set(from, to);
    eachAddressSpelt(value, (other, named) => to.add(typeOf(other, named)));
    if (block === "locals") return;
    for (const address of dependencies(value)) to.add(address.slice(0, address.lastIndexOf(".")));
  });
  const next = (type: string): string[] => [...(edges.get(type) ?? [])].filter((other) => edges.has(other));
  return circlesIn(edges.keys(), next).length > 0;
}

function isLocal(address: string): boolean {
  return address.startsWith("local.");
}

function typeOf(type: string, name: string): string {
  return type === "local" ? `local.${name}` : type;
}

type Visit = (part: Part, block: string, type: string, name: string, value: unknown) => void;

/** Every resource and data source by its type (`aws_vpc`, `data.aws_region`), and every local. */
function eachStanding(parts: readonly Part[], visit: Visit): void {
  for (const part of parts)
    for (const [block, inner] of members(part.value) ?? []) {
      if (block === "locals")
        for (const [name, value] of members(inner) ?? []) visit(part, block, "local", name, value);
      if (block !== "resource" && block !== "data") continue;
      for (const [label, named] of members(inner) ?? []) {
        const type = block === "data" ? `data.${label}` : label;
        for (const [name, value] of members(named) ?? []) visit(part, block, type, name, value);
      }
    }
}

/** Terraform's JSON names them without `${}`. */
function dependencies(value: unknown): readonly string[] {
  if (!isObject(value)) return (bodies(value) ?? []).flatMap(dependencies);
  const { depends_on: given } = value;
  if (!Array.isArray(given)) return NONE;
  return (given as unknown[]).flatMap((item) =>
    typeof item === "string" ? (ADDRESS.exec(item)?.[0] ?? []) : [],
  );
}

const NONE: readonly string[] = [];
const ADDRESS = /^(?:data\.)?[^.[\s]+\.[^.[\s]+/;

function faultOf(addresses: readonly string[], standings: ReadonlyMap<string, Standing>): Fault {
  const [first = ""] = addresses;
  const standing = standings.get(first);
  const chain = [...cutList(addresses, MOST_SHOWN), first].join(" -> ");
  return {
    ...(standing !== undefined && placeOf(standing)),
    message: `${whatOf(addresses)}, which Terraform refuses: ${chain}`,
    fix: "take one of the references out",
  };
}

function whatOf(addresses: readonly string[]): string {
  if (addresses.every(isLocal)) return "a local refers to itself";
  if (addresses.length > 1) return "resources refer to each other in a circle";
  return `a ${addresses[0]?.startsWith("data.") === true ? "data source" : "resource"} refers to itself`;
}

function placeOf({ part, path: [type = "", ...labels] }: Standing): { path?: string; line?: number } {
  const { path, text, hcl } = part.document;
  if (hcl === undefined) return { path, ...locate(text, [type, ...labels]) };
  const blocks = "blocks" in hcl ? hcl.blocks : [];
  const [name = ""] = labels;
  const line =
    type === "locals"
      ? blocks.find((block) => block.type === type && block.lines.has(name))?.lines.get(name)
      : blocks.find((block) => block.type === type && block.labels.join() === labels.join())?.line;
  return { path, ...(line !== undefined && { line }) };
}
