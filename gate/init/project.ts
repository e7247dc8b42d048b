import { type Dirent, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { cutList } from "../cut-list";
import { isObject } from "../read/blocks";
import type { Fault } from "../read/document";
import { parseJson } from "../read/json";
import { isTerraformFile } from "../read/terraform-file";

/** What a folder holds, as far as `flowgate init` must know. */
export interface Project {
  /** `cdktf`: an app that synthesizes. `terraform`: a folder of .tf. */
  readonly kind: "cdktf" | "terraform";
  /** Of the .tf files, from the folder, with "/"; "." where they are in it. */
  readonly source: string;
  /** A package.json is there, so flowgate can be installed beside it. */
  readonly isPackage: boolean;
  /** What a first test in TypeScript needs and the project has not: names of packages. */
  readonly missing: readonly string[];
  /** Of a repository, or of what is none yet: hosts look for pipelines there alone. */
  readonly isRoot: boolean;
  /** Tests are written in TypeScript and run by Jest. */
  readonly hasJest: boolean;
}

/** Finds out what a folder holds, or says why it is no project. */
export function readProject(folder: string): Project | { readonly fault: Fault } {
  const app = objectIn(join(folder, "cdktf.json"));
  const manifest = objectIn(join(folder, "package.json"));
  const installed = manifest === undefined ? [] : packagesOf(manifest);
  const isPackage = manifest !== undefined;
  const needed = ["flowgate", "@cdktf/provider-aws"];
  const missing = needed.filter((name) => !installed.includes(name));
  const about = { isPackage, missing, isRoot: isRootOf(resolve(folder)) };
  if (app !== undefined) {
    const hasJest = app.language === "typescript" && installed.includes("jest");
    return { kind: "cdktf", source: ".", ...about, hasJest };
  }
  const sources = terraformIn(folder);
  const [source] = sources;
  if (source === undefined || sources.length > 1) return { fault: { path: folder, ...unclear(sources) } };
  return { kind: "terraform", source, ...about, hasJest: false };
}

/** Where the .tf files are: here, or in the folders that have some. */
function terraformIn(folder: string): string[] {
  if (holdsTerraform(folder)) return ["."];
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map(({ name }) => name)
    .filter((name) => holdsTerraform(join(folder, name)))
    .sort();
}

function unclear(sources: readonly string[]): Fault {
  if (sources.length === 0)
    return {
      message:
        "this is no project: it holds neither cdktf.json nor .tf files, and no folder in it holds .tf files",
      fix: "run `flowgate init` at the root of the project",
    };
  return {
    message: `several folders hold .tf files: ${cutList(sources, MOST_NAMED).join(", ")}`,
    fix: "run `flowgate init` in one of them",
  };
}

/** Folders that a message names. */
const MOST_NAMED = 5;

function isRootOf(folder: string): boolean {
  if (existsSync(join(folder, ".git"))) return true;
  for (let here = dirname(folder); ; here = dirname(here)) {
    if (existsSync(join(here, ".git"))) return false;
    if (here === dirname(here)) return true;
  }
}

function holdsTerraform(folder: string): boolean {
  return entriesOf(folder).some(({ name }) => isTerraformFile(name));
}

/** A folder that may not be read holds nothing that could be judged. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function packagesOf({ dependencies, devDependencies }: Record<string, unknown>): string[] {
  return [dependencies, devDependencies].flatMap((each) => (isObject(each) ? Object.keys(each) : []));
}

/** A JSON file's object; undefined where there is none. What cannot be read decides nothing here. */
function objectIn(path: string): Record<string, unknown> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const read = parseJson(readFileSync(path, "utf8"));
    return "fault" in read || !isObject(read.value) ? {} : read.value;
  } catch {
    return {};
  }
}
