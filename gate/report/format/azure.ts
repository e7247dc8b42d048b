import type { Report } from "../report";
import { summary } from "../summary";
import { visible } from "../visible";
import { byWeight, excuseOf, excuseWord, type Audience, type Weight, withFix } from "./audience";
import { placeOf, repositoryPath, type Place } from "./place";

/**
 * The report as Azure Pipelines logging commands:
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands. What is excused is a plain line; the
 * exit code fails the step, so no command completes the task.
 */
export function renderAzure(report: Report, audience: Audience): string {
  const faults = report.errors.map(({ path, line = 1, column, message, fix }) => {
    const place = path === undefined ? undefined : { path: repositoryPath(path), line, column };
    return issue("error", "flowgate", withFix(`could not judge: ${message}`, fix), place);
  });
  const findings = byWeight(report, audience).map(({ finding, weight }) => {
    const { rule, address, message, fix } = finding;
    const type = TYPE[weight];
    const text = withFix(`${address}: ${message}`, fix);
    if (type === undefined) return plain(`${excuseWord(finding)}: ${rule} ${text} (${excuseOf(finding)})`);
    return issue(type, rule, text, placeOf(finding, report));
  });
  const fixed = report.fixed.map(({ rule, address, message }) =>
    plain(`fixed: ${rule} ${address}: ${message}`),
  );
  return `${[...faults, ...findings, ...fixed, plain(summary(report))].join("\n")}\n`;
}

const TYPE: Readonly<Partial<Record<Weight, "error" | "warning">>> = {
  fails: "error",
  warns: "warning",
  undecided: "warning",
};

function issue(
  type: string,
  code: string,
  text: string,
  place?: { readonly [K in keyof Place]: Place[K] | undefined },
): string {
  const at = place && [
    `sourcepath=${escaped(place.path ?? "")}`,
    `linenumber=${place.line ?? 1}`,
    ...(place.column === undefined ? [] : [`columnnumber=${place.column}`]),
  ];
  return `##vso[task.logissue ${[`type=${type}`, ...(at ?? []), `code=${escaped(code)}`].join(";")};]${escaped(text)}`;
}

/** The agent finds a command anywhere in a line. */
function plain(text: string): string {
  return visible(text).replace(/##(?=vso\[|\[)/gi, "## ");
}

/** As the agent unescapes it, the percent sign first: https://github.com/microsoft/azure-pipelines-agent (CommandStringConvertor). */
function escaped(text: string): string {
  return plain(text)
    .replaceAll("%", "%AZP25")
    .replaceAll(";", "%3B")
    .replaceAll("]", "%5D")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}
