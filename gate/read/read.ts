import { posix } from "node:path";

import { isObject, members } from "./blocks";
import type { Document, Fault } from "./document";
import { isHcl, parsedHcl } from "./hcl/read-hcl";
import { kindOf } from "./kind";
import { holdsMarker } from "./literal";
import { normalized, readManifest, type Stack } from "./manifest";
import { groupByModule, isVariableFile, type ModuleDocuments } from "./module-documents";
import { circularModules } from "./called/circular-modules";
import { isInstalledList, readInstalled } from "./called/installed";
import { locate, parseDocument } from "./parse";
import { META_ARGUMENTS } from "./pair/enrich";
import type { Pair } from "./pair/pair";
import { type Candidate, readPlans, readStates } from "./planned";
import { type Part, type ReadParts, readParts, readWritten } from "./read-parts";
import type { Attributes, Configuration, Resource, Source } from "./resource";
import { hashOf } from "./text-hash";

/** Where there is a fault, part of the input was not read, and nothing may be judged. */
export interface Reading {
  readonly configuration: Configuration;
  readonly faults: readonly Fault[];
}

/**
 * Turns documents into neutral resources. Looks at nothing but the documents, and never throws. `pairs` names sources
 * of plans; the others are found by what they hold.
 */
export function readDocuments(documents: readonly Document[], pairs: readonly Pair[] = []): Reading {
  const faults: Fault[] = [];
  const configurations: Part[] = [];
  const called: Part[] = [];
  const variableFiles: Part[] = [];
  const plans: Part[] = [];
  const states: Part[] = [];
  const stacks = new Map<string, Stack>();
  for (const document of documents) {
    if (isInstalledList(document.path)) continue;
    const parsed = isHcl(document.path) ? parsedHcl(document) : parseDocument(document);
    if ("faults" in parsed) {
      faults.push(...parsed.faults);
      continue;
    }
    if ("fault" in parsed) {
      faults.push(parsed.fault);
      continue;
    }
    const part: Part = { document, value: parsed.value };
    if (document.isCalled === true) {
      called.push(part);
      continue;
    }
    const kind = isHcl(document.path) ? "configuration" : kindOf(parsed.value);
    if (isVariableFile(document.path)) variableFiles.push(part);
    else if (kind === "configuration") configurations.push(part);
    else if (kind === "plan") plans.push(part);
    else if (kind === "state") states.push(part);
    else if (kind === "manifest") faults.push(...readStacks(document, parsed.value, documents, stacks));
    else faults.push(...kind.faults.map((fault) => placed(fault, document)));
  }
  const { modules, faults: misplaced } = groupByModule(configurations, variableFiles);
  faults.push(...misplaced);
  const candidates = modules.map((module, at) => candidateOf(module, at, stacks, faults));
  const found = groupByModule(called, []).modules;
  faults.push(...circularModules([...modules, ...found].map(({ parts }) => parts)));
  const callable = plans.length === 0 ? [] : found.flatMap((module) => calledModule(module, stacks));
  const planned = readPlans(
    plans,
    { candidates, called: callable, installed: readInstalled(documents) },
    pairs,
    candidates.length,
  );
  const stated = readStates(states, candidates.length + planned.sources.length);
  faults.push(...planned.faults, ...stated.faults);
  const sources: Source[] = [];
  const resources: Resource[] = [];
  for (const candidate of candidates) {
    // The plan of a source holds all that is judged of it.
    const isPaired = planned.paired.has(candidate.source);
    sources.push(isPaired ? pairedSource(candidate.source, planned.called) : candidate.source);
    if (!isPaired) for (const resource of candidate.resources) resources.push(resource);
  }
  for (const { sources: more, resources: others } of [planned, stated]) {
    sources.push(...more);
    for (const resource of others) resources.push(resource);
  }
  return { configuration: { sources, resources }, faults };
}

/** What a plan holds is not read a second time. The hash is of all that was read for the plan. */
function pairedSource(source: Source, called: ReadonlyMap<Source, readonly Source[]>): Source {
  const more = called.get(source) ?? [];
  const hash = more.length > 0 ? hashOf([source, ...more].map((each) => each.hash)) : source.hash;
  return { ...source, modules: new Map(), hash };
}

/** A module that nobody gave, unless there is something wrong with it: then it is as if it were not there. */
function calledModule(module: ModuleDocuments, stacks: ReadonlyMap<string, Stack>): readonly Candidate[] {
  const faults: Fault[] = [];
  const candidate = candidateOf(module, -1, stacks, faults);
  return faults.length > 0 ? [] : [candidate];
}

function candidateOf(
  { path, parts, variableFiles: files }: ModuleDocuments,
  at: number,
  stacks: ReadonlyMap<string, Stack>,
  faults: Fault[],
): Candidate {
  const read = readParts(at, parts, files);
  faults.push(...read.faults);
  const originOf = (found: ReadParts) => ({
    source: sourceOf(path, [...parts, ...files], found, stacks),
    resources: found.module.resources,
  });
  const origin = originOf(read);
  if (read.kind === "synth") {
    const asWritten = { ...origin, written: () => readWritten(at, parts) };
    return { ...asWritten, again: () => asWritten, called: () => origin };
  }
  const values = (value: Attributes): Part => ({
    document: { path: posix.join(path, "plan.auto.tfvars.json"), text: "" },
    value,
  });
  return {
    ...origin,
    called(call) {
      const given = Object.entries(call).filter(([name]) => !META_ARGUMENTS.has(name));
      const open = new Set(given.filter(([, value]) => isOpen(value)).map(([name]) => name));
      const known = Object.fromEntries(given.filter(([name]) => !open.has(name)));
      const own = parts.map((part) => ({ ...part, value: withoutVariables(part.value, open) }));
      return originOf(readParts(at, own, [values(known)]));
    },
    again: (variables) => originOf(readParts(at, parts, [...files, values(variables)])),
  };
}

function isOpen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "symbol" || holdsMarker(value);
  return Object.values(value).some(isOpen);
}

function withoutVariables(root: unknown, names: ReadonlySet<string>): unknown {
  if (!isObject(root)) return root;
  const without = (variables: unknown): unknown =>
    Object.fromEntries((members(variables) ?? []).filter(([name]) => !names.has(name)));
  return Object.fromEntries(
    Object.entries(root).map(([block, value]) => [block, block === "variable" ? without(value) : value]),
  );
}

function readStacks(
  manifest: Document,
  value: unknown,
  documents: readonly Document[],
  stacks: Map<string, Stack>,
): readonly Fault[] {
  const { path } = manifest;
  const found = readManifest(path, value);
  if (found === undefined || found.length === 0) {
    return [
      {
        path,
        message:
          found === undefined ? "the manifest is not one that cdktf wrote" : "the manifest names no stack",
        fix: "run `cdktf synth` again",
      },
    ];
  }
  const given = new Set(documents.map((document) => normalized(document.path)));
  for (const stack of found) stacks.set(stack.path, stack);
  return found.flatMap(({ name, path: file, isOutside }) => {
    const message = `the manifest names ${file} (stack "${name}"), which`;
    if (isOutside)
      return [{ path, message: `${message} is not in its folder`, fix: "run `cdktf synth` again" }];
    if (given.has(file)) return [];
    return [
      {
        path,
        message: `${message} is missing`,
        fix: "run `cdktf synth` again: the last one did not finish, or its files were removed",
      },
    ];
  });
}

function sourceOf(
  path: string,
  parts: readonly Part[],
  { kind, module, lacking }: ReadParts,
  stacks: ReadonlyMap<string, Stack>,
): Source {
  const stack = parts
    .map(({ document }) => stacks.get(normalized(document.path)))
    .find((found) => found !== undefined);
  const name = stack?.name ?? module.stack;
  return {
    path,
    kind,
    ...(name !== undefined && { stack: name }),
    ...(stack !== undefined && { stackPath: stack.constructPath }),
    hash: hashOf(parts.map(({ document }) => document.text)),
    providers: module.providers,
    locals: module.locals,
    outputs: module.outputs,
    modules: module.modules,
    callers: module.callers,
    ...(lacking !== undefined && lacking.size > 0 && { lacking }),
    stackDependencies: stack?.dependencies ?? [],
    changes: [],
  };
}

/** The document's path, and where the key that the fault is about stands. */
function placed({ key, ...fault }: Fault & { key?: string }, { path, text }: Document): Fault {
  return { path, ...(key !== undefined && locate(text, [key])), ...fault };
}
