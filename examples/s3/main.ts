import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AnalystPolicy, FlowLogQueries, FlowLogs, record } from "../../modules";

/** Records for a year and a month in a bucket of their own, as encrypted Parquet, and Athena to read them. */
class Archive extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.s3.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    const archive = new FlowLogs(this, "archive", {
      vpcId: vpc.id,
      format: record.security,
      bucket: { format: "parquet", hourly: true, expireDays: 400, kmsKey: "create" },
    });
    archive.verification.addOutputs();
    const queries = new FlowLogQueries(this, "queries", {
      flowLogs: archive,
      athena: { scanLimitGigabytes: 20 },
      tags: { team: "security" },
    });
    new AnalystPolicy(this, "analysts", { queries: [queries] });
  }
}

/** The app, ready to be synthesized. */
export function s3(outdir: string): App {
  const app = new App({ outdir });
  new Archive(app, "s3");
  return app;
}

if (require.main === module) s3(process.env["CDKTF_OUTDIR"] ?? join("examples", "s3", "cdktf.out")).synth();
