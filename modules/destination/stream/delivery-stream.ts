import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { settle } from "../../placement/home";
import type { Placement } from "../../placement/placement";
import type { Storage } from "../bucket/storage";
import { makeDestinationRole, makeSourceRole, type SourceRole } from "./cross-account";
import { makeStream } from "./make-stream";

/** A stream to make, which takes records directly and writes them to a bucket of its own. */
export interface NewDeliveryStream {
  /** 1 to 64 letters, digits and `_.-`. @default `vpc-flow-logs-<hash of the construct's path>`. Fixed for ever. */
  readonly name?: string;
  /** Where Firehose writes. @default a new bucket with the defaults of `Storage` */
  readonly bucket?: Storage;
  /** Longest time, 0 to 900 seconds, that Firehose gathers records before it writes. @default 300, as AWS has it */
  readonly bufferSeconds?: number;
  /**
   * The AWS provider of another account to make the stream in. Both roles of cross-account delivery are then made too.
   * @default the flow log's own
   */
  readonly provider?: TerraformProvider;
  readonly existing?: never;
}

/** A stream that is there already: to Splunk, OpenSearch, or wherever Firehose writes. */
export interface ExistingDeliveryStream {
  /**
   * By ARN, and for one in another account with the role there that the source role may assume; its name begins with
   * `AWSLogDeliveryFirehoseCrossAccountRole`. Or as the resource, which is checked: it takes records directly and has
   * the tag `LogDeliveryEnabled=true`.
   */
  readonly existing:
    | { readonly arn: string; readonly crossAccountRole?: string; readonly resource?: never }
    | {
        readonly resource: KinesisFirehoseDeliveryStream;
        readonly arn?: never;
        readonly crossAccountRole?: never;
      };
}

/** The delivery stream that a FlowLogs writes to: made by it, given, or shared. Give it to others to share it. */
export class DeliveryStream {
  constructor(
    readonly arn: string,
    /** The real thing, where a FlowLogs made it or it was given. */
    readonly resource: KinesisFirehoseDeliveryStream | undefined,
    /** Where Firehose writes, where a FlowLogs made the stream. */
    readonly bucket: S3Bucket | undefined,
    /** The role in the flow log's account, for a stream in another one. */
    readonly sourceRole: IamRole | undefined,
    /** The role in the stream's account, where a FlowLogs made it. */
    readonly destinationRole: IamRole | undefined,
  ) {}
}

interface CrossAccount {
  readonly source: SourceRole;
  /** ARN of the role in the stream's account. */
  readonly destinationRole: string;
  readonly waitFor: readonly ITerraformDependable[];
}

const crossings = new WeakMap<DeliveryStream, CrossAccount>();

/** How records reach a stream of another account; undefined for one of the own. */
export function crossingOf(stream: DeliveryStream): CrossAccount | undefined {
  return crossings.get(stream);
}

function given(placement: Placement, { existing }: ExistingDeliveryStream): DeliveryStream {
  if (existing.resource !== undefined) {
    const { resource } = existing;
    return new DeliveryStream(resource.arn, resource, undefined, undefined, undefined);
  }
  const { arn, crossAccountRole } = existing;
  if (crossAccountRole === undefined)
    return new DeliveryStream(arn, undefined, undefined, undefined, undefined);
  const source = makeSourceRole(placement, crossAccountRole);
  const stream = new DeliveryStream(arn, undefined, undefined, source.role, undefined);
  crossings.set(stream, { source, destinationRole: crossAccountRole, waitFor: [] });
  return stream;
}

function made(placement: Placement, props: NewDeliveryStream): DeliveryStream {
  if (props.provider === undefined) {
    const { resource, bucket } = makeStream(placement, props);
    return new DeliveryStream(resource.arn, resource, bucket, undefined, undefined);
  }
  const there = placement.with(props.provider);
  const { resource, bucket, arn } = makeStream(there, props);
  const destination = makeDestinationRole(there, arn);
  const source = makeSourceRole(placement, destination.arn);
  destination.trust(source.role.arn);
  const stream = new DeliveryStream(resource.arn, resource, bucket, source.role, destination.role);
  crossings.set(stream, {
    source,
    destinationRole: destination.role.arn,
    waitFor: [destination.policy],
  });
  return stream;
}

/** Makes a new stream, or takes an existing one. Only for props that were checked. */
export function deliveryStreamOf(
  placement: Placement,
  props: NewDeliveryStream | ExistingDeliveryStream,
): DeliveryStream {
  const stream = props.existing === undefined ? made(placement, props) : given(placement, props);
  return settle(stream, placement);
}
