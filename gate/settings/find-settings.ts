import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative, sep } from "node:path";

import { foldersUpward } from "../folders-upward";

/** What the settings file is called. */
export const SETTINGS_FILE = "flowgate.json";

/**
 * The nearest flowgate.json at or above a folder, relative to it, with "/"; undefined where there is none. The search
 * ends where `foldersUpward` does.
 */
export function findSettings(folder: string, home = homedir()): string | undefined {
  for (const here of foldersUpward(folder, home)) {
    const path = join(here, SETTINGS_FILE);
    if (existsSync(path)) return relative(folder, path).replaceAll(sep, "/");
  }
  return undefined;
}
