import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs } from "../../modules";

/** What the guide of `examples/documented` wanted: the records of a VPC, every minute, in this log group. */
class Repaired extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.repaired.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const vpc = new Vpc(this, "this", { cidrBlock: "10.0.0.0/16" });
    new FlowLogs(this, "flow-logs", {
      vpcId: vpc.id,
      logGroup: { name: "/aws/vpc/vpc-flow-logs", retentionDays: 30 },
    });
  }
}

/** The app, ready to be synthesized. */
export function repaired(outdir: string): App {
  const app = new App({ outdir });
  new Repaired(app, "repaired");
  return app;
}

if (require.main === module)
  repaired(process.env["CDKTF_OUTDIR"] ?? join("examples", "repaired", "cdktf.out")).synth();
