import { createHash } from "node:crypto";
import { posix } from "node:path";

import type { Document, Fault } from "./document";
import { kindOf } from "./kind";
import { normalized, readManifest, type Stack } from "./manifest";
import { readModule } from "./module";
import { locate, parseDocument } from "./parse";
import type { Configuration, Resource, Source } from "./resource";

/** Where there is a fault, part of the input was not read, and nothing may be judged. */
export interface Reading {
  readonly configuration: Configuration;
  readonly faults: readonly Fault[];
}

/** Turns documents into neutral resources. Looks at nothing but the documents, and never throws. */
export function readDocuments(documents: readonly Document[]): Reading {
  const faults: Fault[] = [];
  const configurations: Parsed[] = [];
  const stacks = new Map<string, Stack>();
  for (const document of documents) {
    const parsed = parseDocument(document);
    if ("fault" in parsed) {
      faults.push(parsed.fault);
      continue;
    }
    const kind = kindOf(parsed.value);
    if (kind === "configuration") configurations.push({ document, value: parsed.value });
    else if (kind === "manifest") faults.push(...readStacks(document, parsed.value, documents, stacks));
    else faults.push(...kind.faults.map((fault) => placed(fault, document)));
  }
  faults.push(...configurations.filter(isOverride).map(refuseOverride));
  const sources: Source[] = [];
  const resources: Resource[] = [];
  for (const [path, parts] of modules(configurations)) {
    const read = readModule(
      sources.length,
      parts.map(({ document, value }) => ({ path: document.path, value })),
    );
    faults.push(...read.faults);
    for (const resource of read.module.resources) resources.push(resource);
    sources.push(sourceOf(path, parts, read.module, stacks));
  }
  return { configuration: { sources, resources }, faults };
}

interface Parsed {
  readonly document: Document;
  readonly value: unknown;
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

/** Documents by module: the `.tf.json` files of one folder are one, as Terraform reads them; any other stands alone. */
function modules(configurations: readonly Parsed[]): readonly (readonly [string, readonly Parsed[]])[] {
  const groups = new Map<string, Parsed[]>();
  for (const parsed of configurations) {
    const path = normalized(parsed.document.path);
    const key = path.endsWith(".tf.json") ? posix.dirname(path) : `alone ${groups.size}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [parsed]);
    else group.push(parsed);
  }
  return [...groups].map(([folder, parts]) => {
    const [first, ...others] = parts.map(({ document }) => document.path);
    return [first === undefined || others.length > 0 ? folder : first, parts];
  });
}

function sourceOf(
  path: string,
  parts: readonly Parsed[],
  module: ReturnType<typeof readModule>["module"],
  stacks: ReadonlyMap<string, Stack>,
): Source {
  const stack = parts
    .map(({ document }) => stacks.get(normalized(document.path)))
    .find((found) => found !== undefined);
  const name = stack?.name ?? module.stack;
  const hash = createHash("sha256");
  for (const { document } of parts) hash.update(document.text);
  return {
    path,
    kind: "synth",
    ...(name !== undefined && { stack: name }),
    ...(stack !== undefined && { stackPath: stack.constructPath }),
    hash: hash.digest("hex"),
    providers: module.providers,
    locals: module.locals,
    outputs: module.outputs,
    modules: module.modules,
    stackDependencies: stack?.dependencies ?? [],
  };
}

function isOverride({ document }: Parsed): boolean {
  return /(^|[/_])override\.tf\.json$/.test(document.path);
}

function refuseOverride({ document }: Parsed): Fault {
  return {
    path: document.path,
    message: "an override file changes other files' resources, and flowgate does not merge it",
    fix: "write its arguments into the resources themselves",
  };
}

/** The document's path, and where the key that the fault is about stands. */
function placed({ key, ...fault }: Fault & { key?: string }, { path, text }: Document): Fault {
  return { path, ...(key !== undefined && locate(text, [key])), ...fault };
}
