import { JudgeFault } from "./fault";
import type { RuleVerdict, Settled } from "./verdict";

const FIX = "install flowgate again, or run node tools/build-policies.js in its sources";

/** A rule's answer as its verdict. Throws a JudgeFault where it is none, or another rule's. */
export function ruleVerdict(entrypoint: string, answer: unknown): RuleVerdict {
  const rule = ruleId(entrypoint);
  if (answer === undefined) throw new JudgeFault(`the rule ${rule} answers nothing`, FIX);
  if (!isRuleVerdict(answer))
    throw new JudgeFault(`the rule ${rule} answers something that is no verdict`, FIX);
  if (answer.rule !== rule) throw new JudgeFault(`the rule ${rule} answers as ${answer.rule}`, FIX);
  return answer;
}

/** Rules about waivers, which are asked while verdicts are settled. */
const ON_WAIVERS = 2;

/** What `flowgate/settled` answers, for so many rules at most. Throws a JudgeFault where it is something else. */
export function settledVerdict(answer: unknown, rules: number): Settled {
  if (!isSettled(answer) || answer.rules.length > rules + ON_WAIVERS) {
    throw new JudgeFault("the policies settle on nothing", FIX);
  }
  return answer;
}

/** `retention-unset` of `flowgate/rules/retention_unset/verdict`. */
export function ruleId(entrypoint: string): string {
  return (entrypoint.split("/")[2] ?? "").replaceAll("_", "-");
}

function isRuleVerdict(answer: unknown): answer is RuleVerdict {
  return (
    isObject(answer) &&
    typeof answer.rule === "string" &&
    ["error", "warning", "off"].includes(answer.severity as string) &&
    typeof answer.waivable === "boolean" &&
    isCount(answer.judged) &&
    Array.isArray(answer.findings) &&
    answer.findings.every((finding) => isFinding(finding) && isCount(finding.source))
  );
}

function isFinding(finding: unknown): finding is Record<string, unknown> {
  return (
    isObject(finding) &&
    (finding.verdict === "fail" || finding.verdict === "undecided") &&
    [finding.address, finding.cause, finding.message, finding.fix].every(
      (text) => typeof text === "string",
    ) &&
    Array.isArray(finding.related)
  );
}

function isSettled(answer: unknown): answer is Settled {
  return (
    isObject(answer) &&
    ["pass", "fail", "undecided"].includes(answer.verdict as string) &&
    (answer.exit_code === 0 || answer.exit_code === 1) &&
    Array.isArray(answer.rules) &&
    answer.rules.every(
      (rule) =>
        isObject(rule) && [rule.pass, rule.fail, rule.undecided, rule.known, rule.waived].every(isCount),
    ) &&
    Array.isArray(answer.findings) &&
    answer.findings.every(
      (finding) => isFinding(finding) && (finding.source === undefined || isCount(finding.source)),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}
