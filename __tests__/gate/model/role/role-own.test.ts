import { flowLogStack, modelOf, role, subject } from "../world";

const FIRST = "111122223333";
const SECOND = "444455556666";
const USER = { iam_role_arn: "${aws_iam_role.flow.arn}" };

describe("what a role calls its own is its flow logs'", () => {
  const trusting = (region: string, account: string) =>
    JSON.stringify({
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${account}:vpc-flow-log/*` } },
        },
      ],
    });
  const provider = {
    aws: [
      { region: "eu-west-1", allowed_account_ids: [FIRST] },
      { alias: "west", region: "us-west-2", allowed_account_ids: [FIRST] },
      { alias: "other", region: "eu-west-1", profile: "other", allowed_account_ids: [SECOND] },
    ],
  };
  const flowLogs = (...providers: string[]) => ({
    aws_flow_log: Object.fromEntries(providers.map((each, at) => [`f${at}`, { ...USER, provider: each }])),
  });

  test.each<[string, string[], string, string, string]>([
    ["another region is its flow log's", ["aws.west"], "us-west-2", FIRST, "yes"],
    ["not that of its provider", ["aws.west"], "eu-west-1", FIRST, "no"],
    ["one of two regions is not enough", ["aws", "aws.west"], "us-west-2", FIRST, "no"],
    ["a third region is none of two", ["aws", "aws.west"], "us-east-1", FIRST, "no"],
    ["a region that is not known may be either", ["aws", "aws.west"], "${var.region}", FIRST, "unknown"],
    ["any region is", ["aws", "aws.west"], "*", FIRST, "yes"],
    ["another account is never the role's", ["aws.other"], "eu-west-1", FIRST, "no"],
  ])("%s", (_, providers, region, account, own) => {
    const role = { assume_role_policy: trusting(region, account) };
    const model = modelOf(flowLogStack({ provider, role, resource: flowLogs(...providers) }));
    const [document] = model.documents;
    expect(document?.statements[0]?.conditions[0]?.values[0]).toMatchObject({ own });
  });

  const EACH = ["eu-west-1", "us-west-2"].map((region) => `arn:aws:ec2:${region}:${FIRST}:vpc-flow-log/*`);
  test.each<[string, string, string, string[], string[]]>([
    ["an Allow names both regions", "Allow", "ArnLike", EACH, ["yes", "yes"]],
    ["an Allow names one and a stranger", "Allow", "ArnLike", [EACH[0] ?? "", "arn:x"], ["no", "no"]],
    ["a Deny that excepts both", "Deny", "ArnNotLike", EACH, ["yes", "yes"]],
    ["a Deny that excepts one hits the other", "Deny", "ArnNotLike", EACH.slice(0, 1), ["no"]],
    ["a Deny of one hits it", "Deny", "ArnLike", EACH.slice(1), ["yes"]],
    ["an Allow that excepts one refuses it", "Allow", "ArnNotLike", EACH.slice(1), ["yes"]],
  ])("in two regions, %s", (_, effect, operator, arns, expected) => {
    const statement = {
      Effect: effect,
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { [operator]: { "aws:SourceArn": arns } },
    };
    const trust = { assume_role_policy: JSON.stringify({ Statement: [statement] }) };
    const model = modelOf(flowLogStack({ provider, role: trust, resource: flowLogs("aws", "aws.west") }));
    const [condition] = model.documents[0]?.statements[0]?.conditions ?? [];
    expect(condition?.values.map(({ own }) => own)).toEqual(expected);
  });

  test("several regions are shown as all, so that a corrected policy holds in each", () => {
    const model = modelOf(flowLogStack({ provider, resource: flowLogs("aws", "aws.west") }));
    expect(role(model).own).toEqual({ partition: "aws", region: "*", account: FIRST });
  });

  test("what its flow logs do not know is the role's", () => {
    const base = { ...flowLogStack({ provider: { aws: { allowed_account_ids: [FIRST] } } }), name: "base" };
    const output = { "cross-stack-output-role": { value: "${aws_iam_role.flow.arn}" } };
    const input =
      "${data.terraform_remote_state.cross-stack-reference-input-base.outputs.cross-stack-output-role}";
    const resource = { aws_flow_log: { far: { iam_role_arn: input } } };
    const model = modelOf(
      { ...base, output, dependencies: [] },
      { name: "far", resource, dependencies: ["base"] },
    );
    expect(subject(model.roles, "aws_iam_role.flow").own.account).toBe(FIRST);
  });
});
