import { check } from "../check";
import { readCatalogue } from "../judge/catalogue";
import { findDocuments } from "../read/find";
import { errorReport } from "../report/assemble";
import { renderJson } from "../report/json";
import type { Report } from "../report/report";
import { renderText } from "../report/text";
import type { Arguments } from "./arguments";
import type { Faults, Outcome } from "./outcome";
import { painter } from "./paint";
import { readSettingsFile } from "./settings-file";

/** `flowgate check [PATH...]`. */
export function runCheck(args: Arguments, stdin?: Uint8Array): Outcome {
  return render(reportOf(args, stdin), args);
}

/** Faults as the report of a run that could not judge: text is talk, JSON is a report. */
export function renderFaults(faults: Faults, args: Pick<Arguments, "format" | "color" | "quiet">): Outcome {
  return render(errorReport(faults), args);
}

function reportOf({ operands, config, strict, failOn }: Arguments, stdin?: Uint8Array): Report {
  const found = findDocuments(operands.length > 0 ? operands : ["cdktf.out"], stdin);
  const read = config === undefined ? { settings: {} } : readSettingsFile(config, readCatalogue());
  const faults = [...("faults" in read ? read.faults : []), ...found.faults];
  if ("faults" in read || faults.length > 0) return errorReport(faults);
  return check(found.documents, {
    settings: read.settings,
    ...(strict !== undefined && { strict }),
    ...(failOn !== undefined && { failOn }),
  });
}

function render(
  report: Report,
  { format, quiet, color }: Pick<Arguments, "format" | "color" | "quiet">,
): Outcome {
  const { exitCode, verdict } = report;
  if (format === "json") return { stdout: renderJson(report), exitCode };
  const why = new Map(
    report.findings.length === 0 ? [] : readCatalogue().map(({ id, description }) => [id, description]),
  );
  const text = renderText(report, {
    why,
    quiet,
    paint: painter(color, verdict === "error" ? process.stderr : process.stdout),
  });
  return verdict === "error" ? { stderr: text, exitCode } : { stdout: text, exitCode };
}
