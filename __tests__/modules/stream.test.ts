import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { FlowLogs, type FlowLogsProps } from "../../modules";
import { document } from "./documents";
import { names, only, synthesize, type Arguments, type Synthesized } from "./synthesize";

const VPC = "vpc-0123456789abcdef0";
const NAME = "flow-logs_011A679B";
const STREAM = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/splunk";
const THERE = "arn:aws:iam::210987654321:role/AWSLogDeliveryFirehoseCrossAccountRole-hub";
const account = (alias: string): string => `\${data.aws_caller_identity.${alias}.account_id}`;

function made(props: FlowLogsProps): Synthesized {
  return synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
}

function named({ resource }: Synthesized, type: string, part: string): Arguments {
  return resource[type]?.[`${NAME}_${part}`] ?? {};
}

describe("one statement is a whole delivery to Firehose", () => {
  const synthesized = made({ vpcId: VPC, deliveryStream: {}, tags: { team: "network" } });

  test("the flow log needs no role in the own account: AWS refuses one", () => {
    expect(only(synthesized, "aws_flow_log")).toEqual({
      vpc_id: VPC,
      traffic_type: "ALL",
      max_aggregation_interval: 60,
      log_destination_type: "kinesis-data-firehose",
      log_destination: `\${aws_kinesis_firehose_delivery_stream.${NAME}.arn}`,
      tags: { team: "network" },
    });
  });

  test("the stream takes records directly, has the tag that lets the service write, and writes to S3", () => {
    expect(only(synthesized, "aws_kinesis_firehose_delivery_stream")).toEqual({
      name: "vpc-flow-logs-5205e471",
      destination: "extended_s3",
      extended_s3_configuration: {
        role_arn: `\${aws_iam_role.${NAME}_stream.arn}`,
        bucket_arn: `\${aws_s3_bucket.${NAME}.arn}`,
        buffering_interval: 300,
        compression_format: "GZIP",
        prefix: "flow-logs/",
        error_output_prefix: "errors/!{firehose:error-output-type}/",
      },
      server_side_encryption: { enabled: true },
      tags: { team: "network", LogDeliveryEnabled: "true" },
      depends_on: [`aws_iam_role_policy.${NAME}_stream`, `aws_s3_bucket_policy.${NAME}`],
    });
  });

  test("Firehose may use its role for the own account, to write to that bucket", () => {
    expect(document(named(synthesized, "aws_iam_role", "stream"), "assume_role_policy")).toMatchObject({
      Statement: [
        {
          Principal: { Service: "firehose.amazonaws.com" },
          Condition: { StringEquals: { "sts:ExternalId": account("flowgate") } },
        },
      ],
    });
    const bucket = `arn:\${data.aws_partition.flowgate.partition}:s3:::vpc-flow-logs-${account("flowgate")}-\${data.aws_region.flowgate.id}-5205e471`;
    expect(document(named(synthesized, "aws_iam_role_policy", "stream"), "policy")).toMatchObject({
      Statement: [{ Sid: "WriteToBucket", Resource: [bucket, `${bucket}/*`] }],
    });
  });

  test("the delivery service has no business in its bucket", () => {
    expect(document(only(synthesized, "aws_s3_bucket_policy"), "policy")).toMatchObject({
      Statement: [{ Sid: "DenyInsecureTransport" }],
    });
  });
});

test("every option of a new stream reaches it", () => {
  const synthesized = made({
    vpcId: VPC,
    deliveryStream: {
      name: "network",
      bufferSeconds: 0,
      bucket: { name: "records", expireDays: 30, kmsKey: "create" },
    },
  });
  expect(only(synthesized, "aws_kinesis_firehose_delivery_stream")).toMatchObject({
    name: "network",
    extended_s3_configuration: { buffering_interval: 0 },
  });
  expect(only(synthesized, "aws_s3_bucket")).toEqual({ bucket: "records" });
  expect(document(named(synthesized, "aws_iam_role_policy", "stream"), "policy")).toMatchObject({
    Statement: [
      {},
      { Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: `\${aws_kms_key.${NAME}.arn}` },
    ],
  });
});

describe("a stream that exists", () => {
  test("by ARN, in the own account: the flow log alone is made", () => {
    const synthesized = made({ vpcId: VPC, deliveryStream: { existing: { arn: STREAM } } });
    expect(Object.keys(synthesized.resource)).toEqual(["aws_flow_log"]);
    expect(synthesized).not.toHaveProperty("data");
  });

  test("as a resource with the tag and Direct PUT", () => {
    const synthesized = synthesize((stack) => {
      const resource = new KinesisFirehoseDeliveryStream(stack, "splunk", {
        name: "splunk",
        destination: "splunk",
        tags: { LogDeliveryEnabled: "true" },
      });
      new FlowLogs(stack, "flow-logs", { vpcId: VPC, deliveryStream: { existing: { resource } } });
    });
    expect(only(synthesized, "aws_flow_log")).toMatchObject({
      log_destination: "${aws_kinesis_firehose_delivery_stream.splunk.arn}",
    });
  });
});

describe("a stream in another account", () => {
  const synthesized = synthesize((stack) => {
    const provider = new AwsProvider(stack, "aws-logs", { region: "eu-west-1", alias: "logs" });
    const { deliveryStream } = new FlowLogs(stack, "flow-logs", {
      transitGatewayId: "tgw-0a",
      deliveryStream: { provider },
    });
    new FlowLogs(stack, "second", { vpcId: "vpc-2", deliveryStream });
  });
  const flowLog = synthesized.resource["aws_flow_log"]?.[NAME];

  test("is made there with all that belongs to it, and the source role here", () => {
    for (const [type, resources] of Object.entries(synthesized.resource)) {
      for (const [name, { provider }] of Object.entries(resources)) {
        const here = type === "aws_flow_log" || name.endsWith("_source");
        expect([type, name, provider]).toEqual([type, name, here ? undefined : "aws.logs"]);
      }
    }
  });

  test("is reached with both roles, or AWS refuses the flow log, which waits for both policies", () => {
    expect(flowLog).toMatchObject({
      iam_role_arn: `\${aws_iam_role.${NAME}_source.arn}`,
      deliver_cross_account_role: `\${aws_iam_role.${NAME}_destination.arn}`,
      depends_on: [`aws_iam_role_policy.${NAME}_source`, `aws_iam_role_policy.${NAME}_destination`],
    });
  });

  test("the source role has AWS's documents, for what is watched and nothing else", () => {
    const role = named(synthesized, "aws_iam_role", "source");
    const watched = (what: string): string =>
      `arn:\${data.aws_partition.flowgate.partition}:ec2:\${data.aws_region.flowgate.id}:${account("flowgate")}:${what}`;
    expect(document(role, "assume_role_policy")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "LogDeliveryAssume",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
    });
    expect(document(named(synthesized, "aws_iam_role_policy", "source"), "policy")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PassThisRole",
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: `arn:\${data.aws_partition.flowgate.partition}:iam::${account("flowgate")}:role/${String(role["name"])}`,
          Condition: {
            StringEquals: { "iam:PassedToService": "delivery.logs.amazonaws.com" },
            StringLike: {
              "iam:AssociatedResourceARN": [watched("transit-gateway/tgw-0a"), watched("vpc/vpc-2")],
            },
          },
        },
        {
          Sid: "ManageDelivery",
          Effect: "Allow",
          Action: [
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:GetLogDelivery",
          ],
          Resource: "*",
        },
        {
          Sid: "CrossAccount",
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Resource: expect.stringMatching(
            /:iam::\$\{data\.aws_caller_identity\.flowgate-logs\.account_id\}:role\/AWSLogDeliveryFirehoseCrossAccountRole-[0-9a-f]{8}$/,
          ) as string,
        },
      ],
    });
  });

  test("the destination role has the name that the service asks for, and trusts the source role alone", () => {
    const role = named(synthesized, "aws_iam_role", "destination");
    expect(role["name"]).toMatch(/^AWSLogDeliveryFirehoseCrossAccountRole/);
    expect(document(role, "assume_role_policy")).toMatchObject({
      Statement: [{ Principal: { AWS: `\${aws_iam_role.${NAME}_source.arn}` }, Action: "sts:AssumeRole" }],
    });
    expect(document(named(synthesized, "aws_iam_role_policy", "destination"), "policy")).toMatchObject({
      Statement: [
        { Action: "iam:CreateServiceLinkedRole" },
        {
          Action: "firehose:TagDeliveryStream",
          Resource: expect.stringMatching(/:deliverystream\/vpc-flow-logs-5205e471$/) as string,
        },
      ],
    });
  });

  test("is shared with its roles", () => {
    expect(names(synthesized, "aws_kinesis_firehose_delivery_stream")).toHaveLength(1);
    expect(names(synthesized, "aws_iam_role")).toHaveLength(3);
  });

  test("that exists is reached through a source role that is made here", () => {
    const existing = made({
      vpcId: VPC,
      deliveryStream: { existing: { arn: STREAM, crossAccountRole: THERE } },
    });
    expect(only(existing, "aws_flow_log")).toMatchObject({
      iam_role_arn: `\${aws_iam_role.${NAME}_source.arn}`,
      deliver_cross_account_role: THERE,
      depends_on: [`aws_iam_role_policy.${NAME}_source`],
    });
    expect(document(only(existing, "aws_iam_role_policy"), "policy")).toMatchObject({
      Statement: [{}, {}, { Resource: THERE }],
    });
  });
});
