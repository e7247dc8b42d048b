import type { Fault } from "../../read/document";
import type { Report } from "../report";
import { summary } from "../summary";
import { visible } from "../visible";
import { byWeight, excuseOf, excuseWord, type Audience, type Weight, withFix } from "./audience";
import { placeOf, repositoryPath, type Place } from "./place";

/**
 * What GitHub shows of a step: ten errors and ten warnings, the rest it drops in silence. The tenth error is the total,
 * so that nobody takes nine for all. https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
 */
const LIMIT = { error: 9, warning: 10 };

/**
 * The report as GitHub workflow commands (`::error file=...::`), heaviest first, one annotation a resource; what does
 * not fit, and what is excused, is a plain line. The last line is the answer.
 */
export function renderGithub(report: Report, audience: Audience): string {
  const left = { ...LIMIT };
  const annotated = new Set<string>();
  let untold = 0;
  const lines = report.errors.map((fault) => faultCommand(fault));
  for (const { finding, weight } of byWeight(report, audience)) {
    const { rule, address, source, message, fix } = finding;
    const level = LEVEL[weight];
    const key = `${source} ${address}`;
    const fits = level !== undefined && left[level] > 0 && !annotated.has(key);
    const text = withFix(`${address}: ${message}`, fix);
    if (fits) {
      left[level]--;
      annotated.add(key);
      lines.push(command(level, placeOf(finding, report), rule, text));
    } else {
      if (level === "error" && !annotated.has(key)) untold++;
      const excuse = excuseOf(finding);
      const word = weight === "excused" ? excuseWord(finding) : WORD[weight];
      lines.push(`${word}: ${rule} ${visible(`${text}${excuse && ` (${excuse})`}`)}`);
    }
  }
  if (untold > 0) lines.push(`::error title=flowgate::and ${untold} more, in the lines of this step's log`);
  const fixed = report.fixed.map(({ rule, address, message }) =>
    visible(`fixed: ${rule} ${address}: ${message}`),
  );
  return `${[...lines, ...fixed, summary(report)].join("\n")}\n`;
}

const LEVEL: Readonly<Partial<Record<Weight, "error" | "warning">>> = {
  fails: "error",
  warns: "warning",
  undecided: "warning",
};

const WORD: Readonly<Record<Exclude<Weight, "excused">, string>> = {
  fails: "error",
  warns: "warning",
  undecided: "undecided",
};

function faultCommand({ path, line = 1, column, message, fix }: Fault): string {
  const text = withFix(`could not judge: ${message}`, fix);
  if (path === undefined) return `::error title=flowgate::${data(text)}`;
  const place = { path: repositoryPath(path), line, ...(column !== undefined && { column }) };
  return command("error", place, "flowgate", text);
}

function command(level: string, { path, line, column }: Place, title: string, text: string): string {
  const at = `file=${property(path)},line=${line}${column === undefined ? "" : `,col=${column}`}`;
  return `::${level} ${at},title=${property(title)}::${data(text)}`;
}

/** As actions/toolkit's escapeData: a command ends with its line. */
function data(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** As actions/toolkit's escapeProperty. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
