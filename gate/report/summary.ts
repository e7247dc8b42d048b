import type { Report } from "./report";
import { visible } from "./visible";

/** The last line: the verdict, and what was judged to come to it. `strict`: undecided was to fail the run. */
export function summary(report: Report, strict = false): string {
  if (report.verdict === "error") return `could not judge: ${counted(report.errors.length, "problem")}`;
  const counts = findingCounts(report).join(", ");
  const { resources, flowLogs } = report.judged;
  const judged = `${counted(flowLogs, "flow log")} (${counted(resources, "resource")}) in ${sourcesOf(report)}`;
  const rules = counted(report.rules.length, "rule");
  const holding = report.rules.filter(({ fail, undecided }) => fail + undecided === 0).length;
  const excuses = excusesOf(report);
  if (counts === "") return `pass  ${rules} hold for ${judged}${excuses}`;
  const answer = `${counts}, ${holding} of ${rules} passed for ${judged}${excuses}`;
  const lenient = report.exitCode === 0 && (report.verdict === "fail" || strict);
  const excused = lenient && report.verdict !== "pass" ? " (exit 0, as --fail-on asks)" : "";
  if (report.verdict === "undecided")
    return `not proven: ${counts} for ${counted(flowLogs, "flow log")} in ${sourcesOf(report)}${excuses}; ${wayOut(report)}${excused}`;
  return `${report.verdict}  ${answer}${excused}`;
}

/** What stands and does not fail, and what a baseline had and this run has not. */
function excusesOf({ findings, fixed }: Report): string {
  const waived = findings.filter(({ waiver }) => waiver !== undefined).length;
  const known = findings.filter((finding) => finding.known === true).length;
  return [
    ...(waived > 0 ? [`, ${counted(waived, "finding")} waived`] : []),
    ...(known > 0 ? [`, ${counted(known, "finding")} known`] : []),
    ...(fixed.length > 0 ? [`, ${counted(fixed.length, "finding")} fixed`] : []),
  ].join("");
}

function findingCounts({ findings }: Report): readonly string[] {
  const standing = findings.filter(({ waiver, known }) => waiver === undefined && known !== true);
  const failed = standing.filter(({ verdict }) => verdict === "fail");
  const errors = failed.filter(({ severity }) => severity === "error").length;
  const warnings = failed.length - errors;
  const undecided = standing.length - failed.length;
  return [
    ...(errors > 0 ? [`${errors} failed`] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ];
}

/** What would prove it. A plan made from `.tf` holds less than its source does, and `.tf` alone less than its plan. */
function wayOut({ findings, sources }: Report): string {
  const plan = sources.find(({ kind }) => kind === "plan");
  if (plan !== undefined && sources.every(({ kind }) => kind === "plan" || kind === "state"))
    return `to prove it, add its source: ${visible(`flowgate check ${plan.path} SOURCE`)}`;
  const fixes = new Set(findings.filter(({ verdict }) => verdict === "undecided").map(({ fix }) => fix));
  const [only = "", ...others] = fixes;
  // The finding has the whole of it.
  const way = others.length === 0 ? visible(clause(only)) : "do what each finding says";
  const isHclAlone = sources.every(({ kind }) => kind === "hcl");
  return `to prove it, ${way}${isHclAlone ? ", or add its plan" : ""}`;
}

function clause(sentence: string): string {
  const end = sentence.indexOf("; ");
  return end < 0 ? sentence : sentence.slice(0, end);
}

function sourcesOf({ sources }: Report): string {
  const names = sources.map(({ stack, path }) => visible(stack ?? path));
  const shown = [...new Set(names)];
  return shown.length > 3 ? `${names.length} sources` : shown.join(", ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
