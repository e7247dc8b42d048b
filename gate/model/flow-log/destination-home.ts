import type { FlowLog } from "../model";
import { splitArn } from "../policy/coverage/arn";
import type { Own, Text } from "../text/text";
import { literalOf, textKey } from "../text/text-parts";

/** Where a log group or delivery stream is, seen from a flow log that works in `own`. */
export function destinationHome(arn: Text | undefined, own: Own): FlowLog["destination_home"] {
  if (arn === undefined) return "unknown";
  const parts = splitArn(arn);
  if (typeof parts !== "object") return "unknown";
  const account = compare(parts.account, own.account);
  const region = compare(parts.region, own.region);
  if (account === "other") return "other-account";
  if (region === "other") return "other-region";
  return account === "own" && region === "own" ? "own" : "unknown";
}

/** Two literals that differ are different; two references may be the same after all. */
function compare(given: Text, own: Text): "own" | "other" | "unknown" {
  if (textKey(given) === textKey(own)) return "own";
  return literalOf(given) !== undefined && literalOf(own) !== undefined ? "other" : "unknown";
}
