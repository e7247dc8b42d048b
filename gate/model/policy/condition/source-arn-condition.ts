import type { Ternary } from "../../text/pattern";
import { hasWildcard, matches, overlaps } from "../../text/pattern";
import type { Own, Text } from "../../text/text";
import { joinText, literalOf } from "../../text/text-parts";
import { accountFacts } from "./account-condition";
import type { Arn } from "../coverage/arn";
import { splitArn } from "../coverage/arn";
import type { Comparison, ConditionFacts } from "./condition-value";

type Fact = ConditionFacts["own"];

/**
 * A value that is compared with the ARN of a flow log, `arn:PARTITION:ec2:REGION:ACCOUNT:vpc-flow-log/fl-...`. Only
 * its account tells friend from foe: the flow-logs service never names another kind of resource.
 */
export function sourceArnFacts(value: Text, comparison: Comparison, own: Own): ConditionFacts {
  if (/^\*+$/.test(literalOf(value) ?? "")) return { own: "yes", foreign: "yes", flaw: "everything" };
  if (comparison === "glob" && isLoose(value)) return looseFacts(value, own);
  const arn = splitArn(value);
  if (arn === "malformed") return { own: "no", foreign: "no", flaw: "malformed" };
  if (arn === "unknown") return { own: "unknown", foreign: "unknown", flaw: "" };
  return arnFacts(arn, own);
}

function arnFacts(arn: Arn, own: Own): ConditionFacts {
  const account = accountFacts(arn.account, "glob", own.account);
  const service = matches(arn.service, ["ec2"]);
  const resource = flowLogs(arn.resource);
  const partition = matches(arn.partition, own.partition);
  const region = matches(arn.region, own.region);
  const never = service === "no" || resource === "no" || account.flaw === "malformed";
  return {
    own: weakest([service, resource, partition, region, account.own]),
    foreign: never ? "no" : account.foreign,
    flaw: firstFlaw([
      [service === "no", "other-service"],
      [resource === "no", "other-resource"],
      [partition === "no", "other-partition"],
      [account.flaw === "everything", "wildcard-account"],
      [account.flaw !== "", account.flaw],
      [region === "no", "other-region"],
    ]),
  };
}

/** Of the ARNs' last part, `vpc-flow-log/fl-...`: does the pattern match each, some or none? */
function flowLogs(pattern: Text): Fact {
  const ids = ["\uF8FF".repeat(8), "\uF8FF".repeat(17)].map((id) =>
    matches(pattern, [`vpc-flow-log/fl-${id}`]),
  );
  if (ids.every((fact) => fact === "yes")) return "yes";
  const some = overlaps(pattern, ["vpc-flow-log/fl-*"]);
  return some === "yes" ? "some" : some;
}

/** StringLike lets a `*` run over colons. What has too few parts to tell them apart is tried as a whole. */
function isLoose(value: Text): boolean {
  const colons = value.map((part) => (typeof part === "string" ? part.split(":").length - 1 : 0));
  return hasWildcard(value) && colons.reduce((sum, count) => sum + count, 0) < 5;
}

function looseFacts(value: Text, own: Own): ConditionFacts {
  const fact: Ternary = matches(value, flowLogArn(own, own.account));
  const somebody: Text = [{ key: "somebody's account", kind: "account", shown: "an account" }];
  const foreign = matches(value, flowLogArn(own, somebody));
  if (foreign === "no") return { own: fact, foreign, flaw: fact === "no" ? "malformed" : "" };
  return { own: fact, foreign, flaw: foreign === "yes" ? "wildcard-account" : "" };
}

function flowLogArn({ partition, region }: Own, account: Text): Text {
  return joinText(["arn:"], partition, [":ec2:"], region, [":"], account, [
    `:vpc-flow-log/fl-${"\uF8FF".repeat(17)}`,
  ]);
}

function weakest(facts: readonly Fact[]): Fact {
  return (["no", "unknown", "some"] as const).find((fact) => facts.includes(fact)) ?? "yes";
}

function firstFlaw(flaws: readonly [boolean, ConditionFacts["flaw"]][]): ConditionFacts["flaw"] {
  return flaws.find(([applies]) => applies)?.[1] ?? "";
}
