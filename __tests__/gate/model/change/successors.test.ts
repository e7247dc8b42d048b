import type { Attributes } from "../../../../gate/read/resource";
import { UNKNOWN } from "../../../../gate/read/resource";
import { change, changesOf, FLOW_LOG, plan } from "./plan";

const GONE = change("aws_flow_log.old", ["delete"], FLOW_LOG);
const NETWORK = [
  change("aws_vpc.v", ["no-op"], { id: "vpc-1" }, { id: "vpc-1" }),
  change("aws_subnet.s", ["no-op"], { id: "subnet-1", vpc_id: "vpc-1" }, { id: "subnet-1", vpc_id: "vpc-1" }),
  change("aws_network_interface.e", ["no-op"], { id: "eni-1", subnet_id: "subnet-1" }, { id: "eni-1" }),
];

function made(scope: Attributes): readonly unknown[] {
  const [found] = changesOf(plan(GONE, ...NETWORK, change("aws_flow_log.new", ["create"], undefined, scope)));
  return found?.successors.map(({ address, same_scope: same }) => `${address} ${same}`) ?? [];
}

describe("what takes the place of a flow log that a plan ends", () => {
  test.each<[string, Attributes, readonly string[]]>([
    ["another one on the same VPC", { vpc_id: "vpc-1" }, ["aws_flow_log.new yes"]],
    ["another one on another VPC", { vpc_id: "vpc-2" }, []],
    ["one whose VPC is known only after apply", { vpc_id: UNKNOWN }, ["aws_flow_log.new unknown"]],
    ["one that refers to the VPC", { vpc_id: "${aws_vpc.v.id}" }, ["aws_flow_log.new yes"]],
    ["one that refers to another VPC", { vpc_id: "${aws_vpc.w.id}" }, []],
    ["one that says something else of it", { vpc_id: "${local.v}" }, ["aws_flow_log.new unknown"]],
    ["one on a subnet of the VPC alone", { subnet_id: "subnet-1" }, []],
    ["one on nothing", {}, ["aws_flow_log.new unknown"]],
  ])("%s", (_, scope, successors) => {
    expect(made(scope)).toEqual(successors);
  });

  test.each<[string, Attributes]>([
    ["a subnet", { subnet_id: "subnet-1" }],
    ["a network interface", { eni_id: "eni-1" }],
  ])("for one on %s, the one on its VPC goes on capturing", (_, scope) => {
    const gone = change("aws_flow_log.old", ["delete"], { id: "fl-1", ...scope });
    const [found] = changesOf(
      plan(gone, ...NETWORK, change("aws_flow_log.vpc", ["no-op"], FLOW_LOG, FLOW_LOG)),
    );
    expect(found).toMatchObject({
      scope: Object.values(scope)[0],
      successors: [{ address: "aws_flow_log.vpc", same_scope: "yes" }],
    });
  });

  test("nothing, where each of them ends", () => {
    const also = change("aws_flow_log.also", ["forget"], FLOW_LOG);
    expect(changesOf(plan(GONE, also)).map(({ address, successors }) => [address, successors])).toEqual([
      ["aws_flow_log.old", []],
      ["aws_flow_log.also", []],
    ]);
  });

  test("one in another plan of the same run", () => {
    const [found] = changesOf(
      plan(GONE),
      plan(change("aws_flow_log.new", ["create"], undefined, { vpc_id: "vpc-1" })),
    );
    expect(found?.successors).toEqual([{ source: 1, address: "aws_flow_log.new", same_scope: "yes" }]);
  });

  test("itself, where Terraform makes it anew and lets go of the old one", () => {
    const anew = change("aws_flow_log.f", ["create", "forget"], FLOW_LOG, { vpc_id: "vpc-1" });
    expect(changesOf(plan(anew))).toMatchObject([
      { action: "forget", successors: [{ address: "aws_flow_log.f", same_scope: "yes" }] },
    ]);
  });

  test("the one on a VPC that is made anew with it", () => {
    const vpc = change("aws_vpc.v", ["delete", "create"], { id: "vpc-1" }, { id: UNKNOWN });
    const next = change("aws_flow_log.new", ["create"], undefined, { vpc_id: "${aws_vpc.v.id}" });
    expect(changesOf(plan(GONE, vpc, next))[0]?.successors).toMatchObject([{ same_scope: "yes" }]);
  });
});
