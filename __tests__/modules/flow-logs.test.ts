import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformVariable } from "cdktf";
import { FlowLogs, record, type FlowLogsProps } from "../../modules";
import { delivery, document, GROUP } from "./documents";
import { only, synthesize, without, type Arguments, type Synthesized } from "./synthesize";

const VPC = "vpc-0123456789abcdef0";
const NAME = "flow-logs_011A679B";
function made(props: FlowLogsProps): Synthesized {
  return synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
}

describe("one statement is a whole delivery", () => {
  const synthesized = made({ vpcId: VPC });

  test("the flow log captures all traffic of the VPC every minute, and waits until its role may write", () => {
    expect(only(synthesized, "aws_flow_log")).toEqual({
      vpc_id: VPC,
      traffic_type: "ALL",
      max_aggregation_interval: 60,
      log_destination_type: "cloud-watch-logs",
      log_destination: `\${aws_cloudwatch_log_group.${NAME}.arn}`,
      iam_role_arn: `\${aws_iam_role.${NAME}.arn}`,
      depends_on: [`aws_iam_role_policy.${NAME}`],
    });
  });

  test("the log group is named after the construct and keeps records for a year", () => {
    expect(only(synthesized, "aws_cloudwatch_log_group")).toEqual({
      name: "/aws/vpc-flow-logs/network/flow-logs",
      retention_in_days: 365,
    });
  });

  test("only the flow-log service may assume the role, for flow logs of the own account and region", () => {
    expect(without(only(synthesized, "aws_iam_role"), "assume_role_policy")).toEqual({
      name_prefix: "vpc-flow-logs-",
    });
    expect(document(only(synthesized, "aws_iam_role"), "assume_role_policy")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "VpcFlowLogsAssume",
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "${data.aws_caller_identity.flowgate.account_id}" },
            ArnLike: {
              "aws:SourceArn":
                "arn:${data.aws_partition.flowgate.partition}:ec2:${data.aws_region.flowgate.id}:${data.aws_caller_identity.flowgate.account_id}:vpc-flow-log/*",
            },
          },
        },
      ],
    });
  });

  test("the role may deliver to this log group and do nothing else", () => {
    expect(without(only(synthesized, "aws_iam_role_policy"), "policy")).toEqual({
      name_prefix: "vpc-flow-logs-",
      role: `\${aws_iam_role.${NAME}.id}`,
    });
    expect(document(only(synthesized, "aws_iam_role_policy"), "policy")).toEqual(
      delivery(`${GROUP}:/aws/vpc-flow-logs/network/flow-logs`),
    );
  });

  test("nothing else is made than these four, and the three questions about the own account", () => {
    expect(Object.keys(synthesized.resource).sort()).toEqual([
      "aws_cloudwatch_log_group",
      "aws_flow_log",
      "aws_iam_role",
      "aws_iam_role_policy",
    ]);
    expect(Object.keys(synthesized.data ?? {})).toEqual([
      "aws_caller_identity",
      "aws_partition",
      "aws_region",
    ]);
  });

  test("cdktf's own metadata lists no override of ours", () => {
    expect(synthesized["//"].metadata).not.toHaveProperty("overrides");
  });
});

test.each<[string, FlowLogsProps, Arguments]>([
  ["a subnet", { subnetId: "subnet-0a" }, { subnet_id: "subnet-0a" }],
  ["a network interface", { eniId: "eni-0a" }, { eni_id: "eni-0a" }],
  ["refused traffic only", { vpcId: VPC, trafficType: "REJECT" }, { traffic_type: "REJECT" }],
  ["ten minutes", { vpcId: VPC, aggregationSeconds: 600 }, { max_aggregation_interval: 600 }],
  [
    "fields",
    { vpcId: VPC, format: record.format(["srcaddr", "log-status"]) },
    { log_format: "$${srcaddr} $${log-status}" },
  ],
  ["tags", { vpcId: VPC, tags: { team: "network" } }, { tags: { team: "network" } }],
])("%s: the flow log says so", (_, props, expected) => {
  expect(only(made(props), "aws_flow_log")).toMatchObject(expected);
});

test("a flow log of a subnet or an interface names no VPC", () => {
  expect(only(made({ subnetId: "subnet-0a" }), "aws_flow_log")).not.toHaveProperty("vpc_id");
  expect(only(made({ eniId: "eni-0a" }), "aws_flow_log")).not.toHaveProperty("vpc_id");
});

test("every option of a new log group reaches it", () => {
  const kmsKey = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const synthesized = made({
    vpcId: VPC,
    logGroup: {
      name: "/network/flows",
      retentionDays: 30,
      logGroupClass: "INFREQUENT_ACCESS",
      kmsKey,
      skipDestroy: true,
    },
    tags: { team: "network" },
  });
  expect(only(synthesized, "aws_cloudwatch_log_group")).toEqual({
    name: "/network/flows",
    retention_in_days: 30,
    log_group_class: "INFREQUENT_ACCESS",
    kms_key_id: kmsKey,
    skip_destroy: true,
    tags: { team: "network" },
  });
  expect(only(synthesized, "aws_iam_role")).toMatchObject({ tags: { team: "network" } });
  expect(document(only(synthesized, "aws_iam_role_policy"), "policy")).toEqual(
    delivery(`${GROUP}:/network/flows`),
  );
});

test("what AWS protects from deletion says so, and only where it was asked for: older providers do not know it", () => {
  const asked = made({ vpcId: VPC, logGroup: { deletionProtection: true } });
  expect(only(asked, "aws_cloudwatch_log_group")).toMatchObject({ deletion_protection_enabled: true });
  expect(only(made({ vpcId: VPC }), "aws_cloudwatch_log_group")).not.toHaveProperty(
    "deletion_protection_enabled",
  );
});

test("what was made shows what users need, and nothing that only constructs do", () => {
  const shown = (handle: object): string[] => [
    ...Object.keys(handle),
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(handle)).filter((name) => name !== "constructor"),
  ];
  synthesize((stack) => {
    const { logGroup, role } = new FlowLogs(stack, "logs", { vpcId: VPC, logGroup: { kmsKey: "create" } });
    const { bucket } = new FlowLogs(stack, "archive", { vpcId: VPC, bucket: {} });
    const { deliveryStream } = new FlowLogs(stack, "stream", { vpcId: VPC, deliveryStream: {} });
    expect(shown(logGroup)).toEqual(["arn", "name", "resource", "key", "logGroupClass"]);
    expect(shown(role)).toEqual(["arn", "resource"]);
    expect(shown(bucket)).toEqual(["arn", "name", "layout", "resource", "key"]);
    expect(shown(deliveryStream)).toEqual(["arn", "resource", "bucket", "sourceRole", "destinationRole"]);
    expect(shown(logGroup.key ?? {})).toEqual(["arn", "resource"]);
    expect(logGroup.logGroupClass).toBe("STANDARD");
  });
});

describe("another provider", () => {
  const synthesized = synthesize((stack) => {
    const provider = new AwsProvider(stack, "aws-us", { region: "us-east-1", alias: "us" });
    new FlowLogs(stack, "flow-logs", { vpcId: VPC, provider });
    new FlowLogs(stack, "here", { vpcId: VPC });
  });

  test("makes everything, and answers for its own region", () => {
    for (const type of Object.keys(synthesized.resource)) {
      expect(synthesized.resource[type]?.[NAME]).toMatchObject({ provider: "aws.us" });
    }
    expect(synthesized.data?.["aws_region"]?.["flowgate-us"]).toMatchObject({ provider: "aws.us" });
    const policy = synthesized.resource["aws_iam_role_policy"]?.[NAME]?.["policy"];
    expect(policy).toContain("${data.aws_region.flowgate-us.id}");
    expect(policy).not.toContain("data.aws_region.flowgate.id");
  });

  test("leaves the flow logs of the default one alone", () => {
    const here = Object.values(synthesized.resource["aws_flow_log"] ?? {}).filter(
      (flowLog) => !("provider" in flowLog),
    );
    expect(here).toHaveLength(1);
  });
});

test("what only Terraform will know is let through", () => {
  const synthesized = synthesize((stack) => {
    const days = new TerraformVariable(stack, "days", { type: "number" });
    const name = new TerraformVariable(stack, "name", { type: "string" });
    new FlowLogs(stack, "flow-logs", {
      vpcId: "${data.aws_vpc.default.id}",
      logGroup: { name: name.stringValue, retentionDays: days.numberValue as 30, kmsKey: name.stringValue },
      trafficType: name.stringValue as "ALL",
      tags: { owner: name.stringValue },
    });
  });
  expect(only(synthesized, "aws_flow_log")).toMatchObject({
    vpc_id: "${data.aws_vpc.default.id}",
    traffic_type: "${var.name}",
  });
  expect(only(synthesized, "aws_cloudwatch_log_group")).toEqual({
    name: "${var.name}",
    retention_in_days: "${var.days}",
    kms_key_id: "${var.name}",
    tags: { owner: "${var.name}" },
  });
  expect(document(only(synthesized, "aws_iam_role_policy"), "policy")).toEqual(
    delivery(`${GROUP}:\${var.name}`),
  );
});

test("what was made can be reached, for overrides and for references", () => {
  const synthesized = synthesize((stack) => {
    const { flowLog, logGroup, role } = new FlowLogs(stack, "flow-logs", { vpcId: VPC });
    flowLog.addOverride("//.flowgate.note", "kept");
    logGroup.resource?.addOverride("deletion_protection_enabled", true);
    role.resource?.addOverride("path", "/delivery/");
    expect(logGroup.name).toBe("/aws/vpc-flow-logs/network/flow-logs");
  });
  expect(only(synthesized, "aws_cloudwatch_log_group")).toMatchObject({ deletion_protection_enabled: true });
  expect(only(synthesized, "aws_iam_role")).toMatchObject({ path: "/delivery/" });
  expect(synthesized.resource["aws_flow_log"]?.[NAME]?.["//"]).toMatchObject({
    flowgate: { note: "kept", location: { path: "__tests__/modules/flow-logs.test.ts" } },
  });
});
