import type { Condition } from "../../model";
import { literalOf } from "../../text/text-parts";
import type { Comparison } from "./condition-value";
import { readConditionValue } from "./condition-value";
import type { ConditionDraft, StatementDraft } from "../decode/draft";
import type { PolicyContext, Use } from "../policy-context";
import { notPolicy, quote } from "../decode/unreadable";
import { show } from "../decode/wording";

/**
 * How each operator compares, its negation included.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const COMPARISONS = new Map<string, Comparison>([
  ["stringequals", "exact"],
  ["stringnotequals", "exact"],
  ["stringequalsignorecase", "any-case"],
  ["stringnotequalsignorecase", "any-case"],
  ["stringlike", "glob"],
  ["stringnotlike", "glob"],
  ["arnequals", "arn"],
  ["arnlike", "arn"],
  ["arnnotequals", "arn"],
  ["arnnotlike", "arn"],
  ["bool", "boolean"],
  ["null", "none"],
  ["binaryequals", "none"],
  ["ipaddress", "none"],
  ["notipaddress", "none"],
  ["numericequals", "none"],
  ["numericnotequals", "none"],
  ["numericlessthan", "none"],
  ["numericlessthanequals", "none"],
  ["numericgreaterthan", "none"],
  ["numericgreaterthanequals", "none"],
  ["dateequals", "none"],
  ["datenotequals", "none"],
  ["datelessthan", "none"],
  ["datelessthanequals", "none"],
  ["dategreaterthan", "none"],
  ["dategreaterthanequals", "none"],
]);

/** Throws `Unreadable` for an operator that IAM does not know. `complete` false: some conditions are not known. */
export function readConditions(
  { conditions, place }: Pick<StatementDraft, "conditions" | "place">,
  use: Use,
  context: PolicyContext,
): { items: Condition[]; complete: boolean } {
  const items = conditions.map((draft) => readCondition(draft, place, use, context));
  const known = items.filter((item) => item !== undefined);
  return { items: known, complete: known.length === items.length };
}

/** Undefined where operator, key or some value is not known. */
function readCondition(
  draft: ConditionDraft,
  place: string,
  use: Use,
  context: PolicyContext,
): Condition | undefined {
  const test = literalOf(draft.test.text);
  const key = literalOf(draft.key.text)?.toLowerCase();
  if (test === undefined || key === undefined || !draft.values.complete) return undefined;
  const operator = readOperator(test, place);
  if (key === "") throw notPolicy(`a condition of ${place} has no key`);
  if (draft.values.items.length === 0)
    throw notPolicy(`the condition on ${quote(key)} of ${place} has no value`);
  return {
    quantifier: operator.quantifier,
    operator: operator.name,
    if_exists: operator.ifExists,
    key,
    given: `${test} ${show(draft.key)}`,
    values: draft.values.items.map((value) => ({
      text: show(value),
      ...readConditionValue(use, key, operator.comparison, value.text, context),
    })),
  };
}

interface Operator {
  readonly quantifier: string;
  readonly name: string;
  readonly ifExists: boolean;
  readonly comparison: Comparison;
}

function readOperator(test: string, place: string): Operator {
  const [, quantifier = "", base = "", suffix] =
    /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(test.toLowerCase()) ?? [];
  const comparison = COMPARISONS.get(base);
  if (comparison === undefined || (base === "null" && suffix !== undefined)) {
    throw notPolicy(`"${quote(test)}" in ${place} is no condition operator`);
  }
  return { quantifier, name: base, ifExists: suffix !== undefined, comparison };
}
