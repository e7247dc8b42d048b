import { firstOf } from "../cut-list";
import type { Report } from "./report";
import { summary } from "./summary";
import { findingBlock, HELP } from "./text/finding-block";
import { groupFindings } from "./text/group";
import { flowLogHeading, headline, placeOf, sourceHeader, sourceName, subjectPlace } from "./text/heading";
import { LISTED, more, type Paint, type Sheet } from "./text/sheet";
import { visible } from "./visible";
import { WIDTH, wrap } from "./wrap";

/** How a report is told to a person. */
export interface TextOptions {
  /** Why a rule matters, by its id: said with its first finding. */
  readonly why?: ReadonlyMap<string, string>;
  /** Default: no colour. */
  readonly paint?: Paint;
  /** Columns of the terminal, of which prose takes 80 and a picture 100 at most. Default 100. */
  readonly width?: number;
  /** The last line alone. Default false. */
  readonly quiet?: boolean;
  /** The settings file that was judged by; absent where there was none. */
  readonly settings?: string;
  /** Undecided fails the run. Default false. */
  readonly strict?: boolean;
}

/**
 * The report as a compiler says it: by flow log, with the way that its records take and where that is broken, then each
 * finding with its place, its evidence and its fix; the last line is the answer.
 */
export function renderText(report: Report, options: TextOptions = {}): string {
  const { paint = PLAIN, quiet = false, settings, strict = false, width = WIDEST } = options;
  const why = options.why ?? new Map<string, string>();
  const wide = Math.max(NARROWEST, Math.min(width, WIDEST));
  const sheet: Sheet = { paint, width: Math.min(wide, WIDTH), wide, told: new Set() };
  const blocks = [
    ...faults(report, sheet),
    ...(quiet ? [] : [...findings(report, why, sheet), ...fixed(report, sheet), ...sources(report, sheet)]),
    ...(quiet || settings === undefined ? [] : [paint("quiet", `settings: ${visible(settings)}`)]),
    paint(report.verdict, summary(report, strict)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const PLAIN: Paint = (_, text) => text;

/** Below this, prose is a column of single words. */
const NARROWEST = 40;

/** Beyond this, an eye loses its line. */
const WIDEST = 100;

function faults({ errors }: Report, sheet: Sheet): string[] {
  return errors.map(({ message, fix, ...place }) =>
    [
      ...headline("error", "error", message, sheet),
      ...(place.path === undefined ? [] : [`  --> ${placeOf(place)}`]),
      ...wrap(visible(fix), HELP, HELP.length, sheet.width),
    ].join("\n"),
  );
}

function findings(report: Report, why: ReadonlyMap<string, string>, sheet: Sheet): string[] {
  const blocks: string[] = [];
  let above: string | undefined;
  for (const group of groupFindings(report)) {
    const { flowLogs } = group;
    const header = sourceHeader(group, report, sheet);
    if (header !== above) blocks.push(header);
    else if (flowLogs.length === 0) blocks.push(sheet.paint("strong", "other findings"));
    above = header;
    if (flowLogs.length > 0) blocks.push(flowLogHeading(group, sheet));
    for (const block of group.blocks)
      blocks.push(findingBlock(block, { report, flowLogs, why }, sheet).join("\n"));
  }
  if (blocks.length === 0) return [];
  const hint = wrap("`flowgate explain RULE` says more about a rule", "", 0, sheet.width);
  return [...blocks, hint.map((line) => sheet.paint("quiet", line)).join("\n")];
}

/** What the baseline has and this run does not find. */
function fixed(report: Report, sheet: Sheet): string[] {
  return report.fixed.map((finding) =>
    [
      ...headline("quiet", `fixed[${finding.rule}]`, finding.message, sheet),
      ...subjectPlace(finding, sheet),
    ].join("\n"),
  );
}

/** Where the files are that nothing was found in. */
function sources(report: Report, { paint }: Sheet): string[] {
  if (report.findings.length > 0 || report.verdict === "error") return [];
  const shown = firstOf(report.sources, LISTED);
  const lines = shown.map((_, at) => paint("strong", sourceName(report, at)));
  return [[...lines, ...more(report.sources.length - shown.length)].join("\n")];
}
