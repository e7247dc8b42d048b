import { existsSync, mkdirSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Fault } from "../read/document";
import type { StarterFile } from "./starter-files";

/** Writes files that are not there yet: all of them, or none. Nothing is overwritten. Returns why they cannot be written. */
export function writeFiles(folder: string, files: readonly StarterFile[]): Fault | undefined {
  const undo: (() => void)[] = [];
  let writing = "";
  try {
    for (const { path, text } of files) {
      writing = path;
      const file = join(folder, path);
      for (const missing of missingFolders(dirname(file))) {
        mkdirSync(missing);
        undo.push(() => {
          rmdirSync(missing);
        });
      }
      // Exclusive: a file that came up since it was looked for stays as it is, and is not undone.
      writeFileSync(file, "", { flag: "wx" });
      undo.push(() => {
        rmSync(file, { force: true });
      });
      writeFileSync(file, text);
    }
    return undefined;
  } catch (error) {
    for (const step of undo.reverse()) step();
    const code = (error as NodeJS.ErrnoException).code ?? "";
    return {
      path: writing,
      message: `the file cannot be written (${code}), so none was`,
      fix: FIXES.get(code) ?? "make room for it, or make the folder writable",
    };
  }
}

/** Folders that have to be made, the outermost first. */
function missingFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(dirname(folder)), folder];
}

const FIXES: ReadonlyMap<string, string> = new Map([
  ["EEXIST", "run `flowgate init` again"],
  ["ENOTDIR", "move the file that stands where a folder is needed"],
]);
