import type { Ternary } from "../../text/pattern";
import { hasWildcard, matches, overlaps } from "../../text/pattern";
import type { Own, Text } from "../../text/text";
import { joinText, literalOf } from "../../text/text-parts";
import { accountFacts } from "./account-condition";
import type { Arn } from "../coverage/arn";
import { splitArn } from "../coverage/arn";
import type { Comparison, ConditionFacts } from "./compare";

type Fact = ConditionFacts["own"];

/** What a service names as the source of its request. */
export interface Source {
  readonly service: string;
  /** The last part of the ARNs: does the pattern match each, some or none? */
  readonly resources: (pattern: Text) => Fact;
  /** A last part that stands for them. */
  readonly sample: string;
}

/** The flow log, for which the service assumes a role: `arn:PARTITION:ec2:REGION:ACCOUNT:vpc-flow-log/fl-...`. */
export const FLOW_LOG: Source = {
  service: "ec2",
  resources: flowLogs,
  sample: `vpc-flow-log/fl-${"\uF8FF".repeat(17)}`,
};

/** What delivers to a bucket, `arn:PARTITION:logs:REGION:ACCOUNT:...`; AWS does not say how that goes on. */
export const LOG_DELIVERY: Source = {
  service: "logs",
  resources: (pattern) => (/^\*+$/.test(literalOf(pattern) ?? "") ? "yes" : "unknown"),
  sample: "\uF8FF".repeat(17),
};

/**
 * A value that is compared with the ARN of the source of a request. Only its account tells friend from foe: the
 * service never names another kind of resource.
 */
export function sourceArnFacts(
  value: Text,
  comparison: Comparison,
  own: Own,
  source: Source,
): ConditionFacts {
  if (/^\*+$/.test(literalOf(value) ?? "")) return { own: "yes", foreign: "yes", flaw: "everything" };
  if (comparison === "glob" && isLoose(value)) return looseFacts(value, own, source);
  const arn = splitArn(value);
  if (arn === "malformed") return { own: "no", foreign: "no", flaw: "malformed" };
  if (arn === "unknown") return { own: "unknown", foreign: "unknown", flaw: "" };
  return arnFacts(arn, own, source);
}

function arnFacts(arn: Arn, own: Own, source: Source): ConditionFacts {
  const account = accountFacts(arn.account, "glob", own.account);
  const service = matches(arn.service, [source.service]);
  const resource = source.resources(arn.resource);
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

function looseFacts(value: Text, own: Own, source: Source): ConditionFacts {
  const fact: Ternary = matches(value, sourceArn(own, own.account, source));
  const somebody: Text = [{ key: "somebody's account", kind: "account", shown: "an account" }];
  const foreign = matches(value, sourceArn(own, somebody, source));
  if (foreign === "no") return { own: fact, foreign, flaw: fact === "no" ? "malformed" : "" };
  return { own: fact, foreign, flaw: foreign === "yes" ? "wildcard-account" : "" };
}

function sourceArn({ partition, region }: Own, account: Text, { service, sample }: Source): Text {
  return joinText(["arn:"], partition, [`:${service}:`], region, [":"], account, [`:${sample}`]);
}

function weakest(facts: readonly Fact[]): Fact {
  return (["no", "unknown", "some"] as const).find((fact) => facts.includes(fact)) ?? "yes";
}

function firstFlaw(flaws: readonly [boolean, ConditionFacts["flaw"]][]): ConditionFacts["flaw"] {
  return flaws.find(([applies]) => applies)?.[1] ?? "";
}
