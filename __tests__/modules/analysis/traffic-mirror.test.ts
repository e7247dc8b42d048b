import { TrafficMirror, type MirrorRule, type TrafficMirrorProps } from "../../../modules";
import { refusalOf } from "../refusal-of";
import { names, only, synthesize, type Arguments, type Synthesized } from "../synthesize";

const ENDS = { eniId: "eni-0a1b", target: { eniId: "eni-0c2d" } };

function made(props: TrafficMirrorProps): Synthesized {
  return synthesize((stack) => new TrafficMirror(stack, "mirror", props));
}

function rules(synthesized: Synthesized): Arguments[] {
  return Object.values(synthesized.resource["aws_ec2_traffic_mirror_filter_rule"] ?? {}).sort(
    (a, b) => Number(a["rule_number"]) - Number(b["rule_number"]),
  );
}

test("a mirror copies every packet of both directions to the appliance", () => {
  const synthesized = made({ ...ENDS, tags: { team: "security" } });
  expect(only(synthesized, "aws_ec2_traffic_mirror_target")).toEqual({
    network_interface_id: "eni-0c2d",
    tags: { team: "security" },
  });
  expect(only(synthesized, "aws_ec2_traffic_mirror_filter")).toEqual({ tags: { team: "security" } });
  const [name = ""] = names(synthesized, "aws_ec2_traffic_mirror_filter");
  const whole = {
    traffic_mirror_filter_id: `\${aws_ec2_traffic_mirror_filter.${name}.id}`,
    rule_action: "accept",
    source_cidr_block: "0.0.0.0/0",
    destination_cidr_block: "0.0.0.0/0",
  };
  expect(rules(synthesized)).toEqual([
    expect.objectContaining({ ...whole, traffic_direction: "ingress", rule_number: 1 }),
    expect.objectContaining({ ...whole, traffic_direction: "egress", rule_number: 2 }),
  ]);
  expect(only(synthesized, "aws_ec2_traffic_mirror_session")).toEqual({
    network_interface_id: "eni-0a1b",
    session_number: 1,
    traffic_mirror_filter_id: `\${aws_ec2_traffic_mirror_filter.${name}.id}`,
    traffic_mirror_target_id: `\${aws_ec2_traffic_mirror_target.${name}.id}`,
    tags: { team: "security" },
  });
});

test.each<[TrafficMirrorProps["target"], Arguments]>([
  [{ gatewayLoadBalancerEndpointId: "vpce-0a1b" }, { gateway_load_balancer_endpoint_id: "vpce-0a1b" }],
  [
    { networkLoadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b" },
    { network_load_balancer_arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b" },
  ],
])("a target may be %j", (target, expected) => {
  expect(only(made({ eniId: "eni-0a1b", target }), "aws_ec2_traffic_mirror_target")).toEqual(expected);
});

test.each<[MirrorRule, Arguments]>([
  [
    { direction: "ingress", protocol: "udp", destinationPorts: 53 },
    { protocol: 17, destination_port_range: { from_port: 53, to_port: 53 } },
  ],
  [
    { direction: "egress", protocol: 6, sourcePorts: { from: 1024, to: 65535 } },
    { protocol: 6, source_port_range: { from_port: 1024, to_port: 65535 } },
  ],
  [
    { direction: "egress", action: "reject", sourceCidr: "10.0.0.0/16", destinationCidr: "10.1.0.0/16" },
    { rule_action: "reject", source_cidr_block: "10.0.0.0/16", destination_cidr_block: "10.1.0.0/16" },
  ],
  [{ direction: "ingress", protocol: "icmp" }, { protocol: 1 }],
])("the rule %j reaches AWS", (rule, expected) => {
  expect(rules(made({ ...ENDS, rules: [rule] }))).toEqual([expect.objectContaining(expected)]);
});

test("a session may cut packets, be numbered and told apart; DNS may be copied too", () => {
  const synthesized = made({
    ...ENDS,
    sessionNumber: 7,
    packetLength: 128,
    virtualNetworkId: 42,
    amazonDns: "copy",
  });
  expect(only(synthesized, "aws_ec2_traffic_mirror_session")).toMatchObject({
    session_number: 7,
    packet_length: 128,
    virtual_network_id: 42,
  });
  expect(only(synthesized, "aws_ec2_traffic_mirror_filter")).toEqual({ network_services: ["amazon-dns"] });
});

test("several mirrors share one target and one filter", () => {
  const synthesized = synthesize((stack) => {
    const first = new TrafficMirror(stack, "first", ENDS);
    new TrafficMirror(stack, "second", { eniId: "eni-0e3f", target: first, rules: first });
  });
  expect(names(synthesized, "aws_ec2_traffic_mirror_session")).toHaveLength(2);
  for (const type of ["target", "filter"])
    expect(names(synthesized, `aws_ec2_traffic_mirror_${type}`)).toHaveLength(1);
});

test.each<[unknown, string]>([
  [undefined, "props is undefined; give at least { eniId, target }"],
  [
    { ...ENDS, eniId: "i-1" },
    'eniId is "i-1"; give the id of a network interface, such as eni-0123456789abcdef0',
  ],
  [
    { eniId: "eni-1" },
    "target is undefined; give one of eniId, networkLoadBalancerArn, gatewayLoadBalancerEndpointId, or another TrafficMirror",
  ],
  [
    { eniId: "eni-1", target: {} },
    "target names nothing; give one of eniId, networkLoadBalancerArn, gatewayLoadBalancerEndpointId",
  ],
  [
    { eniId: "eni-1", target: { eniId: "eni-2", gatewayLoadBalancerEndpointId: "vpce-1" } },
    "target names eniId and gatewayLoadBalancerEndpointId; give one of eniId, networkLoadBalancerArn, gatewayLoadBalancerEndpointId",
  ],
  [
    { eniId: "eni-1", target: { eniId: "eni-1" } },
    'target.eniId is "eni-1", whose packets are copied; give another interface',
  ],
  [
    { eniId: "eni-1", target: { networkLoadBalancerArn: "nlb" } },
    'target.networkLoadBalancerArn is "nlb"; give the ARN of a network load balancer',
  ],
  [{ ...ENDS, sessionNumber: 0 }, "sessionNumber is 0; give a whole number from 1 to 32766"],
  [{ ...ENDS, packetLength: 1.5 }, "packetLength is 1.5; give a whole number from 1 to 65535"],
  [
    { ...ENDS, virtualNetworkId: 2 ** 24 },
    "virtualNetworkId is 16777216; give a whole number from 0 to 16777215",
  ],
  [{ ...ENDS, amazonDns: true }, 'amazonDns is true; use "copy" or "leave-out"'],
  [
    { ...ENDS, rules: [] },
    'rules is empty; give a list such as [{ direction: "ingress" }], or another TrafficMirror',
  ],
  [{ ...ENDS, rules: [{}] }, 'rules[0].direction is null; use "ingress" or "egress"'],
  [{ ...ENDS, rules: [{ direction: "in" }] }, 'rules[0].direction is "in"; use "ingress" or "egress"'],
  [
    { ...ENDS, rules: [{ direction: "ingress", action: "drop" }] },
    'rules[0].action is "drop"; use "accept" or "reject"',
  ],
  [
    { ...ENDS, rules: [{ direction: "ingress", protocol: "TCP6" }] },
    'rules[0].protocol is "TCP6"; use "tcp"',
  ],
  [
    { ...ENDS, rules: [{ direction: "ingress", protocol: 256 }] },
    "rules[0].protocol is 256; give a whole number from 0 to 255",
  ],
  [
    { ...ENDS, rules: [{ direction: "ingress", sourceCidr: "10.0.0.1/16" }] },
    'rules[0].sourceCidr is "10.0.0.1/16", which begins inside its range; use "10.0.0.0/16"',
  ],
  [
    { ...ENDS, rules: [{ direction: "ingress", destinationCidr: "10.0.0.0" }] },
    'rules[0].destinationCidr is "10.0.0.0"; give an IPv4 range, such as 10.0.0.0/16',
  ],
  [
    { ...ENDS, rules: [{ direction: "ingress", sourcePorts: 22 }] },
    'rules[0].sourcePorts is given for protocol undefined; ports are of "tcp" or "udp"',
  ],
  [
    { ...ENDS, rules: [{ direction: "ingress", protocol: "tcp", sourcePorts: { from: 9, to: 8 } }] },
    "rules[0].sourcePorts go from 9 to 8; give the lower port first",
  ],
  [
    { ...ENDS, rules: [{ direction: "ingress", protocol: "tcp", destinationPorts: { from: 9 } }] },
    "rules[0].destinationPorts.to is null; give a whole number from 1 to 65535",
  ],
])("a mirror of %j is refused", (props, expected) => {
  expect(refusalOf((stack) => new TrafficMirror(stack, "mirror", props as TrafficMirrorProps))).toBe(
    expected,
  );
});

test("the filter of another mirror keeps its own DNS setting", () => {
  const refused = refusalOf((stack) => {
    const rules = new TrafficMirror(stack, "first", ENDS);
    new TrafficMirror(stack, "second", { ...ENDS, rules, amazonDns: "copy" });
  });
  expect(refused).toBe("amazonDns is given beside the filter of another TrafficMirror; set it there");
});
