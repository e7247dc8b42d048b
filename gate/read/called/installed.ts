import { posix } from "node:path";

import { isObject } from "../blocks";
import type { Document } from "../document";
import { parseJson } from "../json";
import { folderOf } from "./calls";

/** Where Terraform keeps what `terraform init` installs, from the folder of the root module. */
const KEPT_IN = ".terraform/modules";

/** The folders of installed modules, by the folder of the root module and the key of the call: `logs`, `logs.inner`. */
export type Installed = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Is it the list that `terraform init` writes of the modules it installed? */
export function isInstalledList(path: string): boolean {
  return posix.join("/", path).endsWith(`/${KEPT_IN}/modules.json`);
}

/** The path of that list, for the folder of a root module. */
export function installedList(root: string): string {
  return posix.join(root, KEPT_IN, "modules.json");
}

/**
 * Reads such lists. A list that is malformed names nothing, and neither does an entry whose folder is not below
 * `.terraform/modules`: Terraform itself makes none, but for local modules, whose folder their call says.
 */
export function readInstalled(documents: readonly Document[]): Installed {
  return new Map(
    documents
      .filter(({ path }) => isInstalledList(path))
      .map((document) => [posix.join(folderOf(document.path), "../.."), foldersIn(document)]),
  );
}

function foldersIn({ path, text }: Document): ReadonlyMap<string, string> {
  const root = posix.join(folderOf(path), "../..");
  const json = parseJson(text);
  const modules = "value" in json && isObject(json.value) ? json.value.Modules : undefined;
  const folders = new Map<string, string>();
  for (const entry of Array.isArray(modules) ? (modules as unknown[]) : []) {
    if (!isObject(entry) || typeof entry.Key !== "string" || typeof entry.Dir !== "string") continue;
    const folder = posix.normalize(entry.Dir.replaceAll("\\", "/"));
    if (folder.startsWith(`${KEPT_IN}/`)) folders.set(entry.Key, posix.join(root, folder));
  }
  return folders;
}
