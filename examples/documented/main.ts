import { join } from "node:path";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

const trust = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "",
      "Effect": "Allow",
      "Principal": {
        "Service": "vpc-flow-logs.amazonaws.com"
      },
      "Action": "sts:AssumeRole"
    }
  ]
}
`;

const permissions = `  {
	  "Version": "2012-10-17",
	  "Statement": [
	    {
	      "Effect": "Allow",
	      "Action": [
	        "logs:CreateLogGroup",
	        "logs:CreateLogStream",
	        "logs:PutLogEvents",
	        "logs:DescribeLogGroups",
	        "logs:DescribeLogStreams"
	      ],
	      "Resource": [
	        "arn:aws:logs:*:*:log-group:/aws/vpc/flow-logs*",
	        "arn:aws:logs:*:*:log-stream:/aws/vpc/flow-logs*"
	      ]
	    }
	  ]
}
`;

const fields =
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";

/** A published guide's Terraform, argument by argument, with the VPC that it refers to. It never delivers a record. */
class Documented extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.documented.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const vpc = new Vpc(this, "this", { cidrBlock: "10.0.0.0/16" });
    const logGroup = new CloudwatchLogGroup(this, "flow_logs", {
      name: "/aws/vpc/vpc-flow-logs",
      retentionInDays: 7,
    });
    const role = new IamRole(this, "role", { name: "vpc-flow-logs-role", assumeRolePolicy: trust });
    role.overrideLogicalId("vpc_flow_logs");
    new IamPolicy(this, "vpc_flow_logs_policy", {
      name: "vpc-flow-logs-policy",
      path: "/",
      policy: permissions,
    });
    const flowLog = new FlowLog(this, "flow-log", {
      iamRoleArn: role.arn,
      logDestination: logGroup.arn,
      trafficType: "ALL",
      vpcId: vpc.id,
      logFormat: fields
        .split(" ")
        .map((field) => `$\${${field}}`)
        .join(" "),
      maxAggregationInterval: 60,
    });
    flowLog.overrideLogicalId("vpc_flow_logs");
  }
}

/** The app, ready to be synthesized. */
export function documented(outdir: string): App {
  const app = new App({ outdir });
  new Documented(app, "documented");
  return app;
}

if (require.main === module)
  documented(process.env["CDKTF_OUTDIR"] ?? join("examples", "documented", "cdktf.out")).synth();
