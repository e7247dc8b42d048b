import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { Placement } from "../../placement/placement";
import { pathHash } from "../bucket/name";
import { store } from "../bucket/storage";
import type { NewDeliveryStream } from "./delivery-stream";
import { streamDocument, streamTrust } from "./documents";

/** The tag that lets the log-delivery service write to a stream of the own account. */
export const DELIVERY_TAG = "LogDeliveryEnabled";

/** A stream that was made. */
export interface Made {
  readonly resource: KinesisFirehoseDeliveryStream;
  readonly bucket: S3Bucket;
  /** By name, so that it is known when Terraform plans. */
  readonly arn: string;
}

/** A stream that takes records directly, with its bucket and its role. */
export function makeStream(placement: Placement, props: NewDeliveryStream): Made {
  const { construct, own } = placement;
  const name = props.name ?? `vpc-flow-logs-${pathHash(construct.node.path)}`;
  const stored = store(placement, props.bucket ?? {});
  const role = placement.put(
    new IamRole(construct, "stream-role", {
      ...placement.tagged,
      namePrefix: "vpc-flow-logs-firehose-",
      assumeRolePolicy: streamTrust(own),
    }),
    "stream",
  );
  const policy = placement.put(
    new IamRolePolicy(construct, "stream-policy", {
      ...placement.common,
      namePrefix: "vpc-flow-logs-firehose-",
      role: role.id,
      policy: streamDocument(stored.arn, stored.key),
    }),
    "stream",
  );
  const resource = placement.put(
    new KinesisFirehoseDeliveryStream(construct, "stream", {
      ...placement.common,
      name,
      destination: "extended_s3",
      extendedS3Configuration: {
        roleArn: role.arn,
        bucketArn: stored.resource.arn,
        bufferingInterval: props.bufferSeconds ?? 300,
        compressionFormat: "GZIP",
        prefix: "flow-logs/",
        errorOutputPrefix: "errors/!{firehose:error-output-type}/",
      },
      serverSideEncryption: { enabled: true },
      tags: { ...placement.tags, [DELIVERY_TAG]: "true" },
      dependsOn: [policy, stored.policy],
    }),
  );
  const arn = `arn:${own.partition}:firehose:${own.region}:${own.account}:deliverystream/${name}`;
  return { resource, bucket: stored.resource, arn };
}
