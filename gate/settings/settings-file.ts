import { readFileSync } from "node:fs";

import type { Fault } from "../read/document";
import { decode } from "../read/find";
import { parseDocument } from "../read/parse";
import { findSettings } from "./find-settings";
import { type Known, type Place, readSettings } from "./read-settings";
import type { Settings } from "./settings";

/** Settings and where they come from. */
export interface SettingsFile {
  readonly settings: Settings;
  /** Where each waiver stands. */
  readonly places: readonly Place[];
  /** The file; absent where there is none. */
  readonly path?: string;
}

/**
 * Reads and checks the settings file that is given, or else the nearest flowgate.json at or above the working directory;
 * without either, the settings are empty and the baseline holds.
 */
export function readSettingsFile(
  given: string | undefined,
  known: Known,
): SettingsFile | { faults: readonly Fault[] } {
  const path = given ?? findSettings(process.cwd());
  if (path === undefined) return { settings: {}, places: [] };
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const message =
      code === "ENOENT" ? "there is no such settings file" : `the settings file cannot be read (${code})`;
    const fix =
      given === undefined
        ? "make it a file that can be read, or give another with --config"
        : "correct the path after --config, or leave it out";
    return { faults: [{ path, message, fix }] };
  }
  const decoded = decode(path, bytes);
  if ("fault" in decoded) return { faults: [decoded.fault] };
  const document = { path, text: decoded.text };
  const parsed = parseDocument(document, "body");
  if ("fault" in parsed) return { faults: [{ ...parsed.fault, fix: "correct the settings file" }] };
  const read = readSettings(parsed.value, known, document);
  return "faults" in read ? read : { ...read, path };
}
