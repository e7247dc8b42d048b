import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs } from "../../modules";

/** A VPC and its flow log, every choice left to the defaults. */
class QuickStart extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.quick-start.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    const flowLogs = new FlowLogs(this, "flow-logs", { vpcId: vpc.id });
    flowLogs.verification.addOutputs();
  }
}

/** The app, ready to be synthesized. */
export function quickStart(outdir: string): App {
  const app = new App({ outdir });
  new QuickStart(app, "quick-start");
  return app;
}

if (require.main === module)
  quickStart(process.env["CDKTF_OUTDIR"] ?? join("examples", "quick-start", "cdktf.out")).synth();
