import { posix } from "node:path";

import { check, knownNames, NOTHING_TO_JUDGE } from "../../check";
import { findDocuments } from "../../read/find";
import { readWithModules } from "../../read/called/find-modules";
import { errorReport } from "../../report/assemble";
import type { Report } from "../../report/report";
import { readSettingsFile } from "../../settings/settings-file";

/**
 * Judges a plan, as `terraform show -json` prints it, with the folder that it was made in, by the nearest
 * flowgate.json. Undefined where neither holds a flow log, a VPC or a change to what flow logs write to.
 */
export async function judgePlan(plan: string, folder: string): Promise<Report | undefined> {
  const found = findDocuments([folder]);
  const file = readSettingsFile(undefined, knownNames());
  const faults = [...found.faults, ...("faults" in file ? file.faults : [])];
  if ("faults" in file || faults.length > 0) return errorReport(faults);
  const document = { path: posix.join(folder, "plan.json"), text: plan };
  const report = check(await readWithModules([document, ...found.documents]), file);
  return report.errors.includes(NOTHING_TO_JUDGE) ? undefined : report;
}
