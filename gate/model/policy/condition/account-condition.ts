import { hasWildcard, matches, overlaps } from "../../text/pattern";
import type { Text } from "../../text/text";
import { literalOf, textKey } from "../../text/text-parts";
import type { Comparison, ConditionFacts } from "./compare";

const MALFORMED: ConditionFacts = { own: "no", foreign: "no", flaw: "malformed" };
const SOME_ACCOUNT: Text = [{ key: "any account", kind: "account", shown: "an account" }];

/** A value that is compared with the number of an account. */
export function accountFacts(value: Text, comparison: Comparison, account: Text): ConditionFacts {
  if (comparison !== "arn" && textKey(value) === textKey(account))
    return { own: "yes", foreign: "no", flaw: "" };
  if (comparison === "arn" || overlaps(value, SOME_ACCOUNT) === "no") return MALFORMED;
  const pinned = pin(value);
  const own = matches(pinned, account);
  if (hasWildcard(pinned) && own !== "no") {
    const all = matches(pinned, SOME_ACCOUNT) === "yes";
    const foreign = literalOf(pinned) === undefined ? "unknown" : "yes";
    return { own, foreign, flaw: all ? "everything" : "wildcard-account" };
  }
  if (own === "yes") return { own, foreign: "no", flaw: "" };
  if (own === "unknown") return { own, foreign: "unknown", flaw: "" };
  return { own, foreign: literalOf(value) === undefined ? "unknown" : "yes", flaw: "other-account" };
}

/** Twelve digits leave nothing for a `*` beside them. */
function pin(value: Text): Text {
  const digits = literalOf(value)?.replaceAll("*", "");
  return digits !== undefined && /^\d{12}$/.test(digits) ? [digits] : value;
}
