import type { ResourceCoverage } from "../../../../gate/model/model";
import { cover } from "../../../../gate/model/policy/coverage/coverage";
import type { CoverageTarget } from "../../../../gate/model/policy/coverage/coverage-target";
import type { DecodedDocument } from "../../../../gate/model/policy/read-policy";
import type { Atom, Text } from "../../../../gate/model/text/text";
import { GROUP, follows } from "./world";

/** A part of an ARN that is not known before apply. */
export const VARIABLE: Atom = { key: "var.arn", kind: "unknown", shown: "${var.arn}" };

/** What one pattern covers of the own group, or of other targets. */
export function coverageOf(pattern: Text, target: Partial<CoverageTarget> = {}): ResourceCoverage {
  const document: Pick<DecodedDocument, "patterns"> = {
    patterns: [{ resources: [pattern], notResources: [] }],
  };
  const whole = { groups: [[GROUP]], complete: true, streamPrefix: "eni-" as const, ...target };
  const coverage = cover(document, whole);
  expect(follows("coverage", coverage)).toBe(true);
  const [only] = coverage.statements[0]?.resources ?? [];
  if (only === undefined) throw new Error("no coverage");
  return only;
}

/** `streams group reach form`. */
export function told(pattern: Text, target: Partial<CoverageTarget> = {}): string {
  const { streams, group, reach, form } = coverageOf(pattern, target);
  return `${streams} ${group} ${reach} ${form}`;
}
