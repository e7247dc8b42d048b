import { readFileSync } from "node:fs";

import type { CatalogueRule } from "../judge/catalogue";
import type { Fault } from "../read/document";
import { decode } from "../read/find";
import { parseDocument } from "../read/parse";
import { readSettings } from "../settings/read-settings";
import type { Settings } from "../settings/settings";

/** Reads and checks the settings file that `--config` names. */
export function readSettingsFile(
  path: string,
  catalogue: readonly CatalogueRule[],
): { settings: Settings } | { faults: readonly Fault[] } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const message =
      code === "ENOENT" ? "there is no such settings file" : `the settings file cannot be read (${code})`;
    return { faults: [{ path, message, fix: "correct the path after --config, or leave it out" }] };
  }
  const decoded = decode(path, bytes);
  if ("fault" in decoded) return { faults: [decoded.fault] };
  const document = { path, text: decoded.text };
  const parsed = parseDocument(document, "body");
  if ("fault" in parsed) return { faults: [{ ...parsed.fault, fix: "correct the settings file" }] };
  return readSettings(parsed.value, catalogue, document);
}
