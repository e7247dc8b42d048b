import type { Condition } from "../../model";
import { literalOf, textKey } from "../../text/text-parts";
import { type Comparison, UNKNOWN_FACTS } from "./compare";
import { readConditionValue } from "./condition-value";
import { forEach } from "./several-owns";
import type { ConditionDraft, StatementDraft } from "../decode/draft";
import type { PolicyContext, Use } from "../policy-context";
import { notPolicy, quote } from "../decode/unreadable";
import { show, type Wording } from "../decode/wording";

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
  ["numericlessthan", "below"],
  ["numericlessthanequals", "up-to"],
  ["numericgreaterthan", "above"],
  ["numericgreaterthanequals", "at-least"],
  ["dateequals", "none"],
  ["datenotequals", "none"],
  ["datelessthan", "none"],
  ["datelessthanequals", "none"],
  ["dategreaterthan", "none"],
  ["dategreaterthanequals", "none"],
]);

/** Throws `Unreadable` for an operator that IAM does not know. `complete` false: some conditions are not known. */
export function readConditions(
  { conditions, place, effect }: Pick<StatementDraft, "conditions" | "place" | "effect">,
  use: Use,
  context: PolicyContext,
): { items: Condition[]; complete: boolean } {
  const items = conditions.map((draft) =>
    readCondition(draft, place, literalOf(effect.text) === "Deny", use, context),
  );
  const known = items.filter((item) => item !== undefined);
  refuseTwice(known, place);
  return { items: known, complete: known.length === items.length };
}

/** Operators and keys that differ in their letters alone are the same, and AWS does not say which of two then holds. */
function refuseTwice(conditions: readonly Condition[], place: string): void {
  const names = new Set<string>();
  for (const { quantifier, operator, if_exists: optional, key, given } of conditions) {
    const name = [quantifier, operator, optional, key].join(" ");
    if (names.has(name)) throw notPolicy(`${place} has the condition "${quote(given)}" twice`);
    names.add(name);
  }
}

/** Undefined where operator, key or some value is not known. */
function readCondition(
  draft: ConditionDraft,
  place: string,
  denies: boolean,
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
  const values = draft.values.items;
  const facts = forEach(use === "trust" ? context.owns : undefined, context, (read) =>
    values.map(({ text }) => readConditionValue(use, key, operator.comparison, text, read)),
  )(denies === operator.name.includes("not"));
  return {
    quantifier: operator.quantifier,
    operator: operator.name,
    if_exists: operator.ifExists,
    key,
    given: `${test} ${show(draft.key)}`,
    values: values.map((value, at) => {
      const fact = use === "trust" && isSecondAccount(value, values) ? undefined : facts[at];
      return Object.assign({ text: show(value) }, fact ?? UNKNOWN_FACTS);
    }),
  };
}

/**
 * An account in digits beside a reference to the own one: nobody names the own account twice, so that it may be another,
 * although no other account stands in the input.
 */
function isSecondAccount(value: Wording, values: readonly Wording[]): boolean {
  return (
    !value.written.includes("${") &&
    values.some(({ written, text }) => written.includes("${") && textKey(text) === textKey(value.text))
  );
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
