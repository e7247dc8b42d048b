import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, sep } from "node:path";

/** What the settings file is called. */
export const SETTINGS_FILE = "flowgate.json";

/**
 * The nearest flowgate.json at or above a folder, relative to it, with "/"; undefined where there is none. The search
 * ends at the root of the repository (the folder that holds `.git`) or at the home folder: what lies beyond belongs to
 * something else.
 */
export function findSettings(folder: string, home = homedir()): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    const path = join(here, SETTINGS_FILE);
    if (existsSync(path)) return relative(folder, path).replaceAll(sep, "/");
    if (existsSync(join(here, ".git")) || here === home || here === dirname(here)) return undefined;
  }
}
