import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs } from "../../../modules";

/** A stack with a VPC; with flow logs it passes, without it fails. */
export class Network extends TerraformStack {
  constructor(scope: Construct, id: string, hasFlowLogs: boolean) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    if (hasFlowLogs) new FlowLogs(this, "flow-logs", { vpcId: vpc.id });
  }
}

/** Two log groups whose ids differ in a space, which CDKTF drops. */
export function addMerged(stack: TerraformStack): void {
  for (const id of ["A B", "AB"]) new CloudwatchLogGroup(stack, id, { retentionInDays: 365 });
}

/** An output folder for each test, and a new app on it. */
export function outputFolder(): { folder: () => string; app: (hclOutput?: boolean) => App } {
  let root = "";
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), "flowgate-deploy-"))));
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const folder = (): string => join(root, "cdktf.out");
  return { folder, app: (hclOutput = false) => new App({ outdir: folder(), hclOutput }) };
}
