import { readCatalogue, readPresets } from "../judge/catalogue";
import { painter } from "../paint";
import { errorReport } from "../report/assemble";
import { type Format, RENDERERS } from "../report/format/formats";
import type { Report } from "../report/report";
import { renderText, type TextOptions } from "../report/text";
import { reasonsFor } from "../report/text/reasons";
import type { FailOn } from "../settings/settings";
import type { Arguments } from "./arguments";
import type { Faults, Outcome } from "./outcome";
import { writeReport } from "./report-file";

/** Faults as the report of a run that could not judge: text is talk, any other format a report. */
export function renderFaults(faults: Faults, args: Display): Promise<Outcome> {
  return renderReport(errorReport(faults), args);
}

/** How a report is shown. */
export type Display = Pick<Arguments, "format" | "reports" | "color" | "quiet">;

/** Writes the files that were asked for, then what is printed. Files first: where one cannot be written, the run has failed, whatever it found. */
export async function renderReport(report: Report, args: Display, context: Context = {}): Promise<Outcome> {
  const written = await Promise.all(args.reports.map(({ format }) => textOf(report, format, args, context)));
  const faults = args.reports.flatMap(({ path }, at) => writeReport(path, written[at] ?? "") ?? []);
  if (faults.length > 0) return renderReport(errorReport(faults), { ...args, reports: [] }, context);
  const { exitCode, verdict } = report;
  const terminal = verdict === "error" ? process.stderr : process.stdout;
  const { columns } = terminal;
  const text = await textOf(report, args.format, args, {
    ...context,
    paint: painter(args.color, terminal),
    ...(columns > 0 && { width: columns }),
  });
  return verdict === "error" && args.format === "text"
    ? { stderr: text, exitCode }
    : { stdout: text, exitCode };
}

interface Context extends Pick<TextOptions, "settings" | "strict" | "paint" | "width"> {
  readonly failOn?: FailOn;
  /** Names of the presets in force. */
  readonly presets?: readonly string[];
}

async function textOf(report: Report, format: Format, { quiet }: Display, context: Context): Promise<string> {
  const { failOn, presets = [], ...about } = context;
  if (format === "text") return renderText(report, { ...about, why: reasonsFor(report), quiet });
  const write = await RENDERERS[format]();
  const { strict = false } = about;
  return write(report, {
    catalogue: readCatalogue(),
    strict,
    controls: controlsOf(presets),
    ...(failOn !== undefined && { failOn }),
  });
}

function controlsOf(names: readonly string[]): ReadonlySet<string> {
  if (names.length === 0) return new Set();
  const presets = readPresets().filter(({ name }) => names.includes(name));
  return new Set(presets.flatMap(({ controls }) => Object.keys(controls)));
}
