/** What the test imports; the gate itself imports none of it. */
const IMPORTS = [
  ["AwsProvider", "@cdktf/provider-aws/lib/provider"],
  ["Vpc", "@cdktf/provider-aws/lib/vpc"],
  ["TerraformStack, Testing", "cdktf"],
  ["FlowLogs", "flowgate"],
].map(([names = "", module = ""]) => `import { ${names} } from "${module}";`);

/** A test that passes in a new CDKTF project, and shows where one's own stack goes. */
export const FIRST_TEST = `import "flowgate/jest";
${IMPORTS.join("\n")}

// Put a stack of your own in the place of this one.
class Network extends TerraformStack {
  readonly vpc: Vpc;

  constructor() {
    super(Testing.app(), "network");
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    this.vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
  }
}

test("every VPC has a flow log, and its records arrive", () => {
  const network = new Network();
  new FlowLogs(network, "flow-logs", { vpcId: network.vpc.id });
  expect(network).toSatisfyFlowLogPolicies();
});

test("a VPC without a flow log is found", () => {
  expect(new Network()).toHaveFlowLogFinding("capture-uncovered");
});
`;
