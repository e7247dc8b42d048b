/** The part of the model that tells of flow logs. See model.ts for the rules that hold for all of it. */

import type { FlagValue, Link, NumberValue, Ref, State, Subject, TextValue } from "./model";
import type { PolicyReading } from "./storage-facts";

export interface FlowLog extends Subject {
  /** Absent means cloud-watch-logs. */
  destination_type: TextValue;
  /** `log_destination` as written; unknown where a plan only shows what it refers to. */
  destination: TextValue;
  /** What `log_destination` is the ARN of, or refers to; `other`: something that no flow log writes to, or no ARN. */
  destination_service: "logs" | "s3" | "firehose" | "other" | "none" | "unknown";
  /** How `log_destination` ends: `all-streams` is `:*`. `by-reference`: a plan only shows what it refers to. */
  destination_ending: "all-streams" | "other" | "by-reference" | "none" | "unknown";
  /** Where the log group or delivery stream is, seen from the flow log. `none`: it writes to neither. */
  destination_home: "own" | "other-region" | "other-account" | "none" | "unknown";
  /** Into `buckets`. `external`: a bucket that the input does not hold. */
  bucket: Link;
  /** Key prefix in the bucket, without a slash at either end. */
  prefix: TextValue;
  /** Into `delivery_streams`. `external`: a stream that the input does not hold. */
  stream: Link;
  options: DestinationOptions;
  /** Into `log_groups`. `external`: an ARN of a log group that the input does not hold. */
  log_group: Link;
  /** The group's ARN without `:*`, as a person can paste it: literal, or with Terraform references; "" if not known. */
  log_group_arn: string;
  /** Into `roles`. */
  role: Link;
  /** Into `roles`: `deliver_cross_account_role`, the role of the destination's account for cross-account Firehose. */
  cross_account_role: Link;
  /** Name of that role, or what it starts with where the provider completes it. */
  cross_account_role_name: TextValue;
  traffic_type: TextValue;
  /** `max_aggregation_interval`, seconds. Absent means 600. */
  aggregation: NumberValue;
  log_format: LogFormat;
  /** `tag_field_specification`: whose tags the tag fields of the records hold. */
  tag_fields: { state: "given" | "absent" | "unknown"; resource_types: string[] };
  scope: FlowLogScope;
  /** Parallel to the role's `permissions`; empty without a resolved role. */
  permissions: FlowLogPermission[];
  /** Into `coverages`: what the boundary of the role covers of the flow log's own log group. -1: there is none, or the group is not known. */
  boundary_coverage: number;
  /** Own account and region as text for corrected policies: literals, or Terraform references; "" if not known. */
  own: { partition: string; region: string; account: string };
  /** `[PREFIX/]AWSLogs/ACCOUNT` that the keys of its records start with, as text for people; "" if not to a bucket of the input. */
  bucket_keys: string;
  /** The bucket's policies, as they read for the delivery of its records. */
  bucket_policies: PolicyReading[];
}

/** `destination_options`, which S3 takes. Within: absent means plain-text, not Hive-compatible, daily. */
export interface DestinationOptions {
  state: "given" | "absent" | "unknown";
  file_format: TextValue;
  hive: FlagValue;
  hourly: FlagValue;
}

export interface LogFormat {
  state: State;
  /** Names of the fields in order; only where the format is known and each is rightly escaped. */
  fields: string[];
  /** Words between the fields that are none; with `fields` only. */
  strays: string[];
  /** The format as written. Only where it is not known, or a field is wrongly escaped. */
  given?: string;
  /** Fields written `${field}`, which Terraform reads as a reference. */
  unescaped: string[];
  /** Fields written `$$${field}`, which reach AWS as a literal. */
  overescaped: string[];
}

export interface FlowLogScope {
  /** Every scope argument that is given. */
  given: {
    argument: string;
    /** The resource type that it refers to; "" for a literal or an unresolved reference. */
    refers_to: string;
    /** false: `refers_to` is a kind of resource that this argument does not take. */
    fits: boolean;
    text: string;
  }[];
  /** `resolved`: one scope, at `at` in `scopes`. `none`/`several`: not one argument. `unknown`: its target cannot be told. */
  state: "resolved" | "none" | "several" | "unknown";
  at: number;
}

export interface FlowLogPermission {
  /** Into `coverages`: what the policy's resources cover of this flow log's own log group. -1: the group is not known. */
  coverage: number;
  /** Does the flow log depend, transitively, on the policy and on what attaches it? */
  order: "after" | "not-after" | "unknown";
  /** What it should depend on and does not. */
  missing: Ref[];
}
