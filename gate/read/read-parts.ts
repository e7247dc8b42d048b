import { circularReferences } from "./circular-references";
import type { Document, Fault } from "./document";
import { evaluateModule, type Notes } from "./expression/evaluate-module";
import type { Lacking } from "./expression/lacking";
import type { BlockHeader } from "./hcl/block-headers";
import { readVariables } from "./hcl/variables";
import { type Module, readModule } from "./module";
import { applyOverrides } from "./override";
import type { Location, Resource, SourceKind } from "./resource";

/** A document and what it parses to. */
export interface Part {
  readonly document: Document;
  readonly value: unknown;
}

export interface ReadParts {
  readonly kind: SourceKind & ("synth" | "hcl");
  readonly module: Module;
  readonly lacking?: Lacking;
  readonly faults: readonly Fault[];
}

/** JSON text that holds more than plain references: nothing else has to be evaluated. */
const EXPRESSION = /\$\{(?!\s*[\w.-]+\s*\})|%\{|"dynamic"\s*:/;
const NO_NOTES: Notes = new Map();

/**
 * Reads the documents of one module, with every expression evaluated that can be. A module with a `.tf` file is HCL,
 * and its variables have the values that its defaults and `variableFiles` give them; in CDKTF's own output a variable
 * is not known.
 */
export function readParts(
  source: number,
  written: readonly Part[],
  variableFiles: readonly Part[],
): ReadParts {
  const { parts, faults: misplaced } = applyOverrides(written);
  const read = readWhole(source, parts, variableFiles);
  const faults = [...misplaced, ...circularReferences(parts), ...read.faults];
  return faults.length === read.faults.length ? read : { ...read, faults };
}

function readWhole(source: number, parts: readonly Part[], variableFiles: readonly Part[]): ReadParts {
  const given = parts.map(({ document, value }) => ({ path: document.path, value }));
  const kind = parts.some(({ document }) => document.path.endsWith(".tf")) ? "hcl" : "synth";
  if (kind === "synth") {
    if (!parts.some(({ document }) => EXPRESSION.test(document.text)))
      return { kind, ...readModule(source, given, NO_NOTES) };
    const { roots, notes } = evaluateModule(valuesOf(parts), new Map(), () => undefined);
    return { kind, ...readModule(source, withRoots(given, roots), notes) };
  }
  const headers = new Headers(parts);
  const { variables, faults } = readVariables(
    given,
    variableFiles.map(({ document, value }) => ({ path: document.path, value })),
  );
  const { roots, notes, lacking } = evaluateModule(valuesOf(parts), variables, (at, address) =>
    headers.block(given[at]?.path ?? "", address),
  );
  const read = readModule(source, withRoots(given, roots), notes);
  return { kind, module: read.module, lacking, faults: [...faults, ...read.faults] };
}

/** The resources of Terraform's JSON as they are written, with nothing evaluated. */
export function readWritten(source: number, parts: readonly Part[]): readonly Resource[] {
  const given = parts.map(({ document, value }) => ({ path: document.path, value }));
  return readModule(source, given, NO_NOTES).module.resources;
}

function valuesOf(parts: readonly Part[]): unknown[] {
  return parts.map(({ value }) => value);
}

function withRoots(
  parts: readonly { path: string }[],
  roots: readonly unknown[],
): { path: string; value: unknown }[] {
  return parts.map(({ path }, at) => ({ path, value: roots[at] }));
}

/** Where blocks of HCL stand. */
class Headers {
  readonly #blocks = new Map<string, Location>();

  constructor(parts: readonly Part[]) {
    for (const { document } of parts)
      if (document.hcl !== undefined && "blocks" in document.hcl)
        for (const header of document.hcl.blocks) this.#add(document.path, header);
  }

  /** A resource by its address. */
  block(path: string, address: string): Location | undefined {
    return this.#blocks.get(`${path} ${address}`);
  }

  #add(path: string, { type, labels, line }: BlockHeader): void {
    const key = `${path} ${(type === "resource" ? labels : [type, ...labels]).join(".")}`;
    if (!this.#blocks.has(key)) this.#blocks.set(key, { path, line });
  }
}
