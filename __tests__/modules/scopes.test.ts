import { FlowLogs, record, type FlowLogsProps } from "../../modules";
import { only, synthesize, type Arguments } from "./synthesize";

function flowLog(props: FlowLogsProps): Arguments {
  return only(
    synthesize((stack) => new FlowLogs(stack, "flow-logs", props)),
    "aws_flow_log",
  );
}

const SCOPES = [
  "vpc_id",
  "subnet_id",
  "eni_id",
  "transit_gateway_id",
  "transit_gateway_attachment_id",
  "regional_nat_gateway_id",
];

test.each<[FlowLogsProps, string, string]>([
  [{ vpcId: "vpc-0a" }, "vpc_id", "vpc-0a"],
  [{ subnetId: "subnet-0a" }, "subnet_id", "subnet-0a"],
  [{ eniId: "eni-0a" }, "eni_id", "eni-0a"],
  [{ transitGatewayId: "tgw-0a" }, "transit_gateway_id", "tgw-0a"],
  [{ transitGatewayAttachmentId: "tgw-attach-0a" }, "transit_gateway_attachment_id", "tgw-attach-0a"],
  [{ regionalNatGatewayId: "nat-0a" }, "regional_nat_gateway_id", "nat-0a"],
])("%j watches that, and nothing else", (props, argument, id) => {
  const args = flowLog(props);
  expect(SCOPES.filter((scope) => scope in args)).toEqual([argument]);
  expect(args).toHaveProperty(argument, id);
});

test.each<FlowLogsProps>([
  { transitGatewayId: "tgw-0a" },
  { transitGatewayAttachmentId: "tgw-attach-0a" },
  { transitGatewayId: "tgw-0a", aggregationSeconds: 60 },
])("%j says nothing of accepting and rejecting, and takes 60 seconds, as AWS wants it", (props) => {
  expect(flowLog(props)).not.toHaveProperty("traffic_type");
  expect(flowLog(props)).toMatchObject({ max_aggregation_interval: 60 });
});

test("a transit gateway records its own fields where none are chosen", () => {
  synthesize((stack) => {
    const gateway = new FlowLogs(stack, "gateway", { transitGatewayId: "tgw-0a" });
    expect(gateway.format).toBe(record.transitGateway);
    expect(gateway.trafficType).toBeUndefined();
    const vpc = new FlowLogs(stack, "vpc", { vpcId: "vpc-0a", trafficType: "REJECT" });
    expect(vpc.format).toBe(record.default);
    expect(vpc.trafficType).toBe("REJECT");
  });
});

test("a format of fields that both have serves both", () => {
  const format = record.format(["srcaddr", "dstaddr", "bytes"]);
  const expected = { log_format: "$${srcaddr} $${dstaddr} $${bytes}" };
  expect(flowLog({ vpcId: "vpc-0a", format })).toMatchObject(expected);
  expect(flowLog({ transitGatewayId: "tgw-0a", format })).toMatchObject(expected);
});

test("tag fields name the tags that they hold", () => {
  const format = record.format(["srcaddr", "instance-tag", "interface-tag", "interface-tag-2", "asg-tag"]);
  const tagKeys = { instance: ["Name"], interface: ["team", "env"], asg: ["Name"] };
  expect(flowLog({ vpcId: "vpc-0a", format, tagKeys })).toMatchObject({
    tag_field_specification: [
      { resource_type: "instance", tag_keys: ["Name"] },
      { resource_type: "network-interface", tag_keys: ["team", "env"] },
      { resource_type: "auto-scaling-group", tag_keys: ["Name"] },
    ],
  });
});

test("several flow logs on one VPC: refused traffic to CloudWatch Logs, everything to S3", () => {
  const { resource } = synthesize((stack) => {
    new FlowLogs(stack, "rejects", { vpcId: "vpc-0a", trafficType: "REJECT" });
    new FlowLogs(stack, "all", { vpcId: "vpc-0a", bucket: {} });
  });
  const made = Object.values(resource["aws_flow_log"] ?? {});
  expect(made.map(({ vpc_id }) => vpc_id)).toEqual(["vpc-0a", "vpc-0a"]);
  expect(made.map(({ log_destination_type }) => log_destination_type).sort()).toEqual([
    "cloud-watch-logs",
    "s3",
  ]);
});
