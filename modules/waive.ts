import { TerraformResource } from "cdktf";
import { FlowLogs } from "./flow-logs";
import { append, appendedTo } from "./placement/append";
import { Problems, shown } from "./refusal/problems";

/** What is excused, why, and until when. */
export interface Waiver {
  /** Id of the rule, such as `retention-too-short`. */
  readonly rule: string;
  /** One cause of the rule. @default every cause */
  readonly cause?: string;
  /** Who decided it, and why: shown in every report. */
  readonly reason: string;
  /** Last day on which it holds, as `YYYY-MM-DD` in UTC. The finding is back on the day after. */
  readonly until: string;
}

const PROPS = ["rule", "cause", "reason", "until"] as const;
const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function check(where: string, waiver: unknown): void {
  const problems = new Problems();
  const props = problems.object("waiver", waiver, "{ rule, reason, until }");
  if (props !== undefined) {
    problems.onlyKeys("", props, PROPS);
    problems.matching("rule", props["rule"], WORDS, "the id of a rule, such as retention-too-short");
    if (props["cause"] !== undefined)
      problems.matching("cause", props["cause"], WORDS, "a cause of the rule, such as other-log-group");
    const reason = problems.text("reason", props["reason"], "who decided it, and why");
    if (reason?.trim() === "") problems.add("reason", "is blank; give who decided it, and why");
    const until = problems.text("until", props["until"], "a day, such as 2027-03-31");
    if (until !== undefined && !isDay(until)) {
      problems.add("until", `is ${shown(until)}; give a day that exists, such as 2027-03-31`);
    }
  }
  problems.refuse(where);
}

function resourceOf(construct: unknown): TerraformResource {
  if (construct instanceof FlowLogs) return construct.flowLog;
  if (TerraformResource.isTerraformResource(construct)) return construct;
  const problems = new Problems();
  problems.add(
    "construct",
    `is ${shown(construct)}; give a FlowLogs or a resource, such as flowLogs.logGroup.resource`,
  );
  problems.refuse("waive");
  throw new TypeError("unreachable");
}

/**
 * Excuses a finding of the gate where it is made, for a time: written into the resource's `"//"` block, beside CDKTF's
 * metadata. A rule judges one kind of resource: give that one. A `FlowLogs` stands for its flow log.
 *
 * @example waive(flowLogs.logGroup.resource!, { rule: "retention-too-short", reason: "a test VPC (NET-12)", until: "2027-03-31" })
 * @throws InvalidPropsError naming everything that is wrong with the waiver.
 */
export function waive(construct: FlowLogs | TerraformResource, waiver: Waiver): void {
  const resource = resourceOf(construct);
  check(`waive ${resource.node.path}`, waiver);
  const { "//": notes } = appendedTo(resource) as { "//"?: { flowgate?: { waive?: readonly Waiver[] } } };
  const { rule, cause, reason, until } = waiver;
  const written = { rule, ...(cause === undefined ? {} : { cause }), reason, until };
  append(resource, {
    "//": { flowgate: { ...notes?.flowgate, waive: [...(notes?.flowgate?.waive ?? []), written] } },
  });
}
