import type { FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { homeOf, settle } from "../../placement/home";
import type { Placement } from "../../placement/placement";
import { letOrganizationIn, letSourceIn } from "../key/grants";
import type { Key } from "../key/key";
import { foreignSource, ownSource, withSource } from "../source";
import { deliveryStatements, type Senders } from "./documents";
import { bucketDocument, store, type Storage } from "./storage";

/** How records lie in a bucket: a setting of each flow log, and of the tables that read it. */
export interface LayoutProps {
  /** @default "parquet": Athena reads it 10 to 100 times faster, and it is a fifth smaller (0.03 USD per GB). */
  readonly format?: "parquet" | "text";
  /** A folder for each hour instead of each day. @default true: a query of an hour pays for an hour. */
  readonly hourly?: boolean;
  /** `year=2027/month=01/` instead of `2027/01/`. @default false: one partition key is enough for Athena. */
  readonly hivePartitions?: boolean;
  /** Folder that AWS's own folder `AWSLogs` lies in, without slashes at its ends. @default none */
  readonly prefix?: string;
}

/** A bucket to make, in the flow log's account and region. */
export interface NewBucket extends Storage, LayoutProps {
  /** Other accounts whose flow logs may be delivered here, as 12 digits. @default the own alone */
  readonly accounts?: readonly string[];
  /** The organization all of whose accounts may deliver here, such as `o-a1b2c3d4e5`. @default none */
  readonly organizationId?: string;
  /**
   * Asks the service to give the bucket's owner full control, as AWS's own policy does. False where records do not
   * arrive for it: https://github.com/cloudposse/terraform-aws-vpc-flow-logs-s3-bucket/pull/101
   * @default true
   */
  readonly aclCondition?: boolean;
  readonly existing?: never;
}

/** A bucket that is there already. Its settings and its policy are not touched: that must let the service in. */
export interface ExistingBucket extends LayoutProps {
  readonly existing:
    { readonly name: string; readonly arn?: never } | { readonly arn: string; readonly name?: never };
}

/** How records lie in a bucket. */
export interface Layout {
  readonly fileFormat: "parquet" | "text";
  readonly hourly: boolean;
  readonly hivePartitions: boolean;
  /** Without slashes at its ends; "" for none. */
  readonly prefix: string;
}

/** The bucket that a FlowLogs writes to: made by it, given, or shared. Give it to others to share it. */
export class Bucket {
  constructor(
    readonly arn: string,
    /** Undefined where the bucket was given by ARN. */
    readonly name: string | undefined,
    readonly layout: Layout,
    /** The real thing, where a FlowLogs made it: for overrides and attributes. */
    readonly resource: S3Bucket | undefined,
    /** What it is encrypted with, where that was said. */
    readonly key: Key | undefined,
  ) {}
}

interface Open {
  readonly arn: string;
  readonly policy: S3BucketPolicy;
  senders: Senders;
}

const open = new WeakMap<Bucket, Open>();

function layoutOf(props: LayoutProps): Layout {
  return {
    fileFormat: props.format ?? "parquet",
    hourly: props.hourly ?? true,
    hivePartitions: props.hivePartitions ?? false,
    prefix: props.prefix ?? "",
  };
}

/** Makes a new bucket, or takes an existing one. Only for props that were checked. */
export function bucketOf(placement: Placement, props: NewBucket | ExistingBucket): Bucket {
  const layout = layoutOf(props);
  if (props.existing !== undefined) {
    const { arn, name } = props.existing;
    const given = arn ?? `arn:${placement.own.partition}:s3:::${name}`;
    return settle(new Bucket(given, name, layout, undefined, undefined), placement);
  }
  const { resource, name, arn, key, policy } = store(placement, props);
  const bucket = settle(new Bucket(resource.arn, name, layout, resource, key), placement);
  const { accounts = [], organizationId, aclCondition = true } = props;
  const sources = accounts.map((account) => foreignSource(placement.own, account));
  open.set(bucket, { arn, policy, senders: { sources, organizationId, aclCondition } });
  if (key !== undefined) {
    for (const source of sources) letSourceIn(key, source);
    if (organizationId !== undefined) letOrganizationIn(key, organizationId);
  }
  return bucket;
}

/**
 * Lets the service deliver flow logs of the placement's account and region to the bucket.
 *
 * @returns what a flow log must wait for; undefined for a bucket that is not ours to change.
 */
export function letDeliver(placement: Placement, bucket: Bucket): S3BucketPolicy | undefined {
  const its = open.get(bucket);
  if (its === undefined) return undefined;
  const home = homeOf(bucket);
  // Another stack's own account cannot be asked from here; it is taken to be the same, or named in `accounts`.
  const source = ownSource((placement.stack === home.stack ? placement : home).own);
  const sources = withSource(its.senders.sources, source);
  if (sources === its.senders.sources) return its.policy;
  its.senders = { ...its.senders, sources };
  its.policy.policy = bucketDocument(its.arn, deliveryStatements(its.arn, bucket.layout.prefix, its.senders));
  if (bucket.key !== undefined && its.senders.organizationId === undefined) letSourceIn(bucket.key, source);
  return its.policy;
}

/** Arguments of aws_flow_log for a bucket. */
export function bucketArguments({ arn, layout }: Bucket): Partial<FlowLogConfig> {
  return {
    logDestinationType: "s3",
    logDestination: layout.prefix === "" ? arn : `${arn}/${layout.prefix}/`,
    destinationOptions: {
      fileFormat: layout.fileFormat === "text" ? "plain-text" : "parquet",
      hiveCompatiblePartitions: layout.hivePartitions,
      perHourPartition: layout.hourly,
    },
  };
}
