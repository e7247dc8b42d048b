import { check, type CheckOptions, knownNames } from "../check";
import type { Document, Fault } from "../read/document";
import { readHcl } from "../read/hcl/read-hcl";
import type { Report } from "../report/report";
import { readSettingsFile, type SettingsFile } from "../settings/settings-file";
import type { Arguments } from "./arguments";
import { readBaselineFile } from "./baseline-file";
import { findOperands } from "./default-path";
import type { Outcome } from "./outcome";
import { renderFaults, renderReport } from "./render-report";

/** `flowgate check [PATH...]`. */
export async function runCheck(args: Arguments, stdin?: Uint8Array): Promise<Outcome> {
  const found = findOperands(args.operands, stdin);
  const file = readSettingsFile(args.config, knownNames());
  const earlier: Earlier = args.baseline === undefined ? {} : readBaselineFile(args.baseline);
  const faults = [
    ...("faults" in file ? file.faults : []),
    ...("fault" in earlier ? [earlier.fault] : []),
    ...found.faults,
  ];
  if ("faults" in file || "fault" in earlier || faults.length > 0) return renderFaults(faults, args);
  const report = await reportOf(args, found.documents, file, earlier);
  const failOn = args.failOn ?? file.settings.failOn;
  return renderReport(report, args, {
    ...(failOn !== undefined && { failOn }),
    strict: args.strict ?? file.settings.strict === true,
    ...(file.path !== undefined && { settings: file.path }),
    presets: [file.settings.preset ?? []].flat(),
  });
}

/** The baseline, where there is one, or why it cannot be compared with. */
type Earlier = Pick<CheckOptions, "baseline"> | { readonly fault: Fault };

async function reportOf(
  { strict, failOn, pairs, today }: Arguments,
  documents: readonly Document[],
  { settings, places }: SettingsFile,
  earlier: Pick<CheckOptions, "baseline">,
): Promise<Report> {
  return check(await readHcl(documents), {
    settings,
    places,
    pairs,
    ...earlier,
    ...(today !== undefined && { today }),
    ...(strict !== undefined && { strict }),
    ...(failOn !== undefined && { failOn }),
  });
}
