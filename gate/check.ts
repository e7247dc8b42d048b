import { readCatalogue, readPresets, readRecordFields } from "./judge/catalogue";
import { dataOf, judge, JudgeFault } from "./judge/judge";
import { loadPolicy } from "./judge/policy";
import { modelFleets } from "./model-fleets";
import { buildModel } from "./model/build";
import { type MergedResource, readMerged } from "./model/merged";
import type { Model } from "./model/model";
import type { Document, Fault } from "./read/document";
import type { Pair } from "./read/pair/pair";
import { readDocuments } from "./read/read";
import type { Configuration } from "./read/resource";
import { assembleReport, errorReport } from "./report/assemble";
import { type Baseline, knownFindings, readBaseline } from "./report/baseline";
import type { Report } from "./report/report";
import { codeWaiverFaults } from "./settings/code-waivers";
import { type Known, type Place, readSettings } from "./settings/read-settings";
import type { FailOn, Settings } from "./settings/settings";
import { currentDay, dayFaults } from "./settings/today";

/** What `check` judges by; without any, the baseline. */
export interface CheckOptions {
  /** As flowgate.json holds them: they are given, never looked up. Default: the baseline. */
  readonly settings?: Settings;
  /** Where each waiver of the settings stands, for what is found about it. */
  readonly places?: readonly Place[];
  /** Undecided fails the run. Default: the settings'. */
  readonly strict?: boolean;
  /** The least severity that fails the run. Default: the settings'. */
  readonly failOn?: FailOn;
  /** The day of the run, on which waivers hold or not: YYYY-MM-DD. Default: the current one, UTC. */
  readonly today?: string;
  /** Plans and the sources that they come from, by path. Default: the one source that holds all that a plan has in its root. */
  readonly pairs?: readonly Pair[];
  /** Constructs that became one resource, as the app's construct tree tells it: `synthesize` does. Default: none. */
  readonly merged?: readonly MergedResource[];
  /** An earlier report: what it found is known, stays visible and does not fail. Default: none. */
  readonly baseline?: Baseline;
}

/**
 * Judges documents: read, model, judge, report. Synchronous, touches neither network nor disk but for the policies,
 * and never throws for bad documents or settings: those make a report with the verdict `error`.
 *
 * @example check([{ path: "cdk.tf.json", text }], { strict: true }).verdict
 */
export function check(documents: readonly Document[], options: CheckOptions = {}): Report {
  return checkFleets(documents, options);
}

/** The same; `fewest` says from how many on groups of resources count as a fleet (`modelFleets`), for tests. */
export function checkFleets(
  documents: readonly Document[],
  options: CheckOptions = {},
  fewest?: number,
): Report {
  try {
    const checked = readSettings(effective(options), knownNames());
    const read = readInput(documents, options);
    const baseline = readBaseline(options.baseline ?? NO_BASELINE);
    const faults = [
      ...("faults" in checked ? checked.faults : []),
      ...("fault" in baseline ? [baseline.fault] : []),
      ...("faults" in read ? read.faults : []),
    ];
    if ("faults" in checked || "fault" in baseline || "faults" in read) return errorReport(faults);
    const { settings } = checked;
    const { places = [] } = options;
    const { configuration, build } = read;
    const policy = loadPolicy();
    const areExcused = (settings.waivers ?? []).length > 0 || (options.merged ?? []).length > 0;
    const { model, fleets, more } = modelFleets(configuration, build, {
      policy,
      data: dataOf(settings),
      fewest: areExcused ? Infinity : fewest,
    });
    const nothing = faultOfNothing(model);
    if (nothing !== undefined) return errorReport([nothing]);
    const judgement = judge(model, settings, policy, { places, known: knownFindings(baseline), more });
    const judged = { configuration, model, fleets, settings, catalogue: readCatalogue(), ...judgement };
    return assembleReport(judged, options.baseline === undefined ? undefined : baseline);
  } catch (error) {
    return errorReport([faultOf(error)]);
  }
}

/** Documents to the model, or why there is none: what cannot be read, or nothing in it to judge. */
export function readModel(
  documents: readonly Document[],
  options: Pick<CheckOptions, "pairs" | "today" | "merged"> = {},
): { configuration: Configuration; model: Model } | { faults: readonly Fault[] } {
  const read = readInput(documents, options);
  if ("faults" in read) return read;
  const { configuration, build } = read;
  const model = build(configuration);
  const nothing = faultOfNothing(model);
  return nothing === undefined ? { configuration, model } : { faults: [nothing] };
}

/** Documents to resources, and how to model them; or what cannot be read. */
function readInput(
  documents: readonly Document[],
  { pairs = [], today, merged: given = [] }: Pick<CheckOptions, "pairs" | "today" | "merged">,
): { configuration: Configuration; build: (part: Configuration) => Model } | { faults: readonly Fault[] } {
  const { configuration, faults } = readDocuments(documents, pairs);
  const { merged, unplaced } = readMerged(configuration.sources, given);
  const all = [
    ...dayFaults(today, "today"),
    ...faults,
    ...(faults.length > 0 ? [] : unplaced.map(withoutDocument)),
    ...codeWaiverFaults(configuration, readCatalogue),
  ];
  if (all.length > 0) return { faults: all };
  const day = today ?? currentDay();
  return { configuration, build: (part) => buildModel(part, day, merged) };
}

function faultOfNothing(model: Model): Fault | undefined {
  if (model.flow_logs.length + model.vpcs.length + model.changes.length > 0) return undefined;
  const [module] = model.sources.flatMap(({ modules }) => modules);
  return module === undefined ? NOTHING_TO_JUDGE : onlyModules(module);
}

const NO_BASELINE = { version: 1, tool: { name: "flowgate" }, sources: [], findings: [] };

/** What settings may name. */
export function knownNames(): Known {
  return { rules: readCatalogue(), presets: readPresets(), recordFields: readRecordFields() };
}

/** What the report says of input that holds none of flowgate's business: that is never a pass. */
export const NOTHING_TO_JUDGE: Fault = {
  message: "there is nothing to judge: the input holds no flow log and no VPC",
  fix: "give the stack that makes them, for example cdktf.out",
};

function onlyModules(module: string): Fault {
  return {
    message: `there is nothing to judge: the input holds no flow log and no VPC outside of modules, and what ${module} holds is not read`,
    fix: "give the plan, which shows what modules make",
  };
}

function withoutDocument(stackPath: string): Fault {
  return {
    message: `constructs of the stack ${stackPath} became one resource, and no document is of that stack`,
    fix: "give cdktf.out whole, with its manifest.json",
  };
}

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
