import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";
import { FlowLogs } from "../../modules";
import { defaultName } from "../../modules/destination/log-group/name";
import { names, synthesize, type Synthesized } from "./synthesize";

// A change of any name below replaces resources of everybody who upgrades, and deletes records.

const TYPES = ["aws_cloudwatch_log_group", "aws_flow_log", "aws_iam_role", "aws_iam_role_policy"];

test.each([
  ["flow-logs", [], "flow-logs_011A679B"],
  ["flow-logs", ["vpc-a"], "vpc-a_flow-logs_35F1E27E"],
  ["flow-logs", ["a", "b"], "a_b_flow-logs_EA3AF07C"],
  ["A B", [], "AB_FEA4C5CE"],
  ["AB", [], "AB_38164FBD"],
  ["1st", [], "_1st_E01DDF65"],
  ["été", [], "t_BD010C64"],
])("an upgrade keeps the resources of %s in %j", (id, parents, expected) => {
  const synthesized = synthesize((stack) => {
    const scope = parents.reduce<Construct>((parent, name) => new Construct(parent, name), stack);
    new FlowLogs(scope, id, { vpcId: "vpc-1" });
  });
  for (const type of TYPES) expect([type, names(synthesized, type)]).toEqual([type, [expected]]);
});

test("an upgrade keeps the questions about the own account", () => {
  const synthesized = synthesize((stack) => {
    const provider = new AwsProvider(stack, "us", { region: "us-east-1", alias: "us" });
    new FlowLogs(stack, "here", { vpcId: "vpc-1" });
    new FlowLogs(stack, "there", { vpcId: "vpc-2", provider });
  });
  for (const type of ["aws_caller_identity", "aws_partition", "aws_region"]) {
    expect(Object.keys(synthesized.data?.[type] ?? {}).sort()).toEqual(["flowgate", "flowgate-us"]);
  }
});

test.each([
  ["network/flow-logs", "/aws/vpc-flow-logs/network/flow-logs"],
  ["network/vpc-a/flow-logs", "/aws/vpc-flow-logs/network/vpc-a/flow-logs"],
  ["network/A B", "/aws/vpc-flow-logs/network/A-B-2e16189b"],
  ["network/A-B", "/aws/vpc-flow-logs/network/A-B"],
])("an upgrade keeps the log group of %s, and so its records", (path, expected) => {
  expect(defaultName(path)).toBe(expected);
});

test("a path longer than CloudWatch takes still has a group of its own", () => {
  const first = defaultName(`network/${"x".repeat(600)}a`);
  const second = defaultName(`network/${"x".repeat(600)}b`);
  expect(first).toHaveLength(512);
  expect(first).not.toBe(second);
});

/** Everything whose name is a resource's own, by Terraform address: another name would be another resource. */
function fixed({ resource }: Synthesized): string[] {
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, args]) => {
      const own = args["name"] ?? (type === "aws_s3_bucket" ? args["bucket"] : undefined);
      return `${type}.${name}${typeof own === "string" ? ` ${own.replace(/\$\{data\.aws_(\w+)\.([\w-]+)[^}]*\}/g, "<$1 $2>")}` : ""}`;
    }),
  );
}

test("an upgrade keeps a bucket with its key", () => {
  const synthesized = synthesize(
    (stack) => new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1", bucket: { kmsKey: "create" } }),
  );
  expect(fixed(synthesized)).toEqual([
    "aws_flow_log.flow-logs_011A679B",
    "aws_kms_key.flow-logs_011A679B",
    "aws_s3_bucket.flow-logs_011A679B vpc-flow-logs-<caller_identity flowgate>-<region flowgate>-5205e471",
    "aws_s3_bucket_lifecycle_configuration.flow-logs_011A679B",
    "aws_s3_bucket_ownership_controls.flow-logs_011A679B",
    "aws_s3_bucket_policy.flow-logs_011A679B",
    "aws_s3_bucket_public_access_block.flow-logs_011A679B",
    "aws_s3_bucket_server_side_encryption_configuration.flow-logs_011A679B",
  ]);
});

test("an upgrade keeps a stream in another account with its roles", () => {
  const synthesized = synthesize((stack) => {
    const provider = new AwsProvider(stack, "logs", { region: "eu-west-1", alias: "logs" });
    new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1", deliveryStream: { provider } });
  });
  expect(fixed(synthesized).filter((line) => !line.startsWith("aws_s3_bucket_"))).toEqual([
    "aws_flow_log.flow-logs_011A679B",
    "aws_iam_role.flow-logs_011A679B_destination AWSLogDeliveryFirehoseCrossAccountRole-5205e471",
    "aws_iam_role.flow-logs_011A679B_source vpc-flow-logs-source-5205e471",
    "aws_iam_role.flow-logs_011A679B_stream",
    "aws_iam_role_policy.flow-logs_011A679B_destination",
    "aws_iam_role_policy.flow-logs_011A679B_source",
    "aws_iam_role_policy.flow-logs_011A679B_stream",
    "aws_kinesis_firehose_delivery_stream.flow-logs_011A679B vpc-flow-logs-5205e471",
    "aws_s3_bucket.flow-logs_011A679B vpc-flow-logs-<caller_identity flowgate-logs>-<region flowgate-logs>-5205e471",
  ]);
});
