import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs } from "../../modules";

/** Two VPCs of one account, whose records go to a delivery stream of the log account. */
class CrossAccountFirehose extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.cross-account-firehose.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const logAccount = new AwsProvider(this, "aws-logs", {
      region: "eu-west-1",
      alias: "logs",
      assumeRole: [{ roleArn: "arn:aws:iam::210987654321:role/terraform" }],
    });

    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    const { deliveryStream } = new FlowLogs(this, "stream", {
      vpcId: vpc.id,
      deliveryStream: { provider: logAccount, bufferSeconds: 60, bucket: { expireDays: 90 } },
    });
    const second = new Vpc(this, "second", { cidrBlock: "10.1.0.0/16" });
    new FlowLogs(this, "second-stream", { vpcId: second.id, deliveryStream });
  }
}

/** The app, ready to be synthesized. */
export function crossAccountFirehose(outdir: string): App {
  const app = new App({ outdir });
  new CrossAccountFirehose(app, "cross-account-firehose");
  return app;
}

if (require.main === module)
  crossAccountFirehose(
    process.env["CDKTF_OUTDIR"] ?? join("examples", "cross-account-firehose", "cdktf.out"),
  ).synth();
