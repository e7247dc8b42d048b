import { readFileSync } from "node:fs";

import type { Fault } from "../read/document";
import { decode } from "../read/find";
import { parseDocument } from "../read/parse";
import { type Baseline, readBaseline } from "../report/baseline";

/** Reads the file of `--baseline`: a JSON report of an earlier run. */
export function readBaselineFile(path: string): { baseline: Baseline } | { fault: Fault } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const message = code === "ENOENT" ? "there is no such baseline" : `the baseline cannot be read (${code})`;
    return { fault: { path, message, fix: "correct the path after --baseline, or leave it out" } };
  }
  const decoded = decode(path, bytes);
  if ("fault" in decoded) return decoded;
  const parsed = parseDocument({ path, text: decoded.text }, "body");
  const read = "fault" in parsed ? parsed : readBaseline(parsed.value);
  if (!("fault" in read)) return { baseline: read };
  return { fault: { ...read.fault, path, ...("fault" in parsed && { fix: NO_REPORT }) } };
}

const NO_REPORT = "give a JSON report: `flowgate check PATH --report json=FILE` writes one";
