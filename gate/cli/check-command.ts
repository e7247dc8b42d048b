import { check, type CheckOptions, knownNames } from "../check";
import { readWithModules } from "../read/called/find-modules";
import type { Document, Fault } from "../read/document";
import type { Found } from "../read/find";
import type { Report } from "../report/report";
import { findSettings } from "../settings/find-settings";
import { readSettingsFile, type SettingsFile } from "../settings/settings-file";
import type { Arguments } from "./arguments";
import { readBaselineFile } from "./baseline-file";
import { findOperands } from "./default-path";
import type { Outcome } from "./outcome";
import { overwriteFaults, type ReadFile } from "./overwrite";
import { renderFaults, renderReport } from "./render-report";

/** `flowgate check [PATH...]`. */
export async function runCheck(args: Arguments, stdin?: Uint8Array): Promise<Outcome> {
  const found = findOperands(args.operands, stdin);
  const file = readSettingsFile(args.config, knownNames());
  const earlier: Earlier = args.baseline === undefined ? {} : readBaselineFile(args.baseline);
  const documents = await readWithModules(found.documents);
  const overwrites =
    args.reports.length === 0 ? [] : overwriteFaults(args.reports, filesOf(args, found, documents));
  if (overwrites.length > 0) return renderFaults(overwrites, { ...args, reports: [] });
  const faults = [
    ...("faults" in file ? file.faults : []),
    ...("fault" in earlier ? [earlier.fault] : []),
    ...found.faults,
  ];
  if ("faults" in file || "fault" in earlier || faults.length > 0) return renderFaults(faults, args);
  const report = reportOf(args, documents, file, earlier);
  const failOn = args.failOn ?? file.settings.failOn;
  return renderReport(report, args, {
    ...(failOn !== undefined && { failOn }),
    strict: args.strict ?? file.settings.strict === true,
    ...(file.path !== undefined && { settings: file.path }),
    presets: [file.settings.preset ?? []].flat(),
  });
}

/** What a run reads, also where it could not be read: a report in its place would lose it. */
function filesOf(
  { operands, config, baseline }: Arguments,
  found: Found,
  documents: readonly Document[],
): ReadFile[] {
  const judged = [...operands, ...[...found.faults, ...documents].map(({ path = "" }) => path)];
  const settings = config ?? findSettings(process.cwd());
  return [
    ...judged.map((path): ReadFile => ({ path, role: "which is judged" })),
    ...(settings === undefined ? [] : [{ path: settings, role: "which holds the settings" } as const]),
    ...(baseline === undefined ? [] : [{ path: baseline, role: "which is the baseline" } as const]),
  ];
}

/** The baseline, where there is one, or why it cannot be compared with. */
type Earlier = Pick<CheckOptions, "baseline"> | { readonly fault: Fault };

function reportOf(
  { strict, failOn, pairs, today }: Arguments,
  documents: readonly Document[],
  { settings, places }: SettingsFile,
  earlier: Pick<CheckOptions, "baseline">,
): Report {
  return check(documents, {
    settings,
    places,
    pairs,
    ...earlier,
    ...(today !== undefined && { today }),
    ...(strict !== undefined && { strict }),
    ...(failOn !== undefined && { failOn }),
  });
}
