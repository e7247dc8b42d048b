import { posix } from "node:path";

import { bodies, members } from "../blocks";
import type { Document } from "../document";
import { normalized } from "../manifest";
import { locate } from "../parse";
import type { Part } from "../read-parts";

/** Modules in modules beyond which none is read. */
export const DEEPEST = 10;

/** A `module` block. */
export interface ModuleCall {
  readonly name: string;
  /** As written: `./logs`, `terraform-aws-modules/vpc/aws`, `git::https://...`. */
  readonly source: string;
  readonly document: Document;
}

/** The module calls in the documents of one module, whatever their `count` is: Terraform installs them all. */
export function callsIn(parts: readonly Part[]): readonly ModuleCall[] {
  const calls: ModuleCall[] = [];
  for (const { document, value } of parts)
    for (const [block, named] of members(value) ?? [])
      if (block === "module")
        for (const [name, given] of members(named) ?? [])
          for (const { source } of bodies(given) ?? [])
            if (typeof source === "string") calls.push({ name, source, document });
  return calls;
}

/** The folder that a call from `folder` names; undefined for a module that has to be installed. */
export function localFolder(folder: string, source: string): string | undefined {
  return /^\.{1,2}(?:\/|$)/.test(source) ? withoutSlash(posix.join(folder, source)) : undefined;
}

/** The folder of a document: the module that it is part of. */
export function folderOf(path: string): string {
  return posix.dirname(normalized(path));
}

/** 1-based line of a call's block, where it is known. */
export function lineOf({ name, document: { text, hcl } }: ModuleCall): number | undefined {
  if (hcl === undefined) return locate(text, ["module", name])?.line;
  const blocks = "blocks" in hcl ? hcl.blocks : [];
  return blocks.find(({ type, labels }) => type === "module" && labels[0] === name)?.line;
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, "$1");
}
