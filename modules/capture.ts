import type { FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log";
import { isDeferred, shown, type Loose, type Problems } from "./refusal/problems";
import { RecordFormat } from "./record/format";

const TRAFFIC_TYPES = ["ALL", "ACCEPT", "REJECT"] as const;
const AGGREGATION_SECONDS = [60, 600] as const;

/** Which traffic is recorded: all of it, or only what security groups and network ACLs let through or refused. */
export type TrafficType = (typeof TRAFFIC_TYPES)[number];

/** Longest time, in seconds, over which packets of one flow become one record. */
export type AggregationSeconds = (typeof AGGREGATION_SECONDS)[number];

/** What is recorded, and how. */
export interface Capture {
  /** @default "ALL": a record that was not captured cannot be had later. */
  readonly trafficType?: TrafficType;
  /**
   * Nitro instances aggregate within 60 s whatever is set here.
   * @default 60: the finest; AWS's own default is 600.
   */
  readonly aggregationSeconds?: AggregationSeconds;
  /**
   * Fields of a record, from `record.format([...])`.
   * @default the 14 fields of version 2, AWS's own default.
   */
  readonly format?: RecordFormat;
  /**
   * Tags of the flow log, and of the log group and role made with it. The provider's `default_tags` still apply.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Props that say what is recorded. */
export const CAPTURE_PROPS = ["trafficType", "aggregationSeconds", "format", "tags"] as const;

/** Limits of https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
function checkTags(tags: unknown, problems: Problems): void {
  if (tags === undefined || isDeferred(tags)) return;
  const object = problems.object("tags", tags, 'an object of texts, such as { team: "network" }');
  if (object === undefined) return;
  const entries = Object.entries(object);
  if (entries.length > 50) problems.add("tags", `are ${entries.length}; AWS takes at most 50`);
  for (const [key, value] of entries) {
    const prop = `tags[${shown(key)}]`;
    if (typeof value !== "string") problems.add(prop, `is ${shown(value)}; give a text`);
    else if (!isDeferred(value) && value.length > 256)
      problems.add(prop, `has ${value.length} characters; AWS takes at most 256`);
    if (isDeferred(key)) continue;
    if (key.length < 1 || key.length > 128) problems.add(prop, "is not a tag key; give 1 to 128 characters");
    if (/^aws:/i.test(key)) problems.add(prop, "begins with aws:, which is AWS's own; use another key");
  }
}

/** Everything that is recorded is something that AWS can record. */
export function checkCapture(props: Loose, problems: Problems): void {
  problems.oneOf("trafficType", props["trafficType"], TRAFFIC_TYPES);
  problems.oneOf("aggregationSeconds", props["aggregationSeconds"], AGGREGATION_SECONDS);
  const { format, tags } = props;
  if (format !== undefined && !(format instanceof RecordFormat)) {
    problems.add("format", `is ${shown(format)}; use record.format(["srcaddr", "dstaddr", ...])`);
  }
  checkTags(tags, problems);
}

/** Arguments of aws_flow_log. Only for props that `checkCapture` let pass. */
export function captureArguments(props: Capture): Partial<FlowLogConfig> {
  return {
    trafficType: props.trafficType ?? "ALL",
    maxAggregationInterval: props.aggregationSeconds ?? 60,
    ...(props.format === undefined ? {} : { logFormat: props.format.toTerraform() }),
  };
}
