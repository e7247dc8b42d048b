import { readCatalogue } from "./judge/catalogue";
import { judge, JudgeFault } from "./judge/judge";
import { buildModel } from "./model/build";
import type { Model } from "./model/model";
import type { Document, Fault } from "./read/document";
import { readDocuments } from "./read/read";
import type { Configuration } from "./read/resource";
import { assembleReport, errorReport } from "./report/assemble";
import type { Report } from "./report/report";
import { readSettings } from "./settings/read-settings";
import type { FailOn, Settings } from "./settings/settings";

/** What `check` judges by; without any, the baseline. */
export interface CheckOptions {
  /** Default: the baseline. */
  readonly settings?: Settings;
  /** Undecided fails the run. Default: the settings'. */
  readonly strict?: boolean;
  /** The least severity that fails the run. Default: the settings'. */
  readonly failOn?: FailOn;
}

/**
 * Judges documents: read, model, judge, report. Synchronous, touches neither network nor disk but for the policies,
 * and never throws for bad documents or settings: those make a report with the verdict `error`.
 *
 * @example check([{ path: "cdk.tf.json", text }], { strict: true }).verdict
 */
export function check(documents: readonly Document[], options: CheckOptions = {}): Report {
  try {
    const catalogue = readCatalogue();
    const checked = readSettings(effective(options), catalogue);
    const read = readModel(documents);
    const faults = [...("faults" in checked ? checked.faults : []), ...("faults" in read ? read.faults : [])];
    if ("faults" in checked || "faults" in read) return errorReport(faults);
    const { settings } = checked;
    return assembleReport({ ...read, settings, catalogue, ...judge(read.model, settings) });
  } catch (error) {
    return errorReport([faultOf(error)]);
  }
}

/** Documents to the model, or why there is none: what cannot be read, or nothing in it to judge. */
export function readModel(
  documents: readonly Document[],
): { configuration: Configuration; model: Model } | { faults: readonly Fault[] } {
  const { configuration, faults } = readDocuments(documents);
  if (faults.length > 0) return { faults };
  const model = buildModel(configuration);
  if (model.flow_logs.length + model.vpcs.length > 0) return { configuration, model };
  return { faults: [NOTHING_TO_JUDGE] };
}

const NOTHING_TO_JUDGE: Fault = {
  message: "there is nothing to judge: the input holds no flow log and no VPC",
  fix: "give the stack that makes them, for example cdktf.out",
};

function effective({ settings, strict, failOn }: CheckOptions): unknown {
  const given: unknown = settings ?? {};
  if (typeof given !== "object" || Array.isArray(given)) return given;
  return { ...given, ...(strict !== undefined && { strict }), ...(failOn !== undefined && { failOn }) };
}

/** A fault of the engine, or of flowgate itself: either way nothing was judged. */
function faultOf(error: unknown): Fault {
  if (error instanceof JudgeFault) return { message: error.message, fix: error.fix };
  const message = error instanceof Error ? error.message : String(error);
  return {
    message: `flowgate failed inside: ${message}`,
    fix: "report this, with the input if you may share it",
  };
}
