import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A folder and those above it, to the root of the repository (the folder that holds `.git`) or to the home folder: what
 * lies beyond belongs to something else.
 */
export function* foldersUpward(folder: string, home: string): Generator<string> {
  for (let here = folder; ; here = dirname(here)) {
    yield here;
    if (existsSync(join(here, ".git")) || here === home || here === dirname(here)) return;
  }
}
