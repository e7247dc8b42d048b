import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { FlowLogs, record } from "../../modules";
import { refusal } from "./refusal";
import { unsynthesized } from "./synthesize";

const VPC = { vpcId: "vpc-0123456789abcdef0" };
const GATEWAY = { transitGatewayId: "tgw-0123456789abcdef0" };
const LONG = "x".repeat(600);

describe("props that cannot become a flow log are refused, with what would do", () => {
  test.each<[unknown, string]>([
    [undefined, "props is undefined; give at least { vpcId }, { subnetId } or { eniId }"],
    [null, "props is null; give at least { vpcId }, { subnetId } or { eniId }"],
    ["vpc-1", 'props is "vpc-1"; give at least { vpcId }, { subnetId } or { eniId }'],
    [[VPC], "props is a list; give at least { vpcId }, { subnetId } or { eniId }"],

    [
      {},
      "vpcId is missing; give one of vpcId, subnetId, eniId, transitGatewayId, transitGatewayAttachmentId or regionalNatGatewayId",
    ],
    [
      { vpcId: undefined },
      "vpcId is missing; give one of vpcId, subnetId, eniId, transitGatewayId, transitGatewayAttachmentId or regionalNatGatewayId",
    ],
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
    [
      { transitGatewayId: "tgw-attach-1" },
      'transitGatewayId is "tgw-attach-1", the id of a transit gateway attachment; use transitGatewayAttachmentId',
    ],
    [
      { transitGatewayAttachmentId: "tgw-1" },
      'transitGatewayAttachmentId is "tgw-1", the id of a transit gateway; use transitGatewayId',
    ],
    [{ regionalNatGatewayId: "vpc-1" }, 'regionalNatGatewayId is "vpc-1", the id of a VPC; use vpcId'],
    [{ ...VPC, transitGatewayID: undefined, eniID: "eni-1" }, "eniID is not a prop; use eniId"],
    [
      { ...GATEWAY, trafficType: "ALL" },
      'trafficType is "ALL", and a transit gateway neither accepts nor rejects; leave it out',
    ],
    [
      { ...GATEWAY, aggregationSeconds: 600 },
      "aggregationSeconds is 600, and records of a transit gateway cover 60 seconds; use 60",
    ],
    [{ ...GATEWAY, aggregationSeconds: 300 }, "aggregationSeconds is 300; use 60"],
    [
      { ...GATEWAY, format: record.format(["srcaddr", "vpc-id"]) },
      'format holds "vpc-id", a field of a VPC\'s records; use "tgw-src-vpc-id" or "tgw-dst-vpc-id"',
    ],
    [
      { ...GATEWAY, format: record.format(["action"]) },
      'format holds "action", a field of a VPC\'s records; leave it out',
    ],
    [
      { ...VPC, format: record.format(["packets-lost-blackhole"]) },
      'format holds "packets-lost-blackhole", a field of a transit gateway\'s records; leave it out',
    ],
    [
      { ...VPC, format: record.format(["instance-tag"]) },
      "tagKeys.instance is missing, and the format holds instance-tag; give the keys of 1 tag",
    ],
    [
      { ...VPC, format: record.format(["asg-tag-2"]), tagKeys: { asg: ["Name"] } },
      'tagKeys.asg holds 1 keys; give two tag keys, such as ["Name", "team"]',
    ],
    [
      { ...VPC, format: record.format(["asg-tag"]), tagKeys: { asg: ["a", "b", "c"] } },
      'tagKeys.asg holds 3 keys; give one or two tag keys, such as ["Name"]',
    ],
    [
      { ...VPC, format: record.format(["asg-tag"]), tagKeys: { asg: "Name" } },
      'tagKeys.asg is "Name"; give one or two tag keys, such as ["Name"]',
    ],
    [
      { ...VPC, format: record.format(["asg-tag"]), tagKeys: { asg: [""] } },
      "tagKeys.asg[0] is empty; give a tag key of 1 to 128 characters",
    ],
    [
      { ...VPC, tagKeys: { instance: ["Name"] } },
      "tagKeys.instance is given, and the format holds no instance-tag; add the field, or leave the keys out",
    ],
    [{ ...VPC, tagKeys: ["Name"] }, 'tagKeys is a list; give keys such as { instance: ["Name"] }'],
    [{ ...VPC, tagKeys: { instances: ["Name"] } }, "tagKeys.instances is not a prop; use tagKeys.instance"],
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
      "colour is not a prop; there are vpcId, subnetId, eniId, transitGatewayId, transitGatewayAttachmentId, regionalNatGatewayId, logGroup, role, bucket, deliveryStream, trafficType, aggregationSeconds, format, tagKeys, tags, provider",
    ],
    [{ ...VPC, provider: "aws.us" }, 'provider is "aws.us"; give an AwsProvider'],
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
      "  - colour is not a prop; there are vpcId, subnetId, eniId, transitGatewayId, transitGatewayAttachmentId, regionalNatGatewayId, logGroup, role, bucket, deliveryStream, trafficType, aggregationSeconds, format, tagKeys, tags, provider",
      "  - vpcId is missing; give one of vpcId, subnetId, eniId, transitGatewayId, transitGatewayAttachmentId or regionalNatGatewayId",
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
