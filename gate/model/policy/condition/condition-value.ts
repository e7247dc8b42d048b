import { hasWildcard } from "../../text/pattern";
import type { Text } from "../../text/text";
import { accountFacts } from "./account-condition";
import {
  alwaysTrue,
  type Comparison,
  type ConditionFacts,
  forEverybody,
  isExact,
  lowerCase,
  organisationFacts,
  type ReadKey,
  roleArnFacts,
  sameAs,
  UNKNOWN_FACTS,
} from "./compare";
import type { PolicyContext, Use } from "../policy-context";
import { BUCKET_KEYS, KEY_KEYS, PLAIN_KEYS } from "./resource-keys";
import { FLOW_LOG, sourceArnFacts } from "./source-arn-condition";

/** Keys of the request by which the service assumes the role. */
const TRUST_KEYS = new Map<string, ReadKey>([
  ["aws:sourceaccount", (value, comparison, { own }) => accountFacts(value, comparison, own.account)],
  ["aws:sourcearn", (value, comparison, { own }) => sourceArnFacts(value, comparison, own, FLOW_LOG)],
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

const KEYS: Record<Use, ReadonlyMap<string, ReadKey>> = {
  trust: TRUST_KEYS,
  permission: PERMISSION_KEYS,
  bucket: BUCKET_KEYS,
  key: KEY_KEYS,
  plain: PLAIN_KEYS,
};

const BOOLEAN_KEYS = new Set(["aws:securetransport", "aws:principalisawsservice"]);
const NUMBER_KEYS = new Set(["s3:tlsversion"]);
const OF_NUMBERS: readonly Comparison[] = ["below", "up-to", "above", "at-least"];

const LITERAL_WILDCARD: ConditionFacts = { own: "no", foreign: "no", flaw: "wildcard-literal" };

/** `key` is lower-case. */
export function readConditionValue(
  use: Use,
  key: string,
  comparison: Comparison,
  value: Text,
  context: PolicyContext,
): ConditionFacts {
  const read = KEYS[use].get(key);
  if (read === undefined || comparison === "none") return UNKNOWN_FACTS;
  if (OF_NUMBERS.includes(comparison) !== NUMBER_KEYS.has(key)) return UNKNOWN_FACTS;
  if (comparison === "boolean")
    return BOOLEAN_KEYS.has(key) ? read(lowerCase(value), "exact", context) : UNKNOWN_FACTS;
  if (isExact(comparison) && hasWildcard(value))
    return mayBeMeant(use, key) ? { ...UNKNOWN_FACTS, flaw: "wildcard-literal" } : LITERAL_WILDCARD;
  return read(comparison === "any-case" ? lowerCase(value) : value, comparison, context);
}

/** AWS documents the source of a delivery as `arn:...:*` and does not say whether a `*` stands in the ARN itself. */
function mayBeMeant(use: Use, key: string): boolean {
  return (use === "bucket" || use === "key") && key === "aws:sourcearn";
}
