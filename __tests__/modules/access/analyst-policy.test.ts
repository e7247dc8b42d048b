import { AnalystPolicy, FlowLogQueries, FlowLogs, type AnalystPolicyProps } from "../../../modules";
import { refusalOf } from "../refusal-of";
import { names, only, synthesize } from "../synthesize";
import { statements } from "./statements";

const VPC = "vpc-0a1b";

describe("an analyst may read", () => {
  const synthesized = synthesize((stack) => {
    const { logGroup } = new FlowLogs(stack, "flow-logs", { vpcId: VPC, logGroup: { name: "/net/flow" } });
    const archive = new FlowLogs(stack, "archive", { vpcId: VPC, bucket: { prefix: "net" } });
    const queries = new FlowLogQueries(stack, "queries", { flowLogs: archive, athena: { name: "flows" } });
    new AnalystPolicy(stack, "analysts", { logGroups: [logGroup], queries: [queries] });
  });
  const made = statements(only(synthesized, "aws_iam_policy"));
  const own = (service: string, resource: string): string =>
    `arn:\${data.aws_partition.flowgate.partition}:${service}:\${data.aws_region.flowgate.id}:\${data.aws_caller_identity.flowgate.account_id}:${resource}`;

  test("and write nothing but the results of queries", () => {
    const writes = Object.values(made)
      .flatMap(({ Action }) => Action)
      .filter((action) => !/:(Get|List|Describe|BatchGet|Filter|Start|Stop)/.test(action));
    expect(writes).toEqual(["s3:AbortMultipartUpload", "s3:PutObject"]);
    expect(made["KeepResults"]?.Resource).toMatch(/\/athena-results\/\*$/);
  });

  test("this log group, and no other", () => {
    expect(made["ReadLogGroups"]?.Resource).toEqual([
      own("logs", "log-group:/net/flow"),
      own("logs", "log-group:/net/flow:*"),
    ]);
  });

  test("this table, through its workgroup, and the records that it shows", () => {
    expect(made["RunQueries"]?.Resource).toBe(own("athena", "workgroup/flows"));
    expect(made["ReadTables"]?.Resource).toEqual([
      own("glue", "catalog"),
      own("glue", "database/flows"),
      own("glue", "table/flows/flow_logs"),
    ]);
    expect(made["ReadRecords"]).toMatchObject({
      Action: "s3:GetObject",
      Resource: expect.stringMatching(/\/net\/AWSLogs\/\*$/) as string,
    });
  });

  test("and list what has no resource in IAM, in this region", () => {
    expect(made["FindWhatThereIs"]).toMatchObject({
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": "${data.aws_region.flowgate.id}" } },
    });
    expect(Object.values(made).filter(({ Resource }) => Resource === "*")).toHaveLength(1);
  });
});

test("records that are encrypted with a key of the bucket's own may be decrypted, and results encrypted", () => {
  const synthesized = synthesize((stack) => {
    const archive = new FlowLogs(stack, "archive", { vpcId: VPC, bucket: { kmsKey: "create" } });
    new AnalystPolicy(stack, "analysts", {
      queries: [new FlowLogQueries(stack, "queries", { flowLogs: archive })],
    });
  });
  const [key = ""] = names(synthesized, "aws_kms_key");
  expect(statements(only(synthesized, "aws_iam_policy"))["UseKeys"]).toMatchObject({
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: `\${aws_kms_key.${key}.arn}`,
  });
});

test("results that Athena keeps in another bucket are written and listed there", () => {
  const synthesized = synthesize((stack) => {
    const archive = new FlowLogs(stack, "archive", { vpcId: VPC, bucket: {} });
    const queries = new FlowLogQueries(stack, "queries", {
      flowLogs: archive,
      athena: { results: "s3://other/results/" },
    });
    new AnalystPolicy(stack, "analysts", { queries: [queries] });
  });
  const made = statements(only(synthesized, "aws_iam_policy"));
  expect(made["KeepResults"]?.Resource).toBe(
    "arn:${data.aws_partition.flowgate.partition}:s3:::other/results/*",
  );
  expect(made["ListRecords"]?.Resource).toContain("arn:${data.aws_partition.flowgate.partition}:s3:::other");
  expect(made["FindWhatThereIs"]?.Action).toBe("ec2:DescribeFlowLogs");
});

test.each<[unknown, string]>([
  [undefined, "props is undefined; give at least { logGroups: [flowLogs.logGroup] }"],
  [{}, "logGroups is missing; give the log groups to read, or queries over a bucket"],
  [{ logGroups: ["/net/flow"] }, 'logGroups[0] is "/net/flow"; give the logGroup of a FlowLogs'],
  [{ queries: [{}] }, "queries[0] is an object; give a FlowLogQueries"],
])("an analyst's policy of %j is refused", (props, expected) => {
  expect(refusalOf((stack) => new AnalystPolicy(stack, "analysts", props as AnalystPolicyProps))).toBe(
    expected,
  );
});

test("queries over a log group are no table to read", () => {
  const refused = refusalOf((stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: VPC });
    new AnalystPolicy(stack, "analysts", { queries: [new FlowLogQueries(stack, "queries", { flowLogs })] });
  });
  expect(refused).toBe("queries[0] is over a log group; give its logGroup in logGroups instead");
});
