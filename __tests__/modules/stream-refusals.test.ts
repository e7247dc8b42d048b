import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { refusal } from "./refusal";
import { unsynthesized } from "./synthesize";

const VPC = { vpcId: "vpc-0123456789abcdef0" };
const STREAM = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/splunk";

describe("a stream that records would not reach is refused, with what would do", () => {
  const stream = (deliveryStream: unknown): unknown => ({ ...VPC, deliveryStream });

  test.each<[unknown, string]>([
    [
      stream(STREAM),
      `deliveryStream is "${STREAM}"; give its options, { existing: { arn } }, or the deliveryStream of another FlowLogs`,
    ],
    [
      stream({ name: "my stream" }),
      'deliveryStream.name is "my stream"; give 1 to 64 letters, digits and _.-',
    ],
    [stream({ bufferSeconds: 901 }), "deliveryStream.bufferSeconds is 901; give whole seconds, 0 to 900"],
    [stream({ bufferSeconds: "60" }), 'deliveryStream.bufferSeconds is "60"; give whole seconds, 0 to 900'],
    [
      stream({ format: "parquet" }),
      "deliveryStream.format is not a prop; there are name, bucket, bufferSeconds, provider, existing",
    ],
    [stream({ provider: "aws.logs" }), 'deliveryStream.provider is "aws.logs"; give an AwsProvider'],
    [
      stream({ bucket: "records" }),
      'deliveryStream.bucket is "records"; give its options, such as { expireDays: 90 }',
    ],
    [
      stream({ bucket: { expireDays: -1 } }),
      "deliveryStream.bucket.expireDays is -1; give whole days, at least 1",
    ],
    [
      stream({ bucket: { hourly: true } }),
      "deliveryStream.bucket.hourly is not a prop; there are name, expireDays, transitionDays, transitionClass, kmsKey, forceDestroy, preventDestroy",
    ],
    [stream({ existing: STREAM }), `deliveryStream.existing is "${STREAM}"; give { arn } or { resource }`],
    [stream({ existing: {} }), "deliveryStream.existing has neither arn nor resource; give one of them"],
    [
      stream({ existing: { arn: "splunk" } }),
      'deliveryStream.existing.arn is "splunk"; give the stream\'s ARN, such as arn:aws:firehose:eu-west-1:123456789012:deliverystream/NAME',
    ],
    [
      stream({ existing: { arn: STREAM }, bufferSeconds: 60 }),
      "deliveryStream.bufferSeconds is given beside existing, and an existing delivery stream keeps its own settings; leave one out",
    ],
    [
      stream({ existing: { arn: STREAM, crossAccountRole: "arn:aws:iam::210987654321:role/Hub" } }),
      'deliveryStream.existing.crossAccountRole is "arn:aws:iam::210987654321:role/Hub"; give the ARN of a role whose name begins with AWSLogDeliveryFirehoseCrossAccountRole',
    ],
    [
      stream({ existing: { resource: "splunk" } }),
      'deliveryStream.existing.resource is "splunk"; give a KinesisFirehoseDeliveryStream',
    ],
  ])("%j", (props, expected) => {
    expect(refusal(props).message).toBe(`network/flow-logs: ${expected}`);
  });
});

describe("a stream's resource that can be seen", () => {
  const config = { name: "splunk", destination: "splunk", tags: { LogDeliveryEnabled: "true" } };

  test.each<[string, object, string]>([
    [
      "without the tag",
      { tags: undefined },
      'lacks the tag LogDeliveryEnabled, which lets the delivery service write to it; set it to "true"',
    ],
    [
      "with other tags alone",
      { tags: { team: "network" } },
      'lacks the tag LogDeliveryEnabled, which lets the delivery service write to it; set it to "true"',
    ],
    [
      "with the tag at another value",
      { tags: { LogDeliveryEnabled: "yes" } },
      'has "yes" as its tag LogDeliveryEnabled, which lets the delivery service write to it; set it to "true"',
    ],
    [
      "that reads from a Kinesis stream",
      { kinesisSourceConfiguration: { kinesisStreamArn: "arn", roleArn: "arn" } },
      "reads from a Kinesis stream, and flow logs need a stream with Direct PUT; give another",
    ],
    [
      "that reads from Kafka",
      {
        mskSourceConfiguration: {
          mskClusterArn: "arn",
          topicName: "records",
          authenticationConfiguration: { connectivity: "PRIVATE", roleArn: "arn" },
        },
      },
      "reads from Kafka, and flow logs need a stream with Direct PUT; give another",
    ],
  ])("%s is refused", (_, more, expected) => {
    const stack = unsynthesized();
    const resource = new KinesisFirehoseDeliveryStream(stack, "splunk", { ...config, ...more });
    expect(refusal({ ...VPC, deliveryStream: { existing: { resource } } }, stack).message).toBe(
      `network/flow-logs: deliveryStream.existing.resource ${expected}`,
    );
  });

  test("of another type is refused, and so is a role beside it", () => {
    const stack = unsynthesized();
    const bucket = new S3Bucket(stack, "bucket", {});
    expect(refusal({ ...VPC, deliveryStream: { existing: { resource: bucket } } }, stack).message).toBe(
      "network/flow-logs: deliveryStream.existing.resource is the construct network/bucket; give a KinesisFirehoseDeliveryStream",
    );
    const resource = new KinesisFirehoseDeliveryStream(stack, "splunk", config);
    const existing = { resource, crossAccountRole: "arn" };
    expect(refusal({ ...VPC, deliveryStream: { existing } }, stack).message).toBe(
      "network/flow-logs: deliveryStream.existing.crossAccountRole is given beside resource; give the stream's arn instead",
    );
  });
});
