import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs, record, type Bucket } from "../../modules";

const TEAMS = ["billing", "identity", "orders", "payments", "search", "shipping"];
/** Accounts that send their flow logs to the archive from stacks of their own. */
const OTHER_ACCOUNTS = ["111122223333", "444455556666"];

/** Every VPC of two regions: all traffic into one bucket, what was refused into a log group of the region. */
class Baseline extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.organization.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const us = new AwsProvider(this, "aws-us", { region: "us-east-1", alias: "us" });

    const bucket = this.region("eu", undefined, undefined);
    this.region("us", us, bucket);
  }

  /** A VPC for each team; the first flow log makes what the others share. */
  private region(name: string, provider: AwsProvider | undefined, archive: Bucket | undefined): Bucket {
    const where = provider === undefined ? {} : { provider };
    let bucket = archive;
    let rejects: FlowLogs | undefined;
    for (const team of TEAMS) {
      const vpc = new Vpc(this, `${name}-${team}`, { ...where, cidrBlock: "10.0.0.0/16" });
      const all = new FlowLogs(this, `${name}-${team}-all`, {
        ...where,
        vpcId: vpc.id,
        format: record.security,
        bucket: bucket ?? { expireDays: 400, accounts: OTHER_ACCOUNTS },
        tags: { team },
      });
      bucket = all.bucket;
      rejects = new FlowLogs(this, `${name}-${team}-rejects`, {
        ...where,
        vpcId: vpc.id,
        trafficType: "REJECT",
        ...(rejects === undefined
          ? { logGroup: { name: `/network/rejects/${name}`, retentionDays: 90 } }
          : { logGroup: rejects.logGroup, role: rejects.role }),
        tags: { team },
      });
    }
    if (bucket === undefined) throw new Error("there is no team");
    return bucket;
  }
}

/** The app, ready to be synthesized. */
export function organization(outdir: string): App {
  const app = new App({ outdir });
  new Baseline(app, "organization");
  return app;
}

if (require.main === module)
  organization(process.env["CDKTF_OUTDIR"] ?? join("examples", "organization", "cdktf.out")).synth();
