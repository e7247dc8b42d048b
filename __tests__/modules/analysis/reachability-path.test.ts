import { TerraformVariable } from "cdktf";
import { ReachabilityPath, type ReachabilityPathProps } from "../../../modules";
import { refusalOf } from "../refusal-of";
import { names, only, synthesize, type Synthesized } from "../synthesize";

function made(props: ReachabilityPathProps): Synthesized {
  return synthesize((stack) => new ReachabilityPath(stack, "ssh", props));
}

const ENDS = { source: "igw-0a1b", destination: "i-0a1b" };

test("can the internet reach port 22 of an instance: a path, and its analysis, for which Terraform waits", () => {
  const synthesized = made({ ...ENDS, destinationPort: 22, tags: { team: "network" } });
  expect(only(synthesized, "aws_ec2_network_insights_path")).toEqual({
    source: "igw-0a1b",
    destination: "i-0a1b",
    destination_port: 22,
    protocol: "tcp",
    tags: { team: "network" },
  });
  expect(only(synthesized, "aws_ec2_network_insights_analysis")).toEqual({
    network_insights_path_id: "${aws_ec2_network_insights_path.ssh_7F5A55CF.id}",
    wait_for_completion: true,
    tags: { team: "network" },
  });
});

test("a path that is not analysed costs nothing", () => {
  const synthesized = made({ ...ENDS, analyse: "never" });
  expect(names(synthesized, "aws_ec2_network_insights_analysis")).toEqual([]);
});

test("addresses, protocol and what the path must go through reach AWS", () => {
  const synthesized = made({
    source: "eni-0a1b",
    destinationIp: "10.0.0.10",
    sourceIp: "10.0.1.10",
    protocol: "udp",
    through: ["arn:aws:ec2:eu-west-1:123456789012:natgateway/nat-0a1b"],
  });
  expect(only(synthesized, "aws_ec2_network_insights_path")).toEqual({
    source: "eni-0a1b",
    destination_ip: "10.0.0.10",
    source_ip: "10.0.1.10",
    protocol: "udp",
  });
  expect(only(synthesized, "aws_ec2_network_insights_analysis")).toMatchObject({
    filter_in_arns: ["arn:aws:ec2:eu-west-1:123456789012:natgateway/nat-0a1b"],
  });
});

test("what only Terraform will know is let through", () => {
  const synthesized = synthesize((stack) => {
    const ip = new TerraformVariable(stack, "ip", {}).stringValue;
    new ReachabilityPath(stack, "ssh", { source: "${aws_internet_gateway.x.id}", destinationIp: ip });
  });
  expect(only(synthesized, "aws_ec2_network_insights_path")).toMatchObject({ destination_ip: "${var.ip}" });
});

const END =
  "the id or ARN of an instance, network interface, internet gateway, VPC endpoint, peering connection, VPN gateway or transit gateway, such as igw-0123456789abcdef0";

test.each<[unknown, string]>([
  [undefined, "props is undefined; give at least { source, destination }"],
  [{ destination: "i-0a1b" }, `source is undefined; give ${END}`],
  [{ ...ENDS, source: "internet" }, `source is "internet"; give ${END}`],
  [{ ...ENDS, source: "vpc-0a1b" }, `source is "vpc-0a1b"; give ${END}`],
  [{ source: "igw-0a1b" }, "destination is missing; give it, or destinationIp"],
  [{ ...ENDS, destination: "10.0.0.1" }, `destination is "10.0.0.1"; give ${END}`],
  [{ ...ENDS, protocol: "TCP" }, 'protocol is "TCP"; use "tcp"'],
  [{ ...ENDS, protocol: "icmp" }, 'protocol is "icmp"; use "tcp" or "udp"'],
  [{ ...ENDS, destinationPort: 0 }, "destinationPort is 0; give a whole number from 1 to 65535"],
  [{ ...ENDS, destinationPort: "22" }, 'destinationPort is "22"; give a whole number from 1 to 65535'],
  [{ ...ENDS, destinationPort: 65536 }, "destinationPort is 65536; give a whole number from 1 to 65535"],
  [{ ...ENDS, sourceIp: "10.0.0.256" }, 'sourceIp is "10.0.0.256"; give an IPv4 address, such as 10.0.0.10'],
  [{ ...ENDS, destinationIp: "::1" }, 'destinationIp is "::1"; give an IPv4 address, such as 10.0.0.10'],
  [{ ...ENDS, analyse: true }, 'analyse is true; use "once" or "never"'],
  [{ ...ENDS, through: "arn:x" }, 'through is "arn:x"; give a list of ARNs'],
  [{ ...ENDS, through: ["nat-1"] }, 'through[0] is "nat-1"; give an ARN'],
  [
    { ...ENDS, through: ["arn:x"], analyse: "never" },
    'through is given and analyse is "never"; it narrows an analysis, so leave one of them out',
  ],
  [{ ...ENDS, destination_port: 22 }, "destination_port is not a prop; use destinationPort"],
  [
    { ...ENDS, tags: 7, provider: 7 },
    'provider is 7; give an AwsProvider\ntags is 7; give an object of texts, such as { team: "network" }',
  ],
])("a path from %j is refused", (props, expected) => {
  expect(refusalOf((stack) => new ReachabilityPath(stack, "ssh", props as ReachabilityPathProps))).toBe(
    expected,
  );
});
