import { firstOf } from "../../cut-list";
import type { Fault } from "../../read/document";
import { keyOf } from "../delivery-path";
import type { Finding, Report } from "../report";
import { visible } from "../visible";
import { wrap } from "../wrap";
import type { Group } from "./group";
import { pathLine } from "./path-line";
import { LISTED, more, type Sheet, type Tone } from "./sheet";

/** The documents that a group is about, or the settings file, whose waivers are of no source. */
export function sourceHeader({ sources, blocks }: Group, report: Report, { paint }: Sheet): string {
  const settings = blocks[0]?.finding.location?.path ?? "settings";
  const shown = firstOf(sources, LISTED);
  const names = shown.map((source) => paint("strong", sourceName(report, source, settings)));
  return [...names, ...more(sources.length - shown.length)].join("\n");
}

/** A source as a line of its own: its stack, where it is one, and its path. */
export function sourceName({ sources }: Report, source: number, otherwise = ""): string {
  const { stack, path = otherwise } = sources[source] ?? {};
  return visible(stack === undefined ? path : `${stack}  ${path}`);
}

/** The flow logs of a group, and the way that their records take. */
export function flowLogHeading({ flowLogs, blocks }: Group, sheet: Sheet): string {
  const findings = blocks.flatMap(({ finding, alike }) => [finding, ...alike]);
  const located = new Map(
    findings.flatMap(({ source = -1, address, location }) =>
      location === undefined ? [] : [[keyOf({ source, address }), location] as const],
    ),
  );
  const names = flowLogs.map((path) => {
    const location = located.get(keyOf(path));
    const parts = [path.address, path.constructPath, location && placeOf(location)];
    return visible(parts.filter((part) => part !== undefined).join("  "));
  });
  const shown = firstOf([...new Set(names)], LISTED);
  return [
    ...shown.map((name) => sheet.paint("strong", name)),
    ...more(names.length - shown.length, " flow logs"),
    ...pathLine(flowLogs, sheet),
  ].join("\n");
}

/** What is wrong, under its rule. */
export function headline(tone: Tone, label: string, message: string, { paint, width }: Sheet): string[] {
  const [first = "", ...others] = wrap(visible(message), `${label}: `, 2, width);
  const start = `${paint(tone, label)}: ${paint("strong", first.slice(label.length + 2))}`;
  return [start, ...others.map((line) => paint("strong", line))];
}

/** Where the subject of a finding is; below each other what does not fit beside each other. */
export function subjectPlace(
  { constructPath, address, location }: Finding,
  { width }: Sheet,
  path?: string,
): string[] {
  const where = [constructPath, address, location && placeOf(location), path && `in ${path}`];
  const parts = where.flatMap((part) => (part === undefined || part === "" ? [] : visible(part)));
  const line = `  --> ${parts.join("  ")}`;
  return line.length <= width ? [line] : parts.map((part, at) => `${at === 0 ? "  --> " : "      "}${part}`);
}

/** `main.ts:14:3`. */
export function placeOf({ path = "", line, column }: Pick<Fault, "path" | "line" | "column">): string {
  return visible([path, line, column].filter((part) => part !== undefined).join(":"));
}
