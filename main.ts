import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { synthesize } from "./gate";
import { FlowLogs } from "./modules";

class Network extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Beside cdktf.json, so that the state outlives cdktf.out; relative, so that every checkout writes the same JSON.
    new LocalBackend(this, { path: "../../../terraform.network.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    new FlowLogs(this, "flow-logs", { vpcId: vpc.id });
  }
}

const app = new App();
new Network(app, "network");
synthesize(app);
