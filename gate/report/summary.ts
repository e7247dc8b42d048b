import type { Report } from "./report";
import { visible } from "./visible";

/** The last line: the verdict, and what was judged to come to it. */
export function summary(report: Report): string {
  if (report.verdict === "error") return `could not judge: ${counted(report.errors.length, "problem")}`;
  const counts = findingCounts(report).join(", ");
  const { resources, flowLogs } = report.judged;
  const judged = `${counted(flowLogs, "flow log")} (${counted(resources, "resource")}) in ${sourcesOf(report)}`;
  const rules = counted(report.rules.length, "rule");
  const holding = report.rules.filter(({ fail, undecided }) => fail + undecided === 0).length;
  if (counts === "") return `pass  ${rules} hold for ${judged}`;
  const answer = `${counts}, ${holding} of ${rules} passed for ${judged}`;
  if (report.verdict === "undecided") return `not proven: ${answer}; ${wayOut(report)}`;
  const excused = report.verdict === "fail" && report.exitCode === 0 ? " (exit 0, as --fail-on asks)" : "";
  return `${report.verdict}  ${answer}${excused}`;
}

function findingCounts({ findings }: Report): readonly string[] {
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  const errors = failed.filter(({ severity }) => severity === "error").length;
  const warnings = failed.length - errors;
  const undecided = findings.length - failed.length;
  return [
    ...(errors > 0 ? [`${errors} failed`] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ];
}

/** What would prove it. */
function wayOut({ findings }: Report): string {
  const fixes = new Set(findings.filter(({ verdict }) => verdict === "undecided").map(({ fix }) => fix));
  const [only = "", ...others] = fixes;
  return others.length === 0 ? `to prove it: ${visible(only)}` : "to prove it, do what each help line says";
}

function sourcesOf({ sources }: Report): string {
  const names = sources.map(({ stack, path }) => visible(stack ?? path));
  return names.length > 3 ? `${names.length} sources` : names.join(", ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
