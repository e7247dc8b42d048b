import { check, type CheckOptions } from "../check";
import { readCatalogue } from "../judge/catalogue";
import { nearest } from "../nearest";
import { errorReport } from "../report/assemble";
import type { Finding, Report } from "../report/report";
import { renderText } from "../report/text";
import { readSubject } from "./subject";

/** What a matcher answers to Jest (or Vitest). */
interface Answer {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * The matchers, for `expect.extend`. A subject that cannot be judged fails either way, also behind `.not`: it throws.
 */
export const flowLogMatchers = {
  /** Every rule holds: the exit code would be 0. The message of a failure is the text report. */
  toSatisfyFlowLogPolicies(received: unknown, options: CheckOptions = {}): Answer {
    const report = judged(received, { strict: true, ...options });
    return {
      pass: report.exitCode === 0,
      message: () =>
        report.exitCode === 0
          ? `expected findings of the flow-log policies, and there are none\n\n${textOf(report)}`
          : `expected the flow-log policies to hold\n\n${textOf(report)}`,
    };
  },

  /** The rule reports a failure, of the resource at `address` where it is given. Waived findings count. */
  toHaveFlowLogFinding(
    received: unknown,
    rule: string,
    address?: string,
    options: CheckOptions = {},
  ): Answer {
    refuseUnknown(rule);
    const report = judged(received, options);
    const isMeant = (finding: Finding): boolean =>
      finding.rule === rule &&
      finding.verdict === "fail" &&
      (address === undefined || finding.address === address);
    const pass = report.findings.some(isMeant);
    const wanted = `${rule}${address === undefined ? "" : ` for ${address}`}`;
    return {
      pass,
      message: () => `expected ${pass ? "no finding" : "a finding"} of ${wanted}\n\n${textOf(report)}`,
    };
  },
};

function judged(received: unknown, options: CheckOptions): Report {
  const { documents, faults } = readSubject(received);
  const report = faults.length > 0 ? errorReport(faults) : check(documents, options);
  if (report.verdict === "error") throw new Error(`flowgate could not judge\n\n${textOf(report)}`);
  return report;
}

/** A misspelt rule would never be found, and `.not` would hold for ever. */
function refuseUnknown(rule: string): void {
  const ids = readCatalogue().map(({ id }) => id);
  if (ids.includes(rule)) return;
  const meant = nearest(rule, ids);
  throw new Error(`there is no rule "${rule}"${meant === undefined ? "" : `: did you mean "${meant}"?`}`);
}

function textOf(report: Report): string {
  return renderText(report);
}
