import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { nearest } from "../nearest";
import type { Fault } from "../read/document";
import { FORMATS, type Format } from "../report/format/formats";
import { SETTINGS_FILE } from "../settings/find-settings";

/** A report that is written to a file beside what is printed. */
export interface ReportFile {
  readonly format: Format;
  readonly path: string;
}

/** Reads the values of `--report FORMAT=FILE`. All faults at once. */
export function readReportFiles(values: readonly string[]): {
  files: readonly ReportFile[];
  faults: readonly Fault[];
} {
  const files: ReportFile[] = [];
  const faults: Fault[] = [];
  const taken = new Map<string, string>();
  for (const value of values) {
    const [, name = "", path = ""] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    const format = FORMATS.find((each) => each === name);
    const other = taken.get(resolve(path));
    if (path === "")
      faults.push({ message: `--report cannot be "${value}"`, fix: "write --report FORMAT=FILE" });
    else if (format === undefined)
      faults.push({ message: `--report ${value}: there is no format "${name}"`, fix: formatFix(name) });
    else if (path === "-")
      faults.push({
        message: `--report ${value} would make a file named -`,
        fix: `leave --report out and write --format ${format}, which is printed`,
      });
    else if (basename(path) === SETTINGS_FILE)
      faults.push({
        message: `--report ${value} would be taken for settings, which ${SETTINGS_FILE} holds`,
        fix: "give the report another name, such as flowgate-report.json",
      });
    else if (other !== undefined)
      faults.push({
        message: `--report ${other} and ${value} write the same file`,
        fix: "give each report a file of its own",
      });
    else {
      taken.set(resolve(path), value);
      files.push({ format, path });
    }
  }
  return { files, faults };
}

function formatFix(name: string): string {
  const meant = nearest(name, FORMATS);
  const others = FORMATS.filter((format) => format !== meant);
  return meant === undefined
    ? `write ${others.join(", ").replace(/, ([^,]*)$/, " or $1")}`
    : `write ${meant}, or another of the formats: ${others.join(", ")}`;
}

/**
 * Writes a report whole or not at all: what stands there now stays until the new one is on the disk. A link stays one,
 * and who may read the file stays as it was. A device or pipe (`/dev/stdout`, a job summary) is written to directly.
 * Returns why it cannot be written.
 */
export function writeReport(path: string, text: string): Fault | undefined {
  try {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry !== undefined && !entry.isFile() && !entry.isDirectory()) writeFileSync(path, text);
    else replaceFile(entry === undefined ? path : realpathSync(path), text, entry?.mode);
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    return {
      path,
      message: `the report cannot be written (${code})`,
      fix: FIXES.get(code) ?? "give another file",
    };
  }
}

function replaceFile(path: string, text: string, mode: number | undefined): void {
  const draft = join(dirname(path), `.flowgate-${process.pid}-${Date.now()}.tmp`);
  const file = openSync(draft, "wx");
  try {
    writeFileSync(file, text);
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    fsyncSync(file);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

const FIXES: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "make the folder first"],
  ["ENOTDIR", "make the folder first"],
  ["EBUSY", "give a file, not a folder"],
  ["EISDIR", "give a file, not a folder"],
  ["EFBIG", "make room on the disk"],
  ["ENOSPC", "make room on the disk"],
  ["EACCES", "give a file that may be written"],
  ["EPERM", "give a file that may be written"],
  ["EROFS", "give a file that may be written"],
]);
