import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds package.json: the same from `dist/` as from the sources. Throws where there is none. */
export function packageRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (manifest(folder) !== undefined) return folder;
    if (folder === dirname(folder)) throw new Error("flowgate: package.json not found above the program");
  }
}

/** This package's version. */
export function version(): string {
  return manifest(packageRoot())?.version ?? "";
}

function manifest(folder: string): { version: string } | undefined {
  try {
    const read = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      name: string;
      version: string;
    };
    return read.name === "flowgate" ? read : undefined;
  } catch {
    return undefined;
  }
}
