import type { App } from "cdktf";
import { FlowLogs, type FlowLogsProps } from "../../modules";
import { document, GROUP } from "./documents";
import { names, only, stackOf, synthesize, synthesizeApp, type Synthesized } from "./synthesize";

const VPC = "vpc-0123456789abcdef0";
const ACCOUNT = "${data.aws_caller_identity.flowgate.account_id}";
const ARN = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ACTIONS = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

function made(props: FlowLogsProps): Synthesized {
  return synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
}

const OWNER = {
  Sid: "AdministerThroughIam",
  Effect: "Allow",
  Principal: { AWS: `arn:\${data.aws_partition.flowgate.partition}:iam::${ACCOUNT}:root` },
  Action: "kms:*",
  Resource: "*",
};

/** What CloudWatch Logs may do with a key for these groups. */
function logs(...groups: string[]): unknown {
  return {
    Sid: "EncryptLogGroups",
    Effect: "Allow",
    Principal: { Service: "logs.${data.aws_region.flowgate.id}.amazonaws.com" },
    Action: ACTIONS,
    Resource: "*",
    Condition: {
      ArnEquals: { "kms:EncryptionContext:aws:logs:arn": groups.map((name) => `${GROUP}:${name}`) },
    },
  };
}

const DELIVERY = {
  Sid: "DeliverFlowLogs",
  Effect: "Allow",
  Principal: { Service: "delivery.logs.amazonaws.com" },
  Action: ACTIONS,
  Resource: "*",
  Condition: {
    StringEquals: { "aws:SourceAccount": ACCOUNT },
    ArnLike: {
      "aws:SourceArn": `arn:\${data.aws_partition.flowgate.partition}:logs:\${data.aws_region.flowgate.id}:${ACCOUNT}:*`,
    },
  },
};

test("a key for a log group rotates, and lets CloudWatch Logs encrypt that group alone", () => {
  const synthesized = made({ vpcId: VPC, logGroup: { kmsKey: "create" } });
  expect(only(synthesized, "aws_cloudwatch_log_group")).toMatchObject({
    kms_key_id: "${aws_kms_key.flow-logs_011A679B.arn}",
  });
  const key = only(synthesized, "aws_kms_key");
  expect(key).toMatchObject({
    enable_key_rotation: true,
    deletion_window_in_days: 30,
    description: "Flow logs of network/flow-logs",
  });
  expect(document(key, "policy")).toEqual({
    Version: "2012-10-17",
    Statement: [OWNER, logs("/aws/vpc-flow-logs/network/flow-logs")],
  });
});

test("a key for a bucket lets the delivery service write for the own account, and is asked seldom", () => {
  const synthesized = made({ vpcId: VPC, bucket: { kmsKey: "create" } });
  expect(only(synthesized, "aws_s3_bucket_server_side_encryption_configuration")["rule"]).toEqual([
    {
      apply_server_side_encryption_by_default: {
        sse_algorithm: "aws:kms",
        kms_master_key_id: "${aws_kms_key.flow-logs_011A679B.arn}",
      },
      bucket_key_enabled: true,
    },
  ]);
  expect(document(only(synthesized, "aws_kms_key"), "policy")).toEqual({
    Version: "2012-10-17",
    Statement: [OWNER, DELIVERY],
  });
});

test("accounts that may write to a bucket may use its key", () => {
  const synthesized = made({ vpcId: VPC, bucket: { kmsKey: "create", accounts: ["111122223333"] } });
  expect(document(only(synthesized, "aws_kms_key"), "policy")).toMatchObject({
    Statement: [{}, { Condition: { StringEquals: { "aws:SourceAccount": ["111122223333", ACCOUNT] } } }],
  });
});

test("so may an organization whose accounts may", () => {
  const synthesized = made({
    vpcId: VPC,
    bucket: { kmsKey: "create", organizationId: "o-a1b2c3d4e5" },
  });
  expect(document(only(synthesized, "aws_kms_key"), "policy")).toMatchObject({
    Statement: [{}, { Condition: { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } } }],
  });
});

test("one key for log groups and a bucket: its policy lets all of them in", () => {
  const synthesized = synthesize((stack) => {
    const { logGroup } = new FlowLogs(stack, "first", { vpcId: "vpc-1", logGroup: { kmsKey: "create" } });
    if (logGroup.key === undefined) throw new Error("no key was made");
    new FlowLogs(stack, "second", { vpcId: "vpc-2", logGroup: { name: "/two", kmsKey: logGroup.key } });
    new FlowLogs(stack, "third", { vpcId: "vpc-3", bucket: { kmsKey: logGroup.key } });
  });
  expect(names(synthesized, "aws_kms_key")).toHaveLength(1);
  expect(document(only(synthesized, "aws_kms_key"), "policy")).toMatchObject({
    Statement: [OWNER, logs("/aws/vpc-flow-logs/network/first", "/two"), DELIVERY],
  });
});

test.each([ARN, { existing: { arn: ARN } }])("an existing key is used and not touched: %j", (kmsKey) => {
  const group = made({ vpcId: VPC, logGroup: { kmsKey } });
  expect(only(group, "aws_cloudwatch_log_group")).toMatchObject({ kms_key_id: ARN });
  expect(group.resource).not.toHaveProperty("aws_kms_key");
  const bucket = made({ vpcId: VPC, bucket: { kmsKey } });
  expect(only(bucket, "aws_s3_bucket_server_side_encryption_configuration")).toMatchObject({
    rule: [{ apply_server_side_encryption_by_default: { kms_master_key_id: ARN } }],
  });
});

test("a key of another stack cannot name a log group that only this stack knows", () => {
  const share = (): unknown =>
    synthesizeApp((app: App) => {
      const { logGroup } = new FlowLogs(stackOf(app, "hub"), "first", {
        vpcId: "vpc-1",
        logGroup: { kmsKey: "create" },
      });
      const kmsKey = logGroup.key ?? "";
      new FlowLogs(stackOf(app, "spoke"), "second", {
        vpcId: "vpc-2",
        logGroup: { name: "${var.name}", kmsKey },
      });
    });
  expect(share).toThrow(
    'spoke/second: logGroup.kmsKey is of stack hub, which cannot know the log group\'s name "${var.name}"; give the name as a literal',
  );
});
