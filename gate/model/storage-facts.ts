/**
 * The part of the model that tells of buckets, keys and the policies that hang on them, of delivery streams and tables. See model.ts for the rules
 * that hold for all of it.
 */

import type { FlagValue, Link, NumberValue, Ref, Subject, TextValue } from "./model";
import type { PolicyText, WrittenResources } from "./policy-facts";

/** An S3 bucket. What AWS keeps in other resources stands here once for each resource that sets it. */
export interface Bucket extends Subject {
  /** Absent where the provider makes a name up. */
  name: TextValue;
  /** For people: literal, or a Terraform reference. */
  arn: string;
  /** Own account and partition as text for corrected policies: literals, or Terraform references; "" if not known. */
  own: { partition: string; region: string; account: string };
  /** Flow logs that write to it; positions. */
  flow_logs: number[];
  /** What the keys of the records of its flow logs start with, each once, as text for people. */
  deliveries: string[];
  /** Its policies, as they read for a request without TLS. */
  policies: PolicyReading[];
  public_access: PublicAccess[];
  lifecycle: LifecycleRule[];
  /** Does it keep what is deleted as a former version? */
  versioned: "yes" | "no" | "unknown";
  encryption: BucketEncryption[];
  /** Module calls that are told of the bucket: they may set anything of it. */
  told: Ref[];
  /** `aws_s3_account_public_access_block` of the bucket's account with all four flags on. */
  account_access: Ref[];
}

/** A resource that sets something of a bucket. */
export interface BucketPart extends Ref {
  /** false: it hangs on a count or for_each that is not a literal. */
  certain: boolean;
}

/** `aws_s3_bucket_public_access_block`; an absent flag is false. */
export interface PublicAccess extends BucketPart {
  block_public_acls: FlagValue;
  block_public_policy: FlagValue;
  ignore_public_acls: FlagValue;
  restrict_public_buckets: FlagValue;
}

/** A rule of `aws_s3_bucket_lifecycle_configuration`, or a `lifecycle_rule` of the bucket itself. */
export interface LifecycleRule extends BucketPart {
  enabled: FlagValue;
  /** Days after which it deletes a record. Absent: it deletes none by age. */
  days: NumberValue;
  /** Days after which it deletes a former version of a record. Absent: it keeps all, or some of them. */
  former_days: NumberValue;
  /** It deletes on a certain day. */
  dated: boolean;
  /** Of the records of each of the bucket's `deliveries`, does it reach every one, some or none? */
  reaches: ("every" | "some" | "none" | "unknown")[];
}

/** `aws_s3_bucket_server_side_encryption_configuration`, or the block of the bucket itself. */
export interface BucketEncryption extends BucketPart {
  /** `sse_algorithm`: AES256, aws:kms, aws:kms:dsse. */
  algorithm: TextValue;
  /** Into `keys`. */
  key: Link;
  /** How the key is named. `aws-managed`: `alias/aws/s3`, or no key where the algorithm asks for one. */
  form: "arn" | "id" | "alias" | "aws-managed" | "none" | "unknown";
}

/** A KMS key. */
export interface Key extends Subject {
  /** For people: a Terraform reference. */
  arn: string;
  own: { partition: string; region: string; account: string };
  /** Can it encrypt records at all? `disabled`: nobody may use it; `asymmetric`: no key that services encrypt with. */
  fitness: "fit" | "disabled" | "asymmetric" | "unknown";
  /** What uses it for flow logs. */
  users: KeyUser[];
  /** Module calls that are told of the key: they may hang a policy on it. */
  told: Ref[];
}

/** A log group, or a bucket for one of its flow logs, whose records the key encrypts. */
export interface KeyUser {
  /** Into `log_groups`; -1 for a bucket. */
  log_group: number;
  /** Into `buckets`; -1 for a log group. */
  bucket: number;
  /** The service that uses the key, `logs.REGION.amazonaws.com` or `delivery.logs.amazonaws.com`, as text for people. */
  service: string;
  /** Is what it encrypts in the key's own region? */
  same_region: "yes" | "no" | "unknown";
  /** The key's policies, as they read for this use. */
  policies: PolicyReading[];
}

/** A policy that hangs on a bucket or a key. Its statements stand with each request that it is read for. */
export interface ResourcePolicy extends Subject, Omit<PolicyText, "document"> {
  /** Parallel to the statements of its documents; empty unless readable. */
  resources: WrittenResources[];
}

/**
 * A policy as it reads for one request: what its principals, conditions and resources match depends on who asks for
 * what. Equal readings share their document and coverage.
 */
export interface PolicyReading {
  /** Into `resource_policies`. */
  policy: number;
  /** false: the policy hangs on a count or for_each that is not a literal. */
  certain: boolean;
  /** Into `documents`; -1 unless readable. */
  document: number;
  /** Into `target_coverages`; -1 unless readable. */
  coverage: number;
}

/** What a document's resources cover of what a request asks for. Parallel to its statements and their lists. */
export interface TargetCoverage {
  statements: { resources: TargetReach[]; not_resources: TargetReach[] }[];
}

export interface TargetReach {
  /** Does the pattern match the bucket, or the key, itself? */
  itself: "yes" | "no" | "unknown";
  /** Of the objects that the request may name, does it match every one, some or none? Of a key: none. */
  objects: "every" | "some" | "none" | "unknown";
}

/** `aws_kinesis_firehose_delivery_stream`. */
export interface DeliveryStream extends Subject {
  name: TextValue;
  /** For people: literal, or a Terraform reference. */
  arn: string;
  /** Where its records come from. Log delivery puts records itself, and cannot where a stream or a topic feeds it. */
  feed: "direct-put" | "kinesis" | "msk" | "unknown";
  /** Value of its tag LogDeliveryEnabled, by which the service is let in. */
  delivery_tag: TextValue;
  /** Flow logs that write to it; positions. */
  flow_logs: number[];
}

/** `aws_glue_catalog_table` over a bucket that flow logs write to. */
export interface Table extends Subject {
  /** Into `buckets`. */
  bucket: number;
  /** Flow logs that write to that bucket; positions. */
  flow_logs: number[];
  /** Does Athena reckon its partitions (`projection.enabled`)? */
  projected: "yes" | "no" | "unknown";
  path: TablePath;
  partition_keys: { known: boolean; names: string[] };
  /** Keys with a `projection.KEY.type`. */
  projections: string[];
  columns: { known: boolean; names: string[] };
  /** Which files it takes the bucket's for; `other` also where its parts contradict each other. */
  file_format: "text" | "parquet" | "other" | "unknown";
}

/** Where Athena looks for the files of a table. */
export interface TablePath {
  state: "known" | "unknown";
  /** Down to the folder of the files; else it is where all of them are below. */
  whole: boolean;
  /** Folders below the bucket, `*` for a variable: `AWSLogs`, `*`, `vpcflowlogs`, `year=*`. */
  folders: string[];
  /** Parallel to `folders`: those that Athena looks in where a projection lists them (`enum`); empty for any. */
  listed: string[][];
  /** Variables of the template. */
  variables: string[];
  /** Variables written `${name}`, which Terraform reads as references. */
  unescaped: string[];
  /** The template as written; "" without one. */
  given: string;
}
