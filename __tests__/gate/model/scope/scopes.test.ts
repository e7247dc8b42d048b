import type { Model } from "../../../../gate/model/model";
import { flowLog, flowLogStack, modelOf, PROVIDER } from "../world";

const on = (flowLog: object, resource: Parameters<typeof flowLogStack>[0] = {}) =>
  modelOf(flowLogStack({ flowLog: { vpc_id: null, ...flowLog }, ...resource }));

function placed(model: Model) {
  const { state, at } = flowLog(model).scope;
  const scope = model.scopes[at];
  return [state, scope?.kind, scope?.key, (model.sources[0]?.unplaced_flow_logs.length ?? 0) > 0];
}

describe("a flow log is", () => {
  test.each<[string, object, unknown[]]>([
    ["on a VPC", { vpc_id: "${aws_vpc.main.id}" }, ["resolved", "vpc", "0 aws_vpc.main", false]],
    [
      "on the VPC of a subnet",
      { vpc_id: "${aws_subnet.a.vpc_id}" },
      ["resolved", "vpc", "0 aws_vpc.main", false],
    ],
    [
      "on the default VPC",
      { vpc_id: "${aws_default_vpc.d.id}" },
      ["resolved", "vpc", "0 aws_default_vpc.d", false],
    ],
    ["on a VPC by its id", { vpc_id: "vpc-1" }, ["resolved", "vpc", "vpc-1", false]],
    [
      "on a VPC that is looked up",
      { vpc_id: "${data.aws_vpc.there.id}" },
      ["resolved", "vpc", "0 data.aws_vpc.there", false],
    ],
    [
      "on a VPC that is looked up by id",
      { vpc_id: "${data.aws_vpc.known.id}" },
      ["resolved", "vpc", "vpc-1", false],
    ],
    ["on a subnet", { subnet_id: "${aws_subnet.a.id}" }, ["resolved", "subnet", "0 aws_subnet.a", false]],
    [
      "on an interface",
      { eni_id: "${aws_network_interface.i.id}" },
      ["resolved", "network-interface", "0 aws_network_interface.i", false],
    ],
    [
      "on a transit gateway",
      { transit_gateway_id: "${aws_ec2_transit_gateway.t.id}" },
      ["resolved", "transit-gateway", "0 aws_ec2_transit_gateway.t", false],
    ],
    [
      "on a transit gateway attachment",
      { transit_gateway_attachment_id: "${aws_ec2_transit_gateway_vpc_attachment.t.id}" },
      ["resolved", "transit-gateway-attachment", "0 aws_ec2_transit_gateway_vpc_attachment.t", false],
    ],
    [
      "on a regional NAT gateway",
      { regional_nat_gateway_id: "nat-1" },
      ["resolved", "regional-nat-gateway", "nat-1", false],
    ],
    ["on nothing", {}, ["none", undefined, undefined, true]],
    ["on two things", { vpc_id: "vpc-1", subnet_id: "subnet-1" }, ["several", undefined, undefined, true]],
    ["on an unknown VPC", { vpc_id: "${var.vpc}" }, ["unknown", undefined, undefined, true]],
    [
      "on an unknown VPC of a module",
      { vpc_id: "${module.network.vpc_id}" },
      ["unknown", undefined, undefined, true],
    ],
    [
      "on an unknown subnet, being no text",
      { subnet_id: ["subnet-1"] },
      ["unknown", undefined, undefined, true],
    ],
    [
      "on an unknown VPC, by an ARN",
      { vpc_id: "${aws_vpc.main.arn}" },
      ["unknown", undefined, undefined, true],
    ],
    ["on an unknown interface", { eni_id: "${var.eni}" }, ["unknown", undefined, undefined, false]],
    [
      "on one instance of a counted VPC only",
      { vpc_id: "${aws_vpc.many[0].id}" },
      ["resolved", "vpc", "0 aws_vpc.many[0]", true],
    ],
    [
      "on each of a counted VPC",
      { count: 2, vpc_id: "${aws_vpc.many[count.index].id}" },
      ["resolved", "vpc", "0 aws_vpc.many", false],
    ],
    [
      "on fewer than there are",
      { count: 1, vpc_id: "${aws_vpc.many[count.index].id}" },
      ["resolved", "vpc", "0 aws_vpc.many[count.index]", true],
    ],
    ["on the only instance", { vpc_id: "${aws_vpc.one[0].id}" }, ["resolved", "vpc", "0 aws_vpc.one", false]],
    [
      "on each of a map",
      { for_each: { a: 1 }, vpc_id: "${aws_vpc.each[each.key].id}" },
      ["resolved", "vpc", "0 aws_vpc.each", false],
    ],
  ])("%s", (_, flowLog, expected) => {
    const model = on(flowLog, {
      data: { aws_vpc: { there: { tags: { Name: "x" } }, known: { id: "vpc-1" } } },
      resource: {
        aws_vpc: { main: {}, many: { count: 2 }, one: { count: 1 }, each: { for_each: { a: 1 } } },
        aws_default_vpc: { d: {} },
        aws_subnet: { a: { vpc_id: "${aws_vpc.main.id}" } },
        aws_network_interface: { i: { subnet_id: "${aws_subnet.a.id}" } },
        aws_ec2_transit_gateway: { t: {} },
        aws_ec2_transit_gateway_vpc_attachment: { t: {} },
      },
    });
    expect(placed(model)).toEqual(expected);
  });
});

test("an interface that another resource made is a scope of its own", () => {
  const model = on(
    { eni_id: "${aws_instance.web.primary_network_interface_id}" },
    { resource: { aws_instance: { web: {} } } },
  );
  expect(flowLog(model).scope).toMatchObject({
    given: [{ argument: "eni_id", refers_to: "aws_instance", fits: true }],
    state: "resolved",
  });
});

test.each([
  ["subnet_id", "${aws_network_interface.i.id}", "aws_network_interface"],
  ["vpc_id", "${aws_subnet.a.id}", "aws_subnet"],
  ["eni_id", "${data.aws_vpc.there.id}", "aws_vpc"],
])("%s does not take %s", (argument, text, type) => {
  const model = on(
    { [argument]: text },
    {
      data: { aws_vpc: { there: {} } },
      resource: { aws_network_interface: { i: {} }, aws_subnet: { a: {} } },
    },
  );
  expect(flowLog(model).scope).toEqual({
    given: [{ argument, refers_to: type, fits: false, text }],
    state: "unknown",
    at: -1,
  });
});

test("a VPC has its subnets, and they are within it", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      aws_vpc: { main: {}, other: {} },
      aws_subnet: {
        a: { vpc_id: "${aws_vpc.main.id}" },
        b: { vpc_id: "${aws_vpc.main.id}" },
        c: { vpc_id: "${var.vpc}" },
        d: { vpc_id: "vpc-1" },
      },
      aws_flow_log: { flow: { eni_id: "${aws_network_interface.i.id}" } },
      aws_network_interface: { i: { subnet_id: "${aws_subnet.a.id}" } },
    },
  });
  const key = (at: number) => model.scopes[at]?.key;
  expect(model.vpcs.map(({ address, scope, subnets }) => [address, key(scope), subnets.map(key)])).toEqual([
    ["aws_vpc.main", "0 aws_vpc.main", ["0 aws_subnet.a", "0 aws_subnet.b"]],
    ["aws_vpc.other", "0 aws_vpc.other", []],
  ]);
  expect(model.scopes.map((scope) => [scope.key, scope.within.map(key)])).toEqual([
    ["0 aws_vpc.main", []],
    ["0 aws_vpc.other", []],
    ["0 aws_subnet.a", ["0 aws_vpc.main"]],
    ["0 aws_subnet.b", ["0 aws_vpc.main"]],
    ["0 aws_subnet.c", []],
    ["0 aws_subnet.d", ["vpc-1"]],
    ["vpc-1", []],
    ["0 aws_network_interface.i", ["0 aws_subnet.a", "0 aws_vpc.main"]],
  ]);
});
