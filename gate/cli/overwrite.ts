import { statSync } from "node:fs";

import type { Fault } from "../read/document";
import type { ReportFile } from "./report-file";

/** A file that a run reads, and what for, as the end of "would overwrite FILE, ...". */
export interface ReadFile {
  readonly path: string;
  readonly role: "which is judged" | "which holds the settings" | "which is the baseline";
}

/**
 * Why reports may not be written: each would take the place of a file that the run reads. Told by the file itself, so
 * that neither `..` nor a link hides it.
 */
export function overwriteFaults(reports: readonly ReportFile[], read: readonly ReadFile[]): Fault[] {
  const targets = reports.flatMap((report) => {
    const identity = fileAt(report.path);
    return identity === undefined ? [] : [{ ...report, identity }];
  });
  if (targets.length === 0) return [];
  const known = new Map(read.flatMap((file) => (file.path === "-" ? [] : [[fileAt(file.path), file]])));
  return targets.flatMap(({ format, path, identity }) => {
    const file = known.get(identity);
    if (file === undefined) return [];
    const message = `--report ${format}=${path} would overwrite ${file.path}, ${file.role}`;
    return [{ message, fix: "give the report a file of its own" }];
  });
}

/** What tells a file from every other one, by whatever path; undefined where there is none. */
function fileAt(path: string): string | undefined {
  try {
    const entry = statSync(path, { bigint: true });
    return entry.isFile() ? `${entry.dev}:${entry.ino}` : undefined;
  } catch {
    return undefined;
  }
}
