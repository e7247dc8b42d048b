import { digest } from "../digest";
import type { Report } from "../report";
import { visible } from "../visible";
import { byWeight, excuseOf, type Audience, type Weight, withFix } from "./audience";
import { placeOf, repositoryPath } from "./place";

/**
 * The report as a GitLab Code Quality artifact, a list without BOM:
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. Of two entries with one fingerprint
 * GitLab shows the first, so a repeated one says which it is. A run that could not judge says so as a blocker.
 */
export function renderGitlab(report: Report, audience: Audience): string {
  const repeated = new Map<string, number>();
  const faults = report.errors.map(({ path = "", line = 1, message, fix }) => ({
    description: visible(withFix(`could not judge: ${message}`, fix)),
    check_name: "flowgate",
    fingerprint: digest(["flowgate", path, message]),
    severity: "blocker",
    location: { path: repositoryPath(path), lines: { begin: line } },
  }));
  const findings = byWeight(report, audience).map(({ finding, weight }) => {
    const { rule, address, message, fix, fingerprint } = finding;
    const { path, line } = placeOf(finding, report);
    const times = (repeated.get(fingerprint) ?? 0) + 1;
    repeated.set(fingerprint, times);
    const excuse = excuseOf(finding);
    return {
      description: visible(withFix(`${address}: ${message}${excuse && ` (${excuse})`}`, fix)),
      check_name: rule,
      fingerprint: times === 1 ? fingerprint : digest([fingerprint, times]),
      severity: SEVERITY[weight],
      location: { path, lines: { begin: line } },
    };
  });
  return `${JSON.stringify([...faults, ...findings], null, 2)}\n`;
}

const SEVERITY: Readonly<Record<Weight, string>> = {
  fails: "critical",
  warns: "minor",
  undecided: "major",
  excused: "info",
};
