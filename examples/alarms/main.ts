import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { IamGroup } from "@cdktf/provider-aws/lib/iam-group";
import { IamGroupPolicyAttachment } from "@cdktf/provider-aws/lib/iam-group-policy-attachment";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AnalystPolicy,
  FlowLogAlarms,
  FlowLogQueries,
  FlowLogs,
  OperatorPolicy,
  record,
} from "../../modules";

/** Records that somebody is told of: alarms and a dashboard, saved queries, and who may do what. */
class Watched extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.alarms.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    const flowLogs = new FlowLogs(this, "flow-logs", { vpcId: vpc.id, format: record.troubleshooting });
    flowLogs.verification.addOutputs();

    const topic = new SnsTopic(this, "topic", { name: "network-alarms" });
    new FlowLogAlarms(this, "alarms", {
      flowLogs,
      notify: [topic.arn],
      rejectedSsh: { atLeast: 10, withinSeconds: 3600 },
      volume: { gigabytesPerDay: 5 },
    });
    new FlowLogQueries(this, "queries", { flowLogs });

    const operators = new OperatorPolicy(this, "operators", {
      roles: [flowLogs.role],
      scopes: [{ vpcId: vpc.id }],
    });
    const analysts = new AnalystPolicy(this, "analysts", { logGroups: [flowLogs.logGroup] });
    this.grant("network-operators", operators.arn);
    this.grant("network-analysts", analysts.arn);
  }

  private grant(name: string, policyArn: string): void {
    const group = new IamGroup(this, name, { name });
    new IamGroupPolicyAttachment(this, `${name}-policy`, { group: group.name, policyArn });
  }
}

/** The app, ready to be synthesized. */
export function alarms(outdir: string): App {
  const app = new App({ outdir });
  new Watched(app, "alarms");
  return app;
}

if (require.main === module)
  alarms(process.env["CDKTF_OUTDIR"] ?? join("examples", "alarms", "cdktf.out")).synth();
