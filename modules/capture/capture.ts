import type { FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log";
import { checkFormat, checkTagKeys, checkTags } from "./check";
import { record, type RecordFormat, type RecordKind } from "../record";
import { shown, type Loose, type Problems } from "../refusal/problems";

const TRAFFIC_TYPES = ["ALL", "ACCEPT", "REJECT"] as const;
const AGGREGATION_SECONDS = [60, 600] as const;

/** Which traffic is recorded: all of it, or only what security groups and network ACLs let through or refused. */
export type TrafficType = (typeof TRAFFIC_TYPES)[number];

/** Longest time, in seconds, over which packets of one flow become one record. */
export type AggregationSeconds = (typeof AGGREGATION_SECONDS)[number];

/** Keys of the tags whose values the fields `instance-tag`, `instance-tag-2` and so on hold: one or two of each. */
export interface TagKeys {
  readonly instance?: readonly string[];
  readonly interface?: readonly string[];
  /** Of the Auto Scaling group. */
  readonly asg?: readonly string[];
}

/** What is recorded, and how. A scope may allow less: see `Scope`. */
export interface Capture {
  /**
   * Not for a transit gateway, which neither accepts nor rejects.
   * @default "ALL": a record that was not captured cannot be had later.
   */
  readonly trafficType?: TrafficType;
  /**
   * Nitro instances aggregate within 60 s whatever is set here; a transit gateway takes 60 only.
   * @default 60: the finest; AWS's own default is 600.
   */
  readonly aggregationSeconds?: AggregationSeconds;
  /**
   * Fields of a record, from `record.format([...])` or a preset such as `record.security`.
   * @default AWS's own: the 14 fields of version 2; all 36 of a transit gateway.
   */
  readonly format?: RecordFormat;
  /**
   * For a format with tag fields (version 11), and then needed. Takes a newer AWS provider than 6.25; 6.66 knows them: pin it.
   * @default none
   */
  readonly tagKeys?: TagKeys;
  /**
   * Tags of everything that is made. The provider's `default_tags` still apply.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Props that say what is recorded. */
export const CAPTURE_PROPS = ["trafficType", "aggregationSeconds", "format", "tagKeys", "tags"] as const;

function checkTransitGateway(props: Loose, problems: Problems): void {
  const { trafficType, aggregationSeconds } = props;
  if (trafficType !== undefined) {
    problems.add(
      "trafficType",
      `is ${shown(trafficType)}, and a transit gateway neither accepts nor rejects; leave it out`,
    );
  }
  if (aggregationSeconds === 600) {
    problems.add("aggregationSeconds", "is 600, and records of a transit gateway cover 60 seconds; use 60");
  } else {
    problems.oneOf("aggregationSeconds", aggregationSeconds, [60]);
  }
}

/** Everything that is recorded is something that AWS can record of this kind of scope. */
export function checkCapture(props: Loose, kind: RecordKind | undefined, problems: Problems): void {
  if (kind === "transit-gateway") {
    checkTransitGateway(props, problems);
  } else {
    problems.oneOf("trafficType", props["trafficType"], TRAFFIC_TYPES);
    problems.oneOf("aggregationSeconds", props["aggregationSeconds"], AGGREGATION_SECONDS);
  }
  const format = checkFormat(props["format"], kind, problems);
  checkTagKeys(props["tagKeys"], format, problems);
  checkTags(props["tags"], problems);
}

/** What a record will hold. Only for props that `checkCapture` let pass. */
export function formatOf(props: Capture, kind: RecordKind): RecordFormat {
  return props.format ?? (kind === "vpc" ? record.default : record.transitGateway);
}

/** Arguments of aws_flow_log. Only for props that `checkCapture` let pass. */
export function captureArguments(props: Capture, kind: RecordKind): Partial<FlowLogConfig> {
  return {
    ...(kind === "transit-gateway" ? {} : { trafficType: props.trafficType ?? "ALL" }),
    maxAggregationInterval: props.aggregationSeconds ?? 60,
    ...(props.format === undefined ? {} : { logFormat: props.format.toTerraform() }),
  };
}

/** The argument of aws_flow_log that cdktf's provider does not know yet, where it is needed. */
export function tagArguments({ tagKeys = {} }: Capture): Readonly<Record<string, unknown>> | undefined {
  const types = { instance: "instance", interface: "network-interface", asg: "auto-scaling-group" } as const;
  const specifications = Object.entries(types).flatMap(([resource, type]) => {
    const keys = tagKeys[resource as keyof TagKeys];
    return keys === undefined ? [] : [{ resource_type: type, tag_keys: [...keys] }];
  });
  return specifications.length === 0 ? undefined : { tag_field_specification: specifications };
}
