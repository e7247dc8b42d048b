import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { App } from "cdktf";
import { FlowLogs, type FlowLogsProps } from "../../modules";
import { document } from "./documents";
import { names, only, stackOf, synthesize, synthesizeApp, type Synthesized } from "./synthesize";

const VPC = "vpc-0123456789abcdef0";
const ACCOUNT = "${data.aws_caller_identity.flowgate.account_id}";
const REGION = "${data.aws_region.flowgate.id}";
const PARTITION = "${data.aws_partition.flowgate.partition}";
const BUCKET = `arn:${PARTITION}:s3:::vpc-flow-logs-${ACCOUNT}-${REGION}-5205e471`;

function made(props: FlowLogsProps): Synthesized {
  return synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
}

interface Document {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Resource: unknown;
    readonly Condition: Record<string, Record<string, unknown>>;
  }[];
}

function statements(synthesized: Synthesized): Document["Statement"] {
  return (document(only(synthesized, "aws_s3_bucket_policy"), "policy") as Document).Statement;
}

describe("whose flow logs a bucket takes", () => {
  test("those of the accounts that are named, from every region, beside the own", () => {
    const [write, check] = statements(made({ vpcId: VPC, bucket: { accounts: ["111122223333"] } }));
    expect(write?.Resource).toEqual([
      `${BUCKET}/AWSLogs/111122223333/*`,
      `${BUCKET}/AWSLogs/aws-account-id=111122223333/*`,
      `${BUCKET}/AWSLogs/${ACCOUNT}/*`,
      `${BUCKET}/AWSLogs/aws-account-id=${ACCOUNT}/*`,
    ]);
    expect(check?.Condition).toEqual({
      StringEquals: { "aws:SourceAccount": ["111122223333", ACCOUNT] },
      ArnLike: {
        "aws:SourceArn": [
          `arn:${PARTITION}:logs:*:111122223333:*`,
          `arn:${PARTITION}:logs:${REGION}:${ACCOUNT}:*`,
        ],
      },
    });
  });

  test("those of a whole organization", () => {
    const [write] = statements(made({ vpcId: VPC, bucket: { organizationId: "o-a1b2c3d4e5" } }));
    expect(write?.Resource).toBe(`${BUCKET}/AWSLogs/*`);
    expect(write?.Condition).toEqual({
      StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceOrgID": "o-a1b2c3d4e5" },
    });
  });

  test("those of another region of the same stack", () => {
    const synthesized = synthesize((stack) => {
      const provider = new AwsProvider(stack, "us", { region: "us-east-1", alias: "us" });
      const { bucket } = new FlowLogs(stack, "here", { vpcId: "vpc-1", bucket: {} });
      new FlowLogs(stack, "there", { vpcId: "vpc-2", bucket, provider });
    });
    const [write] = statements(synthesized);
    expect(write?.Condition["ArnLike"]?.["aws:SourceArn"]).toEqual([
      `arn:${PARTITION}:logs:${REGION}:${ACCOUNT}:*`,
      "arn:${data.aws_partition.flowgate-us.partition}:logs:${data.aws_region.flowgate-us.id}:${data.aws_caller_identity.flowgate-us.account_id}:*",
    ]);
  });
});

describe("a bucket that is shared", () => {
  test("is one bucket with one policy, and each flow log waits for it", () => {
    const synthesized = synthesize((stack) => {
      const { bucket } = new FlowLogs(stack, "first", { vpcId: "vpc-1", bucket: { prefix: "net" } });
      new FlowLogs(stack, "second", { subnetId: "subnet-1", bucket });
      new FlowLogs(stack, "third", { transitGatewayId: "tgw-1", bucket });
    });
    expect(names(synthesized, "aws_s3_bucket")).toHaveLength(1);
    const flowLogs = Object.values(synthesized.resource["aws_flow_log"] ?? {});
    expect(new Set(flowLogs.map(({ log_destination }) => log_destination)).size).toBe(1);
    expect(flowLogs.map(({ depends_on }) => depends_on)).toEqual(
      [1, 2, 3].map(() => ["aws_s3_bucket_policy.first_A7937B64"]),
    );
    expect(statements(synthesized)).toHaveLength(3);
  });

  test("with another stack comes through that stack's outputs", () => {
    const stacks = synthesizeApp((app: App) => {
      const { bucket } = new FlowLogs(stackOf(app, "hub"), "first", { vpcId: "vpc-1", bucket: {} });
      new FlowLogs(stackOf(app, "spoke"), "second", { vpcId: "vpc-2", bucket });
    });
    const flowLog = only(stacks["spoke"] as Synthesized, "aws_flow_log");
    expect(flowLog["log_destination"]).toMatch(/^\$\{data\.terraform_remote_state\./);
    expect(flowLog).not.toHaveProperty("depends_on");
    expect(stacks["spoke"]?.resource).not.toHaveProperty("aws_s3_bucket");
  });
});

test.each<[FlowLogsProps, string]>([
  [{ vpcId: VPC, bucket: { existing: { arn: "arn:aws:s3:::records" } } }, "arn:aws:s3:::records"],
  [{ vpcId: VPC, bucket: { existing: { name: "records" } } }, `arn:${PARTITION}:s3:::records`],
  [
    { vpcId: VPC, bucket: { existing: { name: "records" }, prefix: "net", format: "text" } },
    `arn:${PARTITION}:s3:::records/net/`,
  ],
])("an existing bucket is written to and not touched: %j", (props, destination) => {
  const synthesized = made(props);
  expect(Object.keys(synthesized.resource)).toEqual(["aws_flow_log"]);
  expect(only(synthesized, "aws_flow_log")).toMatchObject({ log_destination: destination });
  expect(only(synthesized, "aws_flow_log")).not.toHaveProperty("depends_on");
});
