import type { Report } from "../report";
import { visible } from "../visible";
import { byWeight, excuseOf, type Audience, type Weight } from "./audience";

/**
 * The report as conftest prints its own: one line a finding, and the counts. Atlantis reads the verdict of a custom
 * policy check off this text (a line that starts with FAIL, or a count of failures), so what could not be judged is a
 * failure here: https://www.runatlantis.io/docs/policy-checking.
 */
export function renderConftest(report: Report, audience: Audience): string {
  const weighed = byWeight(report, audience);
  const lines = [
    ...report.errors.map(({ path = "flowgate", message, fix }) =>
      line("FAIL", path, `could not judge: ${message}; ${fix}`),
    ),
    ...weighed.map(({ finding, weight }) => {
      const excuse = excuseOf(finding);
      const message = `${finding.rule}: ${finding.message}${excuse && ` (${excuse})`}`;
      return line(WORD[weight], finding.address, message);
    }),
  ];
  const of = (...wanted: Weight[]): number => weighed.filter(({ weight }) => wanted.includes(weight)).length;
  const passed = report.rules.reduce((sum, { pass }) => sum + pass, 0);
  const failures = of("fails") + report.errors.length;
  const counts = [
    `${passed + weighed.length + report.errors.length} tests`,
    `${passed} passed`,
    `${of("warns", "undecided")} warnings`,
    `${failures} ${failures === 1 ? "failure" : "failures"}`,
    `${of("excused")} exceptions`,
  ];
  return `${[...lines, "", counts.join(", ")].join("\n").trimStart()}\n`;
}

const WORD: Readonly<Record<Weight, string>> = {
  fails: "FAIL",
  warns: "WARN",
  undecided: "WARN",
  excused: "EXCP",
};

function line(word: string, subject: string, message: string): string {
  return visible(`${word} - ${subject} - flowgate - ${message}`);
}
