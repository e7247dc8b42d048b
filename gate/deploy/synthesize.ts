import { relative } from "node:path";

import { check, knownNames, type CheckOptions } from "../check";
import { findDocuments } from "../read/find";
import { errorReport } from "../report/assemble";
import type { Report } from "../report/report";
import { renderText } from "../report/text";
import { reasonsFor } from "../report/text/reasons";
import { readSettingsFile } from "../settings/settings-file";
import { mergedResources, type SynthesizableApp } from "./app";
import { enforcementOf, NOT_ENFORCED, type Environment } from "./enforcement";
import { removeManifest, removeStacks } from "./written-stacks";

/** What `synthesize` judges by, and where it says what it found. */
export interface SynthesizeOptions extends Omit<CheckOptions, "merged" | "pairs"> {
  /** Default: standard error, which `cdktf deploy` shows. */
  readonly print?: (text: string) => void;
  /** Default: `process.env`. `FLOWGATE=warn` tells and does not enforce. */
  readonly environment?: Environment;
}

/**
 * Takes the place of `app.synth()`: synthesizes, and judges the files as written, over all stacks, by the nearest
 * flowgate.json unless settings are given. What fails cannot be deployed: `manifest.json` and each stack's
 * `cdk.tf.json` are removed, also for `cdktf deploy --skip-synth`, and the process exits with the report's exit code.
 * Returns the report. Throws what `app.synth()` throws, with nothing left to deploy either.
 *
 * @example
 * const app = new App();
 * new Network(app, "network");
 * synthesize(app);
 */
export function synthesize(app: SynthesizableApp, options: SynthesizeOptions = {}): Report {
  const { print = toStandardError, environment = process.env, ...judging } = options;
  const asked = enforcementOf(environment);
  // A synthesis that ends early must not leave the last one to be deployed.
  removeManifest(app.outdir);
  const { report, settings } =
    "fault" in asked ? { report: errorReport([asked.fault]) } : synthesized(app, judging);
  const place = settings === undefined ? {} : { settings };
  print(renderText(report, { why: reasonsFor(report), strict: judging.strict === true, ...place }));
  if (report.exitCode === 0) return report;
  if ("enforcement" in asked && asked.enforcement === "warn") {
    print(`${NOT_ENFORCED}\n`);
    return report;
  }
  removeStacks(app.outdir);
  process.exitCode = report.exitCode;
  return report;
}

type Judging = Omit<CheckOptions, "merged" | "pairs">;

/** A report, and the settings file that it was made by. */
interface Judged {
  readonly report: Report;
  readonly settings?: string;
}

function synthesized(app: SynthesizableApp, options: Judging): Judged {
  try {
    app.synth();
    return judge(app, options);
  } catch (error) {
    removeStacks(app.outdir);
    throw error;
  }
}

function judge(app: SynthesizableApp, options: Judging): Judged {
  const found = findDocuments([relative(process.cwd(), app.outdir) || "."]);
  const file = options.settings === undefined ? readSettingsFile(undefined, knownNames()) : { settings: {} };
  const faults = [...("faults" in file ? file.faults : []), ...found.faults];
  if ("faults" in file || faults.length > 0) return { report: errorReport(faults) };
  const { path, ...settings } = { path: undefined, ...file };
  const report = check(found.documents, { ...settings, ...options, merged: mergedResources(app) });
  return { report, ...(path !== undefined && { settings: path }) };
}

function toStandardError(text: string): void {
  process.stderr.write(text);
}
