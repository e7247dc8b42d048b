import { dnsSuffixOf } from "../../../../gate/model/own/partition";
import { flowLogStack, GROUP, grantOn, modelOf, role, subject, TRUST } from "../world";

const IDENTITY = { aws_caller_identity: { me: {} } };
const REGION = { aws_region: { here: {} } };
const PARTITION = { aws_partition: { here: {} } };
const arn = (account: string, region = "eu-west-1") => `arn:aws:logs:${region}:${account}:log-group:${GROUP}`;
const policy = (text: string) => ({ aws_iam_role_policy: { write: { role: "flow", policy: text } } });
const FIRST = "111122223333";
const SECOND = "444455556666";

/** A flow log that uses the role. */
const USER = { iam_role_arn: "${aws_iam_role.flow.arn}" };

type Changes = Parameters<typeof flowLogStack>[0];

describe("the own account", () => {
  test.each<[string, Changes, string]>([
    ["is not known without any hint", {}, ""],
    ["is that of the caller identity", { data: IDENTITY }, "${data.aws_caller_identity.me.account_id}"],
    ["is the literal of log_destination", { flowLog: { log_destination: arn(FIRST) } }, FIRST],
    [
      "is the literal of the role ARN",
      { flowLog: { iam_role_arn: `arn:aws:iam::${FIRST}:role/flow` } },
      FIRST,
    ],
    ["is the one allowed account", { provider: { aws: { allowed_account_ids: [FIRST] } } }, FIRST],
    [
      "is that of the role that the provider assumes",
      { provider: { aws: { assume_role: [{ role_arn: `arn:aws:iam::${FIRST}:role/deploy` }] } } },
      FIRST,
    ],
    ["is the one literal of the policies", { resource: policy(grantOn(arn(FIRST))) }, FIRST],
    [
      "is not known when the policies name two",
      {
        resource: policy(grantOn(arn(FIRST))),
        role: { assume_role_policy: TRUST.replace("}", `,"x":"${SECOND}"}`) },
      },
      "",
    ],
    [
      "is the caller identity when the policies name two",
      {
        data: IDENTITY,
        resource: policy(grantOn(arn(FIRST))),
        role: { assume_role_policy: TRUST.replace("}", `,"x":"${SECOND}"}`) },
      },
      "${data.aws_caller_identity.me.account_id}",
    ],
    [
      "is the same for a reference beside one literal",
      { data: IDENTITY, resource: policy(grantOn(arn(FIRST))) },
      FIRST,
    ],
    [
      "is that of the flow log's own ARN, once it is made, whatever it writes to",
      {
        flowLog: {
          arn: `arn:aws:ec2:eu-west-1:${FIRST}:vpc-flow-log/fl-0123456789abcdef0`,
          log_destination: arn(SECOND),
        },
      },
      FIRST,
    ],
    [
      "is the literal of log_destination before that of the policies",
      { flowLog: { log_destination: arn(FIRST) }, resource: policy(grantOn(arn(SECOND))) },
      FIRST,
    ],
    [
      "is the allowed account before that of the policies",
      { provider: { aws: { allowed_account_ids: [FIRST] } }, resource: policy(grantOn(arn(SECOND))) },
      FIRST,
    ],
    [
      "is not told by a bucket's or a stream's ARN",
      {
        flowLog: {
          log_destination_type: "kinesis-data-firehose",
          log_destination: `arn:aws:firehose:eu-west-1:${SECOND}:deliverystream/x`,
        },
      },
      "",
    ],
    [
      "is not told by a policy about something else",
      { resource: policy(`{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"${SECOND}"}]}`) },
      "",
    ],
  ])("%s", (_, changes, account) => {
    const model = modelOf(flowLogStack(changes));
    expect(model.roles[0]?.own.account ?? "").toBe(account);
  });

  test("is read from a local", () => {
    const stack = flowLogStack({ flowLog: { log_destination: "${local.destination}" } });
    const model = modelOf({ ...stack, locals: { destination: arn(FIRST) } });
    expect(role(model).own.account).toBe(FIRST);
  });

  test("of two stacks is told apart", () => {
    const at = (account: string) => flowLogStack({ resource: policy(grantOn(arn(account))) });
    const model = modelOf({ ...at(FIRST), name: "dev" }, { ...at(SECOND), name: "prod" });
    expect(model.roles.map(({ own }) => own.account)).toEqual([FIRST, SECOND]);
  });

  test("is shared by provider configurations with the same credentials", () => {
    const stack = flowLogStack({
      provider: { aws: [{ region: "eu-west-1" }, { alias: "west", region: "us-west-2" }] },
      role: { provider: "aws.west" },
      resource: {
        aws_flow_log: { other: { log_destination: arn(FIRST) }, flow: { ...USER, provider: "aws.west" } },
      },
    });
    expect(role(modelOf(stack)).own).toEqual({ partition: "aws", region: "us-west-2", account: FIRST });
  });

  test("is allowed by one of the provider configurations with the same credentials for all of them", () => {
    const stack = flowLogStack({
      provider: {
        aws: [{ region: "eu-west-1" }, { alias: "west", region: "us-west-2", allowed_account_ids: [FIRST] }],
      },
    });
    expect(role(modelOf(stack)).own.account).toBe(FIRST);
  });

  test("is not shared by provider configurations with other credentials", () => {
    const stack = flowLogStack({
      provider: { aws: [{ region: "eu-west-1" }, { alias: "other", region: "eu-west-1", profile: "other" }] },
      role: { provider: "aws.other" },
      resource: {
        aws_flow_log: { other: { log_destination: arn(FIRST) }, flow: { ...USER, provider: "aws.other" } },
      },
    });
    expect(role(modelOf(stack)).own.account).toBe("");
  });
});

describe("the own region", () => {
  test.each<[string, Changes, string]>([
    ["is the provider's", {}, "eu-west-1"],
    ["is the provider's variable", { provider: { aws: { region: "${var.region}" } } }, "${var.region}"],
    ["is not known without any hint", { provider: {} }, ""],
    ["is the data source's", { provider: {}, data: REGION }, "${data.aws_region.here.name}"],
    [
      "is the literal of log_destination",
      { provider: {}, flowLog: { log_destination: arn(FIRST, "us-east-2") } },
      "us-east-2",
    ],
    [
      "is the one literal of the policies",
      { provider: {}, resource: policy(grantOn(arn(FIRST, "us-east-2"))) },
      "us-east-2",
    ],
    ["is the resource's own argument", { flowLog: { region: "us-east-2" } }, "us-east-2"],
    [
      "does not come from itself",
      { provider: { aws: { region: "${data.aws_region.here.name}" } }, data: REGION },
      "${data.aws_region.here.name}",
    ],
  ])("%s", (_, changes, region) => {
    expect(role(modelOf(flowLogStack(changes))).own.region).toBe(region);
  });
});

describe("the own partition", () => {
  test.each<[string, Changes, string]>([
    ["is aws in most regions", {}, "aws"],
    ["is aws-cn in China", { provider: { aws: { region: "cn-north-1" } } }, "aws-cn"],
    ["is aws-us-gov in GovCloud", { provider: { aws: { region: "us-gov-west-1" } } }, "aws-us-gov"],
    ["is the one literal of the policies", { provider: {}, resource: policy(grantOn(arn(FIRST))) }, "aws"],
    ["is the data source's", { provider: {}, data: PARTITION }, "${data.aws_partition.here.partition}"],
    ["is not known without any hint", { provider: {} }, ""],
  ])("%s", (_, changes, partition) => {
    expect(role(modelOf(flowLogStack(changes))).own.partition).toBe(partition);
  });
});

test("references and literals of the own account, region and partition are the same", () => {
  const here = { ...IDENTITY, ...REGION, ...PARTITION };
  const written = (group: string) =>
    modelOf(
      flowLogStack({
        provider: { aws: { region: "eu-west-1", allowed_account_ids: [FIRST] } },
        data: here,
        resource: policy(grantOn(group)),
      }),
    ).coverages;
  const literal = written(arn(FIRST));
  expect(literal[0]?.statements[0]?.resources[0]).toMatchObject({ streams: "every", reach: "own" });
  expect(written("${aws_cloudwatch_log_group.flow.arn}")).toEqual(literal);
  expect(
    written(
      "arn:${data.aws_partition.here.id}:logs:${data.aws_region.here.region}:${data.aws_caller_identity.me.id}:log-group:${aws_cloudwatch_log_group.flow.name}",
    ),
  ).toEqual(literal);
});

test("a data source that asks for a certain region answers that one", () => {
  const stack = flowLogStack({
    data: { aws_region: { other: { name: "us-east-2" } } },
    flowLog: { region: "${data.aws_region.other.name}" },
  });
  expect(subject(modelOf(stack).roles, "aws_iam_role.flow").own.region).toBe("us-east-2");
});

test("a region that hangs on a variable is the own one inside of ARNs too", () => {
  const stack = flowLogStack({
    provider: { aws: { region: "${var.region}", allowed_account_ids: [FIRST] } },
    resource: policy(grantOn(arn(FIRST, "${var.region}"))),
  });
  expect(modelOf(stack).coverages[0]?.statements[0]?.resources[0]).toMatchObject({ reach: "own" });
});

test.each([
  ["aws", "amazonaws.com"],
  ["aws-cn", "amazonaws.com.cn"],
  ["aws-us-gov", "amazonaws.com"],
  ["aws-iso", "c2s.ic.gov"],
  ["aws-iso-b", "sc2s.sgov.gov"],
  ["aws-iso-e", "cloud.adc-e.uk"],
  ["aws-iso-f", "csp.hci.ic.gov"],
  ["aws-eusc", "amazonaws.eu"],
  ["constructor", undefined],
])("names of services in %s end in %s", (partition, suffix) => {
  expect(dnsSuffixOf(partition)).toBe(suffix);
});
