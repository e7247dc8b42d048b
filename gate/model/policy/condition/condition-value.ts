import type { ConditionValue } from "../../model";
import { hasWildcard, matches } from "../../text/pattern";
import type { Text } from "../../text/text";
import { isSettled, literalOf } from "../../text/text-parts";
import { accountFacts } from "./account-condition";
import { matchesArn } from "../coverage/arn";
import type { PolicyContext, Use } from "../policy-context";
import { sourceArnFacts } from "./source-arn-condition";

/** How an operator compares; `none` is beyond what is read. */
export type Comparison = "exact" | "any-case" | "glob" | "arn" | "boolean" | "none";

/** What a value of a condition matches, taken positively. */
export type ConditionFacts = Omit<ConditionValue, "text">;

type ReadKey = (value: Text, comparison: Comparison, context: PolicyContext) => ConditionFacts;

/** Keys of the request by which the service assumes the role. */
const TRUST_KEYS = new Map<string, ReadKey>([
  ["aws:sourceaccount", (value, comparison, { own }) => accountFacts(value, comparison, own.account)],
  ["aws:sourcearn", (value, comparison, { own }) => sourceArnFacts(value, comparison, own)],
  ["aws:sourceorgid", organisationFacts],
  ["aws:sourceorgpaths", organisationFacts],
  ["aws:securetransport", alwaysTrue],
  ["aws:principalisawsservice", alwaysTrue],
  [
    "aws:principalservicename",
    (value, comparison) => forEverybody(sameAs(["vpc-flow-logs.amazonaws.com"], value, comparison, "")),
  ],
]);

/** Keys of the requests that the service makes with the role. Who else would match is nobody's question there. */
const PERMISSION_KEYS = new Map<string, ReadKey>([
  [
    "aws:requestedregion",
    (value, comparison, { own }) => sameAs(own.region, value, comparison, "other-region"),
  ],
  ["aws:principalaccount", (value, comparison, { own }) => accountFacts(value, comparison, own.account)],
  ["aws:resourceaccount", (value, comparison, { own }) => accountFacts(value, comparison, own.account)],
  ["aws:principalarn", roleArnFacts],
  ["aws:securetransport", (value, comparison) => sameAs(["true"], value, comparison, "")],
]);

const BOOLEAN_KEYS = new Set(["aws:securetransport", "aws:principalisawsservice"]);

const UNKNOWN_FACTS: ConditionFacts = { own: "unknown", foreign: "unknown", flaw: "" };
const EVERYTHING: ConditionFacts = { own: "yes", foreign: "yes", flaw: "everything" };
const MALFORMED: ConditionFacts = { own: "no", foreign: "no", flaw: "malformed" };
const LITERAL_WILDCARD: ConditionFacts = { own: "no", foreign: "no", flaw: "wildcard-literal" };

/** `key` is lower-case. */
export function readConditionValue(
  use: Use,
  key: string,
  comparison: Comparison,
  value: Text,
  context: PolicyContext,
): ConditionFacts {
  const read = (use === "trust" ? TRUST_KEYS : PERMISSION_KEYS).get(key);
  if (read === undefined || comparison === "none") return UNKNOWN_FACTS;
  if (comparison === "boolean")
    return BOOLEAN_KEYS.has(key) ? read(lowerCase(value), "exact", context) : UNKNOWN_FACTS;
  if (isExact(comparison) && hasWildcard(value)) return LITERAL_WILDCARD;
  return read(comparison === "any-case" ? lowerCase(value) : value, comparison, context);
}

/** Does the operator take `*` and `?` for characters like any other? */
function isExact(comparison: Comparison): boolean {
  return comparison === "exact" || comparison === "any-case";
}

/** Any organisation given is taken to be the own; only a pattern that leaves it open is not. */
function organisationFacts(value: Text, comparison: Comparison): ConditionFacts {
  const [head] = value;
  if (comparison === "arn" || head === undefined) return MALFORMED;
  if (!isExact(comparison) && typeof head === "string" && /^[^/]*[*?]/.test(head)) {
    return EVERYTHING;
  }
  return { own: "yes", foreign: isExact(comparison) || isSettled(value) ? "no" : "unknown", flaw: "" };
}

function roleArnFacts(value: Text, comparison: Comparison, { roleArn }: PolicyContext): ConditionFacts {
  if (roleArn === undefined) return UNKNOWN_FACTS;
  if (comparison !== "arn") return sameAs(roleArn, value, comparison, "");
  return literalOf(value) === "*"
    ? EVERYTHING
    : { own: matchesArn(value, roleArn), foreign: "unknown", flaw: "" };
}

function sameAs(
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
function alwaysTrue(value: Text, comparison: Comparison): ConditionFacts {
  return forEverybody(sameAs(["true"], value, comparison, ""));
}

/** The service is the same for whomever it acts. */
function forEverybody(facts: ConditionFacts): ConditionFacts {
  return { ...facts, foreign: facts.own === "some" ? "unknown" : facts.own };
}

function lowerCase(text: Text): Text {
  return text.map((part) => (typeof part === "string" ? part.toLowerCase() : part));
}
