import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join, posix, resolve, sep } from "node:path";

import { foldersUpward } from "../../folders-upward";
import type { Document } from "../document";
import { decode } from "../find";
import { readHcl } from "../hcl/read-hcl";
import type { Part } from "../read-parts";
import { callsIn, DEEPEST, folderOf, localFolder } from "./calls";
import { type Installed, installedList, readInstalled } from "./installed";
import { partOf } from "./part-of";
import { isOpenTofuFile, isTerraformFile } from "../terraform-file";

/** The documents with their HCL parsed, and those of the modules that they call. */
export async function readWithModules(documents: readonly Document[]): Promise<Document[]> {
  const read = await readHcl(documents);
  return [...read, ...(await findModules(read))];
}

/**
 * The documents of the modules that those given call: of local ones, wherever in the repository they stand, and where
 * there may be a plan, of those that `terraform init` installed, with the list that it wrote of them. Never leaves the
 * repository (without one: the folder that the command is typed in), through links neither, nor `.terraform/modules` for
 * what is installed there. A module that cannot be read is left out: it is then as if it were not there.
 */
async function findModules(documents: readonly Document[]): Promise<Document[]> {
  const given = new Map<string, Part[]>();
  for (const document of documents) {
    // Stacks are large, and seldom call modules.
    if (document.path.endsWith(".json") && !document.text.includes('"module"')) continue;
    const part = partOf(document);
    if (part === undefined) continue;
    const folder = folderOf(document.path);
    given.set(folder, [...(given.get(folder) ?? []), part]);
  }
  const finder = new ModuleFinder(given, documents.some(mayBePlan));
  for (const root of [...given.keys()]) await finder.follow(root);
  return finder.found;
}

function mayBePlan({ path }: Document): boolean {
  return !/\.(?:tf|tfvars)(?:\.json)?$/.test(path) && basename(path) !== "manifest.json";
}

/** Calls that are followed from one root: modules that are called twice double with every level. */
const MOST_CALLS = 2000;

interface Place {
  readonly folder: string;
  /** `logs.inner`; "" for the root. */
  readonly key: string;
}

class ModuleFinder {
  readonly found: Document[] = [];
  /** By folder: undefined where there is no module that can be read. */
  readonly #modules: Map<string, readonly Part[] | undefined>;

  constructor(
    given: ReadonlyMap<string, readonly Part[]>,
    private readonly isWhole: boolean,
  ) {
    this.#modules = new Map(given);
  }

  /** Reads what a root module calls, and what that calls. */
  async follow(root: string): Promise<void> {
    const bounds = realPath(boundsOf(root));
    const kept = posix.join(root, ".terraform/modules");
    const keptBounds = realPath(kept, bounds);
    const installed = this.isWhole ? this.#readList(root, bounds) : new Map<string, string>();
    const open: Place[] = [{ folder: root, key: "" }];
    const seen = new Set<string>();
    for (let at = 0; at < open.length && at < MOST_CALLS; at++) {
      const { folder, key } = open[at] ?? { folder: root, key: "" };
      for (const { name, source } of callsIn(this.#modules.get(folder) ?? [])) {
        const below = key === "" ? name : `${key}.${name}`;
        const to = localFolder(folder, source) ?? installed.get(below);
        // What is installed is found by its key, anything else by its folder alone.
        const mark = installed.size === 0 ? to : `${to ?? ""} ${below}`;
        if (to === undefined || mark === undefined || seen.has(mark)) continue;
        seen.add(mark);
        await this.#read(to, isInside(folder, kept) || isInside(to, kept) ? keptBounds : bounds);
        if (below.split(".").length <= DEEPEST) open.push({ folder: to, key: below });
      }
    }
  }

  #readList(root: string, bounds: string | undefined): ReadonlyMap<string, string> {
    const path = installedList(root);
    const text = textOf(path, bounds);
    if (text === undefined) return new Map();
    const document: Document = { path, text, isCalled: true };
    this.found.push(document);
    const installed: Installed = readInstalled([document]);
    return installed.get(root) ?? new Map<string, string>();
  }

  async #read(folder: string, bounds: string | undefined): Promise<void> {
    if (this.#modules.has(folder)) return;
    this.#modules.set(folder, undefined);
    const texts = namesIn(folder).map((name) => {
      const path = posix.join(folder, name);
      return { path, text: textOf(path, bounds) };
    });
    const documents: Document[] = [];
    for (const { path, text } of texts) {
      if (text === undefined) return;
      documents.push({ path, text, isCalled: true });
    }
    const read = await readHcl(documents);
    const parts = read.map(partOf);
    if (parts.length === 0 || !parts.every((part) => part !== undefined)) return;
    this.#modules.set(folder, parts);
    this.found.push(...read);
  }
}

/** The folder that nothing is read outside of. */
function boundsOf(root: string): string {
  const folders = [...foldersUpward(resolve(root), homedir())];
  const repository = folders.at(-1) ?? root;
  if (existsSync(join(repository, ".git"))) return repository;
  return isInside(resolve(root), process.cwd()) ? process.cwd() : root;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Where a file or folder really is; undefined where it is not there, or not inside of `bounds`. */
function realPath(path: string, bounds?: string): string | undefined {
  try {
    const real = realpathSync(path);
    return bounds === undefined || isInside(real, bounds) ? real : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a module; none where OpenTofu would read others. */
function namesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder);
    if (names.some(isOpenTofuFile)) return [];
    return names.filter((name) => !name.startsWith(".") && isTerraformFile(name)).sort();
  } catch {
    return [];
  }
}

function textOf(path: string, bounds: string | undefined): string | undefined {
  if (bounds === undefined) return undefined;
  const real = realPath(path, bounds);
  if (real === undefined) return undefined;
  try {
    if (!statSync(real).isFile()) return undefined;
    const decoded = decode(path, readFileSync(real));
    return "text" in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}
