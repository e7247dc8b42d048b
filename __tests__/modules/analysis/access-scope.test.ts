import { TerraformOutput, TerraformProvider, type TerraformStack } from "cdktf";
import { AccessScope, type AccessScopeProps } from "../../../modules";
import { refusalOf } from "../refusal-of";
import { only, synthesize } from "../synthesize";

const MATCH = [{ source: { resourceTypes: ["AWS::EC2::InternetGateway"] } }];

/** A provider package of another version than the one installed here. */
class Provider extends TerraformProvider {
  constructor(stack: TerraformStack, providerVersion: string) {
    super(stack, `aws-${providerVersion}`, {
      terraformResourceType: "aws",
      terraformGeneratorMetadata: { providerName: "aws", providerVersion },
    });
  }
}

test("a scope is written as Terraform's blocks", () => {
  const synthesized = synthesize((stack) => {
    const scope = new AccessScope(stack, "isolation", {
      provider: new Provider(stack, "6.66.0"),
      match: [
        {
          source: {
            resourceTypes: ["AWS::EC2::InternetGateway"],
            protocols: ["tcp"],
            destinationPorts: ["22", "3389"],
          },
          destination: { resources: ["vpc-0a1b"] },
        },
      ],
      exclude: [
        {
          destination: { destinationAddresses: ["10.0.0.0/8"] },
          through: [{ resourceTypes: ["AWS::EC2::NatGateway"] }],
        },
      ],
      tags: { team: "network" },
    });
    new TerraformOutput(stack, "command", { value: scope.analysisCommand });
  });
  expect(only(synthesized, "aws_ec2_network_insights_access_scope")).toEqual({
    provider: "aws",
    match_paths: [
      {
        source: [
          {
            resource_statement: [{ resource_types: ["AWS::EC2::InternetGateway"] }],
            packet_header_statement: [{ protocols: ["tcp"], destination_ports: ["22", "3389"] }],
          },
        ],
        destination: [{ resource_statement: [{ resources: ["vpc-0a1b"] }] }],
      },
    ],
    exclude_paths: [
      {
        destination: [{ packet_header_statement: [{ destination_addresses: ["10.0.0.0/8"] }] }],
        through_resources: [{ resource_statement: [{ resource_types: ["AWS::EC2::NatGateway"] }] }],
      },
    ],
    tags: { team: "network" },
  });
  const { output } = synthesized as unknown as { output: Record<string, { value: string }> };
  expect(output["command"]?.value).toBe(
    "aws ec2 start-network-insights-access-scope-analysis --network-insights-access-scope-id ${aws_ec2_network_insights_access_scope.isolation_3624D318.id}",
  );
});

test.each(["6.43.0", "6.66.0", "7.0.0"])("version %s of the provider has it", (version) => {
  const synthesized = synthesize((stack) => {
    new AccessScope(stack, "isolation", { provider: new Provider(stack, version), match: MATCH });
  });
  expect(only(synthesized, "aws_ec2_network_insights_access_scope")).toHaveProperty("match_paths");
});

test("the stack's own provider is looked at: the installed one lacks the resource, and is told which has it", () => {
  expect(refusalOf((stack) => new AccessScope(stack, "isolation", { match: MATCH }))).toBe(
    'provider is hashicorp/aws 6.25.0, which has no aws_ec2_network_insights_access_scope; version 6.43 brought it: install "@cdktf/provider-aws": "npm:@cdktn/provider-aws@^25.7.0" and "cdktf": "npm:cdktn@^0.24.0"',
  );
});

test.each<[unknown, string]>([
  [undefined, "props is undefined; give at least { match: [{ source: { resourceTypes: [...] } }] }"],
  [[], "props is a list; give at least { match: [{ source: { resourceTypes: [...] } }] }"],
])("a scope of %j is refused", (props, expected) => {
  expect(refusalOf((stack) => new AccessScope(stack, "isolation", props as AccessScopeProps))).toBe(expected);
});

const GIVE = "a list of paths such as [{ source: { resourceTypes: [...] } }]";
const ENDS =
  "resources, resourceTypes, protocols, sourceAddresses, destinationAddresses, sourcePorts, destinationPorts";

test.each<[unknown, string]>([
  [undefined, `match is undefined; give ${GIVE}`],
  [[], `match is empty; give ${GIVE}`],
  [{}, `match is an object; give ${GIVE}`],
  [[7], "match[0] is 7; give an object such as { source: { resourceTypes: [...] } }"],
  [[{}], "match[0] names nothing; give one of source, destination"],
  [
    [{ from: {} }],
    "match[0].from is not a prop; there are source, destination\nmatch[0] names nothing; give one of source, destination",
  ],
  [[{ source: {} }], `match[0].source names nothing; give one of ${ENDS}`],
  [[{ source: "igw-1" }], 'match[0].source is "igw-1"; give an object such as { resourceTypes: [...] }'],
  [
    [{ source: { resourceTypes: "AWS::EC2::InternetGateway" } }],
    'match[0].source.resourceTypes is "AWS::EC2::InternetGateway"; give a list of which each is a type such as AWS::EC2::InternetGateway',
  ],
  [
    [{ source: { resourceTypes: ["InternetGateway"] } }],
    'match[0].source.resourceTypes[0] is "InternetGateway"; give a type such as AWS::EC2::InternetGateway',
  ],
  [[{ source: { protocols: ["icmp"] } }], 'match[0].source.protocols[0] is "icmp"; give tcp or udp'],
  [
    [{ source: { sourceAddresses: ["10.0.0.1"] } }],
    'match[0].source.sourceAddresses[0] is "10.0.0.1"; give a CIDR range such as 0.0.0.0/0',
  ],
  [
    [{ source: { destinationPorts: [22] } }],
    'match[0].source.destinationPorts[0] is 22; give a port or range such as "22"',
  ],
  [
    [{ through: [{ resources: ["nat-1"] }] }],
    "match[0].through is not a prop; there are source, destination\nmatch[0] names nothing; give one of source, destination",
  ],
])("paths %j are refused", (match, expected) => {
  const refused = refusalOf((stack) => {
    new AccessScope(stack, "isolation", { match } as AccessScopeProps);
  });
  expect(refused.split("\nprovider is hashicorp/aws")[0]).toBe(expected);
});

test("what a path may go through is checked as its ends are", () => {
  const refused = refusalOf((stack) => {
    const exclude = [{ through: [{ protocols: ["tcp"] }] }] as AccessScopeProps["exclude"] & object;
    new AccessScope(stack, "isolation", { match: MATCH, exclude, provider: new Provider(stack, "6.66.0") });
  });
  expect(refused).toBe(
    "exclude[0].through[0].protocols is not a prop; there are resources, resourceTypes\nexclude[0].through[0] names nothing; give one of resources, resourceTypes",
  );
});
