import type { ConditionValue } from "../../model";
import { matches } from "../../text/pattern";
import type { Text } from "../../text/text";
import { isSettled, literalOf } from "../../text/text-parts";
import { matchesArn } from "../coverage/arn";
import { holdsPolicyVariable } from "../decode/wording";
import type { PolicyContext } from "../policy-context";

/**
 * How an operator compares; `below` and `at-least` are of numbers; `none` is beyond what is read.
 */
export type Comparison =
  "exact" | "any-case" | "glob" | "arn" | "boolean" | "below" | "up-to" | "above" | "at-least" | "none";

/** What a value of a condition matches, taken positively. */
export type ConditionFacts = Omit<ConditionValue, "text">;

/** How the values of one key compare with what a request carries. */
export type ReadKey = (value: Text, comparison: Comparison, context: PolicyContext) => ConditionFacts;

export const UNKNOWN_FACTS: ConditionFacts = { own: "unknown", foreign: "unknown", flaw: "" };
export const EVERYTHING: ConditionFacts = { own: "yes", foreign: "yes", flaw: "everything" };
export const MALFORMED: ConditionFacts = { own: "no", foreign: "no", flaw: "malformed" };

/** Does the operator take `*` and `?` for characters like any other? */
export function isExact(comparison: Comparison): boolean {
  return comparison === "exact" || comparison === "any-case";
}

/** Any organisation given is taken to be the own; only a pattern that leaves it open is not. */
export function organisationFacts(value: Text, comparison: Comparison): ConditionFacts {
  const [head] = value;
  if (comparison === "arn" || head === undefined) return MALFORMED;
  if (!isExact(comparison) && typeof head === "string" && /^[^/]*[*?]/.test(head)) {
    return EVERYTHING;
  }
  // A policy variable may be the very organisation that the request carries.
  if (holdsPolicyVariable(value)) return UNKNOWN_FACTS;
  return { own: "yes", foreign: isExact(comparison) || isSettled(value) ? "no" : "unknown", flaw: "" };
}

export function roleArnFacts(
  value: Text,
  comparison: Comparison,
  { roleArn }: PolicyContext,
): ConditionFacts {
  if (roleArn === undefined) return UNKNOWN_FACTS;
  if (comparison !== "arn") return sameAs(roleArn, value, comparison, "");
  return literalOf(value) === "*"
    ? EVERYTHING
    : { own: matchesArn(value, roleArn), foreign: "unknown", flaw: "" };
}

export function sameAs(
  subject: Text,
  value: Text,
  comparison: Comparison,
  flaw: ConditionFacts["flaw"],
): ConditionFacts {
  if (comparison === "arn") return MALFORMED;
  if (literalOf(value) === "*") return EVERYTHING;
  const own = matches(value, comparison === "any-case" ? lowerCase(subject) : subject);
  return { own, foreign: "unknown", flaw: own === "no" ? flaw : "" };
}

/** AWS has no endpoint without TLS for these requests, and the principal that assumes the role is a service. */
export function alwaysTrue(value: Text, comparison: Comparison): ConditionFacts {
  return forEverybody(sameAs(["true"], value, comparison, ""));
}

/** The service is the same for whomever it acts. */
export function forEverybody(facts: ConditionFacts): ConditionFacts {
  return { ...facts, foreign: facts.own === "some" ? "unknown" : facts.own };
}

export function lowerCase(text: Text): Text {
  return text.map((part) => (typeof part === "string" ? part.toLowerCase() : part));
}
