import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { FlowLogs, InvalidPropsError, type FlowLogsProps } from "../../modules";
import { unsynthesized } from "./synthesize";

const VPC = { vpcId: "vpc-0123456789abcdef0" };
const LONG = "x".repeat(600);
const GROUP_ARN = "arn:aws:logs:eu-west-1:123456789012:log-group:flows";

/** What the construct says to props that no type has checked, as a caller from JavaScript may pass them. */
function refusal(props: unknown, stack = unsynthesized()): InvalidPropsError {
  try {
    new FlowLogs(stack, "flow-logs", props as FlowLogsProps);
  } catch (error) {
    if (error instanceof InvalidPropsError) return error;
    throw error;
  }
  throw new Error("the props were accepted");
}

describe("props that cannot become a flow log are refused, with what would do", () => {
  const group = (logGroup: unknown): unknown => ({ ...VPC, logGroup });
  const role = (given: unknown): unknown => ({ ...VPC, role: given });

  test.each<[unknown, string]>([
    [undefined, "props is undefined; give at least { vpcId }, { subnetId } or { eniId }"],
    [null, "props is null; give at least { vpcId }, { subnetId } or { eniId }"],
    ["vpc-1", 'props is "vpc-1"; give at least { vpcId }, { subnetId } or { eniId }'],
    [[VPC], "props is a list; give at least { vpcId }, { subnetId } or { eniId }"],

    [{}, "vpcId is missing; give one of vpcId, subnetId or eniId"],
    [{ vpcId: undefined }, "vpcId is missing; give one of vpcId, subnetId or eniId"],
    [
      { ...VPC, subnetId: "subnet-1" },
      "vpcId and subnetId are given together; a flow log watches one of them, so make a FlowLogs for each",
    ],
    [
      { ...VPC, subnetId: "subnet-1", eniId: "eni-1" },
      "vpcId and subnetId and eniId are given together; a flow log watches one of them, so make a FlowLogs for each",
    ],
    [{ vpcId: "" }, "vpcId is empty; give the id of a VPC, such as vpc-0123456789abcdef0"],
    [{ vpcId: null }, "vpcId is null; give the id of a VPC, such as vpc-0123456789abcdef0"],
    [{ vpcId: 7 }, "vpcId is 7; give the id of a VPC, such as vpc-0123456789abcdef0"],
    [{ vpcId: ["vpc-1"] }, "vpcId is a list; give the id of a VPC, such as vpc-0123456789abcdef0"],
    [{ vpcId: () => "vpc-1" }, "vpcId is a function; give the id of a VPC, such as vpc-0123456789abcdef0"],
    [{ vpcId: "main" }, 'vpcId is "main"; give the id of a VPC, such as vpc-0123456789abcdef0'],
    [{ vpcId: "vpc-1 " }, 'vpcId is "vpc-1 "; give the id of a VPC, such as vpc-0123456789abcdef0'],
    [{ vpcId: "subnet-1" }, 'vpcId is "subnet-1", the id of a subnet; use subnetId'],
    [{ subnetId: "vpc-1" }, 'subnetId is "vpc-1", the id of a VPC; use vpcId'],
    [{ subnetId: "eni-1" }, 'subnetId is "eni-1", the id of a network interface; use eniId'],
    [{ eniId: "i-1" }, 'eniId is "i-1"; give the id of a network interface, such as eni-0123456789abcdef0'],

    [{ ...VPC, trafficType: "all" }, 'trafficType is "all"; use "ALL"'],
    [{ ...VPC, trafficType: "REJECTED" }, 'trafficType is "REJECTED"; use "REJECT"'],
    [{ ...VPC, trafficType: "SOME" }, 'trafficType is "SOME"; use "ALL", "ACCEPT" or "REJECT"'],
    [{ ...VPC, trafficType: null }, 'trafficType is null; use "ALL", "ACCEPT" or "REJECT"'],
    [{ ...VPC, aggregationSeconds: 300 }, "aggregationSeconds is 300; use 60 or 600"],
    [{ ...VPC, aggregationSeconds: "60" }, 'aggregationSeconds is "60"; use 60 or 600'],
    [{ ...VPC, aggregationSeconds: NaN }, "aggregationSeconds is NaN; use 60 or 600"],
    [
      { ...VPC, format: "${version}" },
      'format is "${version}"; use record.format(["srcaddr", "dstaddr", ...])',
    ],
    [{ ...VPC, format: ["version"] }, 'format is a list; use record.format(["srcaddr", "dstaddr", ...])'],
    [{ ...VPC, tags: "team" }, 'tags is "team"; give an object of texts, such as { team: "network" }'],
    [{ ...VPC, tags: { team: 7 } }, 'tags["team"] is 7; give a text'],
    [{ ...VPC, tags: { "": "x" } }, 'tags[""] is not a tag key; give 1 to 128 characters'],
    [
      { ...VPC, tags: { "aws:team": "x" } },
      'tags["aws:team"] begins with aws:, which is AWS\'s own; use another key',
    ],
    [{ ...VPC, tags: { team: LONG } }, 'tags["team"] has 600 characters; AWS takes at most 256'],
    [
      { ...VPC, tags: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`key${at}`, ""])) },
      "tags are 51; AWS takes at most 50",
    ],

    [{ ...VPC, trafictype: "ALL" }, "trafictype is not a prop; use trafficType"],
    [{ ...VPC, traffic_type: "ALL" }, "traffic_type is not a prop; use trafficType"],
    [
      { ...VPC, colour: "red" },
      "colour is not a prop; there are vpcId, subnetId, eniId, logGroup, role, trafficType, aggregationSeconds, format, tags, provider",
    ],
    [{ ...VPC, provider: "aws.us" }, 'provider is "aws.us"; give an AwsProvider'],

    [
      group("flows"),
      'logGroup is "flows"; give its options, { existing: { arn } }, or the logGroup of another FlowLogs',
    ],
    [
      group(null),
      "logGroup is null; give its options, { existing: { arn } }, or the logGroup of another FlowLogs",
    ],
    [group({ name: "" }), "logGroup.name is empty; give 1 to 512 letters, digits and _-/.#"],
    [group({ name: "my flows" }), 'logGroup.name is "my flows"; give 1 to 512 letters, digits and _-/.#'],
    [
      group({ name: LONG }),
      `logGroup.name is "${"x".repeat(77)}..."; give 1 to 512 letters, digits and _-/.#`,
    ],
    [
      group({ name: "aws/vpc/flows" }),
      'logGroup.name is "aws/vpc/flows", and AWS keeps names that begin with aws/ for itself; use "/aws/vpc/flows"',
    ],
    [
      group({ retentionDays: 45 }),
      "logGroup.retentionDays is 45, not a period that CloudWatch Logs accepts; use 30 or 60",
    ],
    [
      group({ retentionDays: 5000 }),
      "logGroup.retentionDays is 5000, not a period that CloudWatch Logs accepts; use 3653",
    ],
    [
      group({ retentionDays: 0.5 }),
      "logGroup.retentionDays is 0.5, not a period that CloudWatch Logs accepts; use 1",
    ],
    [
      group({ retentionDays: 0 }),
      "logGroup.retentionDays is 0, which keeps records for ever; give days, such as 30, 90 or 365",
    ],
    [group({ retentionDays: "30" }), 'logGroup.retentionDays is "30"; give days, such as 30, 90 or 365'],
    [group({ retentionDays: null }), "logGroup.retentionDays is null; give days, such as 30, 90 or 365"],
    [
      group({ retentionDays: Infinity }),
      "logGroup.retentionDays is Infinity; give days, such as 30, 90 or 365",
    ],
    [group({ retentionInDays: 30 }), "logGroup.retentionInDays is not a prop; use logGroup.retentionDays"],
    [
      group({ logGroupClass: "ESSENTIALS" }),
      'logGroup.logGroupClass is "ESSENTIALS"; use "STANDARD" or "INFREQUENT_ACCESS"',
    ],
    [
      group({ logGroupClass: "DELIVERY" }),
      'logGroup.logGroupClass is "DELIVERY", which holds Lambda logs only; use "STANDARD" or "INFREQUENT_ACCESS"',
    ],
    [
      group({ kmsKey: "alias/logs" }),
      'logGroup.kmsKey is "alias/logs"; give the key\'s ARN, such as arn:aws:kms:eu-west-1:123456789012:key/ID',
    ],
    [group({ skipDestroy: "yes" }), 'logGroup.skipDestroy is "yes"; use true or false'],
    [group({ existing: "flows" }), 'logGroup.existing is "flows"; give { name: "..." } or { arn: "..." }'],
    [group({ existing: {} }), "logGroup.existing has neither name nor arn; give one of them"],
    [
      group({ existing: { name: "flows", arn: GROUP_ARN } }),
      "logGroup.existing has both name and arn; give one of them",
    ],
    [
      group({ existing: { arn: `${GROUP_ARN}:*` } }),
      `logGroup.existing.arn ends in :*, which replaces the flow log at every apply; use "${GROUP_ARN}"`,
    ],
    [
      group({ existing: { arn: "flows" } }),
      'logGroup.existing.arn is "flows"; give the group\'s ARN, such as arn:aws:logs:eu-west-1:123456789012:log-group:NAME',
    ],
    [
      group({ existing: { arn: GROUP_ARN }, retentionDays: 30 }),
      "logGroup.retentionDays is given beside existing, and an existing log group keeps its own settings; leave one out",
    ],
    [
      group({ existing: { name: "flows", region: "eu-west-1" } }),
      "logGroup.existing.region is not a prop; there are name, arn",
    ],

    [role("delivery"), 'role is "delivery"; give { existing: { arn } }, or the role of another FlowLogs'],
    [role({}), 'role.existing is undefined; give { arn: "..." }'],
    [
      role({ existing: { arn: "delivery" } }),
      'role.existing.arn is "delivery"; give the role\'s ARN, such as arn:aws:iam::123456789012:role/NAME',
    ],
    [
      role({ existing: {} }),
      "role.existing.arn is undefined; give the role's ARN, such as arn:aws:iam::123456789012:role/NAME",
    ],
  ])("%j", (props, expected) => {
    expect(refusal(props).message).toBe(`network/flow-logs: ${expected}`);
  });
});

describe("constructs given in place of what they have", () => {
  test("a VPC in place of its id", () => {
    const stack = unsynthesized();
    const vpcId = new Vpc(stack, "vpc", {});
    expect(refusal({ vpcId }, stack).message).toBe(
      "network/flow-logs: vpcId is the construct network/vpc; give the id of a VPC, such as vpc-0123456789abcdef0",
    );
  });

  test("a FlowLogs, or a log group of the provider, in place of a log group of ours", () => {
    const stack = unsynthesized();
    const other = new FlowLogs(stack, "other", VPC);
    const logGroup = new CloudwatchLogGroup(stack, "group", {});
    expect(refusal({ ...VPC, logGroup: other }, stack).message).toBe(
      "network/flow-logs: logGroup is the construct network/other; give its options, { existing: { arn } }, or the logGroup of another FlowLogs",
    );
    expect(refusal({ ...VPC, logGroup }, stack).message).toBe(
      "network/flow-logs: logGroup is the construct network/group; give its options, { existing: { arn } }, or the logGroup of another FlowLogs",
    );
  });

  test("a log group and a role of another region", () => {
    const stack = unsynthesized();
    const { logGroup, role } = new FlowLogs(stack, "other", VPC);
    const provider = new AwsProvider(stack, "us", { region: "us-east-1", alias: "us" });
    expect(refusal({ ...VPC, provider, logGroup, role }, stack).problems).toEqual([
      {
        prop: "logGroup",
        message:
          "is of the default provider, this flow log of provider aws.us; leave logGroup out, so that one is made there",
      },
      {
        prop: "role",
        message:
          "is of the default provider, this flow log of provider aws.us; leave role out, so that one is made there",
      },
    ]);
  });
});

test("everything that is wrong is said at once, in the order of the props", () => {
  const error = refusal({
    colour: "red",
    logGroup: { name: "my flows", retentionDays: 45 },
    trafficType: "all",
  });
  expect(error.where).toBe("network/flow-logs");
  expect(error.name).toBe("InvalidPropsError");
  expect(error.message).toBe(
    [
      "network/flow-logs: 5 problems",
      "  - colour is not a prop; there are vpcId, subnetId, eniId, logGroup, role, trafficType, aggregationSeconds, format, tags, provider",
      "  - vpcId is missing; give one of vpcId, subnetId or eniId",
      '  - logGroup.name is "my flows"; give 1 to 512 letters, digits and _-/.#',
      "  - logGroup.retentionDays is 45, not a period that CloudWatch Logs accepts; use 30 or 60",
      '  - trafficType is "all"; use "ALL"',
    ].join("\n"),
  );
});

test("what is refused leaves nothing behind: the id can be used again", () => {
  const stack = unsynthesized();
  refusal({}, stack);
  expect(stack.node.tryFindChild("flow-logs")).toBeUndefined();
  expect(new FlowLogs(stack, "flow-logs", VPC).node.path).toBe("network/flow-logs");
});
