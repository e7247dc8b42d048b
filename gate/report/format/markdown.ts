import { codeFrame } from "../code-frame";
import { policyText } from "../policy-text";
import type { Finding, FlowLogPath, Report } from "../report";
import { summary } from "../summary";
import { byWeight, excuseOf, excuseWord, type Audience, type Weight } from "./audience";
import { controlTable, fixedItems } from "./markdown-evidence";
import { markdownBlock, markdownCode, markdownText } from "./markdown-text";
import { mermaidPath } from "./mermaid";
import { placeOf } from "./place";

/**
 * Bytes that a comment may take: GitHub refuses one of more than 65,536 characters ("Body is too long"), and other
 * actions put their own marker at its end.
 */
const BUDGET = 60_000;
/** Parts of the budget that the table, the pictures and what is fixed may take: details matter more. */
const SHARE = { table: 0.35, pictures: 0.2, fixed: 0.2 };

/**
 * The report as a comment for a pull request: the verdict and a hidden marker in the first line, so that a bot finds
 * its own comment again; a table; the broken delivery paths as pictures; what is fixed since the baseline; the controls
 * that findings speak against; every finding folded. Whole findings are left out where it grows too long, and it says
 * how many.
 */
export function renderMarkdown(report: Report, audience: Audience): string {
  const weighed = byWeight(report, audience);
  const head = `## flowgate: ${markdownText(summary(report))} <!-- flowgate:${keyOf(report)} -->`;
  const budget = new Budget(BUDGET - bytesOf(head));
  const faults = budget.take(report.errors.map(({ path, message, fix }) => faultItem(path, message, fix)));
  const rows = budget.within(SHARE.table).take(weighed.map((each) => rowOf(each, report)));
  const broken = report.flowLogs.filter(({ brokenAt }) => brokenAt !== undefined);
  const pictures = budget.within(SHARE.pictures).take(broken.map(pictureOf));
  const fixed = budget.within(SHARE.fixed).take(fixedItems(report));
  const byControl = budget.take([controlTable(weighed, audience)].filter((table) => table !== ""));
  const details = budget.take(weighed.map((each) => detailOf(each, report)));
  const blocks = [
    head,
    ...list(faults.kept),
    ...leftOut(faults.left, "more problem", "left out: a comment holds no more, the JSON report has all"),
    ...(rows.kept.length > 0 ? [[TABLE_HEAD, ...rows.kept].join("\n")] : []),
    ...leftOut(rows.left, "more finding", "not in the table"),
    ...pictures.kept,
    ...leftOut(pictures.left, "more broken delivery path", "not drawn"),
    ...list(fixed.kept),
    ...leftOut(fixed.left, "more fixed finding", "not listed"),
    ...byControl.kept,
    ...details.kept,
    ...leftOut(details.left, "more finding", "left out: a comment holds no more, the JSON report has all"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

interface Weighed {
  readonly finding: Finding;
  readonly weight: Weight;
}

const TABLE_HEAD = "| | rule | resource | what |\n|---|---|---|---|";

const WORD: Readonly<Record<Exclude<Weight, "excused">, string>> = {
  fails: "**fails**",
  warns: "warning",
  undecided: "undecided",
};

function wordOf({ finding, weight }: Weighed): string {
  return weight === "excused" ? excuseWord(finding) : WORD[weight];
}

function rowOf(weighed: Weighed, report: Report): string {
  const { finding } = weighed;
  const { rule, address, message } = finding;
  const { path, line } = placeOf(finding, report);
  const where = finding.location === undefined ? "" : `<br>${markdownCode(`${path}:${line}`)}`;
  return `| ${wordOf(weighed)} | ${rule} | ${markdownCode(address)}${where} | ${markdownText(message)} |`;
}

function detailOf(weighed: Weighed, report: Report): string {
  const { finding } = weighed;
  const { rule, address, constructPath, message, fix, evidence, corrected, controls, source } = finding;
  const { path = "", stack } = (source === undefined ? undefined : report.sources[source]) ?? {};
  const excuse = excuseOf(finding);
  const place = [stack, constructPath, path].filter((part) => part !== undefined && part !== "");
  return [
    `<details><summary>${rule} ${markdownCode(address)}</summary>`,
    `${wordOf(weighed)}: ${markdownText(message)}`,
    ...(excuse === "" ? [] : [markdownText(excuse)]),
    place.map((part) => markdownCode(part ?? "")).join(" "),
    ...(evidence ? [markdownBlock(codeFrame(evidence))] : []),
    `To fix it, ${markdownText(fix)}.`,
    ...(corrected === undefined ? [] : [markdownBlock(policyText(corrected), "json")]),
    ...(controls.length > 0 ? [`Controls: ${markdownText(controls.join(", "))}`] : []),
    "</details>",
  ].join("\n\n");
}

function pictureOf(path: FlowLogPath): string {
  return ["```mermaid", mermaidPath(path), "```"].join("\n");
}

function faultItem(path: string | undefined, message: string, fix: string): string {
  const where = path === undefined ? "" : `${markdownCode(path)}: `;
  return `- ${where}${markdownText(message)}. To fix it, ${markdownText(fix)}.`;
}

function list(items: readonly string[]): string[] {
  return items.length > 0 ? [items.join("\n")] : [];
}

function leftOut(count: number, noun: string, where: string): string[] {
  return count > 0 ? [`and ${count} ${noun}${count === 1 ? "" : "s"}, ${where}`] : [];
}

/** Told from other comments by what was judged; a name of anything else cannot end the comment. */
function keyOf({ sources }: Report): string {
  const names = sources.map(({ stack, path }) => stack ?? path).join(",");
  return names.replace(/[^A-Za-z0-9._/,]+/g, "_").slice(0, 80) || "input";
}

/** Bytes, of which whole parts are taken. */
class Budget {
  constructor(private left: number) {}

  /** A budget of a share of what is left, taken off it. */
  within(share: number): Budget {
    const part = Math.floor(this.left * share);
    const budget = new Budget(part);
    this.left -= part;
    budget.giveBack = (unused) => {
      this.left += unused;
    };
    return budget;
  }

  take(parts: readonly string[]): { kept: string[]; left: number } {
    const kept: string[] = [];
    for (const part of parts) {
      const cost = bytesOf(part) + 2;
      if (cost > this.left) break;
      this.left -= cost;
      kept.push(part);
    }
    this.giveBack(this.left);
    return { kept, left: parts.length - kept.length };
  }

  private giveBack: (unused: number) => void = () => undefined;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
