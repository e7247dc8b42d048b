import type { FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log";
import type { ITerraformDependable } from "cdktf";
import type { Placement } from "../placement/placement";
import {
  Bucket,
  bucketArguments,
  bucketOf,
  letDeliver,
  type ExistingBucket,
  type NewBucket,
} from "./bucket/bucket";
import {
  destinationIn,
  LogGroup,
  logGroupOf,
  type ExistingLogGroup,
  type NewLogGroup,
} from "./log-group/log-group";
import { DeliveryRole, deliveryRoleOf, grantDelivery, type ExistingRole } from "./role/delivery-role";
import {
  crossingOf,
  DeliveryStream,
  deliveryStreamOf,
  type ExistingDeliveryStream,
  type NewDeliveryStream,
} from "./stream/delivery-stream";
import { homeOf } from "../placement/home";

/** Records go to CloudWatch Logs. */
export interface CloudWatchDestination {
  /**
   * Options for a new log group, an existing one, or the one of another FlowLogs (`logGroup: other.logGroup`).
   * @default a new one, with the defaults of `NewLogGroup`
   */
  readonly logGroup?: NewLogGroup | ExistingLogGroup | LogGroup;
  /**
   * An existing role, or the one of another FlowLogs (`role: other.role`), whose policy then grants this log group too.
   * @default a new one, which may deliver to this log group and do nothing else
   */
  readonly role?: ExistingRole | DeliveryRole;
  readonly bucket?: never;
  readonly deliveryStream?: never;
}

/** Records go to S3. No role: AWS refuses one. */
export interface BucketDestination {
  /** Options for a new bucket, an existing one, or the one of another FlowLogs (`bucket: other.bucket`). */
  readonly bucket: NewBucket | ExistingBucket | Bucket;
  readonly logGroup?: never;
  readonly role?: never;
  readonly deliveryStream?: never;
}

/** Records go to Amazon Data Firehose, as text. Roles are made where the stream is in another account, and only then. */
export interface StreamDestination {
  /** Options for a new stream, an existing one, or the one of another FlowLogs. */
  readonly deliveryStream: NewDeliveryStream | ExistingDeliveryStream | DeliveryStream;
  readonly logGroup?: never;
  readonly role?: never;
  readonly bucket?: never;
}

/** Where records go: CloudWatch Logs unless a bucket or a delivery stream is given. */
export type Destination = CloudWatchDestination | BucketDestination | StreamDestination;

/** What `log_destination_type` calls the three. */
export type DestinationType = "cloud-watch-logs" | "s3" | "kinesis-data-firehose";

/** Where records go, made or found. */
export interface Delivery {
  readonly type: DestinationType;
  readonly logGroup?: LogGroup;
  readonly role?: DeliveryRole;
  readonly bucket?: Bucket;
  readonly deliveryStream?: DeliveryStream;
  /** Arguments of aws_flow_log. */
  readonly arguments: Partial<FlowLogConfig>;
}

/** Another stack is applied before this one, and its resources cannot be named in depends_on. */
function waitFor(
  placement: Placement,
  handle: object,
  ...resources: readonly (ITerraformDependable | undefined)[]
): Partial<FlowLogConfig> {
  const dependsOn = resources.filter((resource) => resource !== undefined);
  return dependsOn.length === 0 || homeOf(handle).stack !== placement.stack ? {} : { dependsOn };
}

function toLogGroup(placement: Placement, props: CloudWatchDestination): Delivery {
  const { logGroup: given = {}, role: givenRole } = props;
  const logGroup = given instanceof LogGroup ? given : logGroupOf(placement, given);
  const role = givenRole instanceof DeliveryRole ? givenRole : deliveryRoleOf(placement, givenRole);
  const grant = grantDelivery(role, logGroup);
  return {
    type: "cloud-watch-logs",
    logGroup,
    role,
    arguments: {
      logDestinationType: "cloud-watch-logs",
      logDestination: destinationIn(placement, logGroup),
      iamRoleArn: role.arn,
      ...waitFor(placement, role, grant),
    },
  };
}

function toBucket(placement: Placement, given: BucketDestination["bucket"]): Delivery {
  const bucket = given instanceof Bucket ? given : bucketOf(placement, given);
  const policy = letDeliver(placement, bucket);
  return {
    type: "s3",
    bucket,
    arguments: { ...bucketArguments(bucket), ...waitFor(placement, bucket, policy) },
  };
}

function toStream(
  placement: Placement,
  given: StreamDestination["deliveryStream"],
  watched: string,
): Delivery {
  const stream = given instanceof DeliveryStream ? given : deliveryStreamOf(placement, given);
  const crossing = crossingOf(stream);
  if (crossing !== undefined) {
    const { partition, region, account } = placement.own;
    crossing.source.watch(`arn:${partition}:ec2:${region}:${account}:${watched}`);
  }
  return {
    type: "kinesis-data-firehose",
    deliveryStream: stream,
    arguments: {
      logDestinationType: "kinesis-data-firehose",
      logDestination: stream.arn,
      ...(crossing === undefined
        ? {}
        : {
            iamRoleArn: crossing.source.role.arn,
            deliverCrossAccountRole: crossing.destinationRole,
            ...waitFor(placement, stream, crossing.source.policy, ...crossing.waitFor),
          }),
    },
  };
}

/**
 * Makes or finds where records go. Only for props that were checked.
 *
 * @param watched The resource part of the ARN of what is watched.
 */
export function deliver(placement: Placement, props: Destination, watched: string): Delivery {
  if (props.bucket !== undefined) return toBucket(placement, props.bucket);
  if (props.deliveryStream === undefined) return toLogGroup(placement, props);
  return toStream(placement, props.deliveryStream, watched);
}
