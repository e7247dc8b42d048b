import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePoliciesExclusive } from "@cdktf/provider-aws/lib/iam-role-policies-exclusive";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { type App, LocalBackend, TerraformIterator, TerraformLocal, TerraformStack } from "cdktf";

import { FlowLogs } from "../../../modules";

const ACCOUNT = "111122223333";

function stackOf(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new LocalBackend(stack, { path: `${id}.tfstate` });
  new AwsProvider(stack, "aws", { region: "eu-west-1", allowedAccountIds: [ACCOUNT] });
  return stack;
}

function trusting(): string {
  const Condition = { ArnLike: { "aws:SourceArn": `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc-flow-log/*` } };
  const Principal = { Service: "vpc-flow-logs.amazonaws.com" };
  const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRole", Condition }];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

function granting(group: string): string {
  const Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"];
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action, Resource: `${group}:*` },
  });
}

/** Three stacks in which delivery is said in as many ways as Terraform has, all of them right. */
export function richApp(app: App): void {
  const shared = stackOf(app, "shared");
  const group = new CloudwatchLogGroup(shared, "group", { name: "/net/shared", retentionInDays: 90 });
  const role = new IamRole(shared, "role", { name: "shared", path: "/net/", assumeRolePolicy: trusting() });
  const policy = new IamPolicy(shared, "policy", { name: "shared", policy: granting(group.arn) });
  new IamRolePolicyAttachment(shared, "attachment", { role: role.name, policyArn: policy.arn });

  const far = stackOf(app, "far");
  const vpc = new Vpc(far, "vpc", { cidrBlock: "10.0.0.0/16" });
  new FlowLog(far, "flow", {
    vpcId: vpc.id,
    trafficType: "ALL",
    maxAggregationInterval: 60,
    logDestination: group.arn,
    iamRoleArn: role.arn,
  });

  const near = stackOf(app, "near");
  const identity = new DataAwsCallerIdentity(near, "me");
  const days = new TerraformLocal(near, "days", 365);
  const own = new CloudwatchLogGroup(near, "group", { name: "/net/near", retentionInDays: days.asNumber });
  const trust = new DataAwsIamPolicyDocument(near, "trust", {
    statement: [
      {
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", identifiers: ["vpc-flow-logs.amazonaws.com"] }],
        condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [identity.accountId] }],
      },
    ],
  });
  const writer = new IamRole(near, "role", { name: "near", assumeRolePolicy: trust.json });
  const grant = new IamRolePolicy(near, "grant", {
    name: "grant",
    role: "near",
    policy: granting(`arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/net/near`),
  });
  new IamRolePoliciesExclusive(near, "only", { roleName: writer.name, policyNames: [grant.name] });
  const net = new Vpc(near, "vpc", { cidrBlock: "10.1.0.0/16" });
  const zones = TerraformIterator.fromMap({ a: "10.1.1.0/24", b: "10.1.2.0/24" });
  const subnet = new Subnet(near, "subnet", { vpcId: net.id, cidrBlock: "${each.value}", forEach: zones });
  new FlowLog(near, "flow", {
    forEach: zones,
    subnetId: `\${${subnet.terraformResourceType}.${subnet.friendlyUniqueId}[each.key].id}`,
    trafficType: "ALL",
    maxAggregationInterval: 60,
    logDestination: own.arn,
    iamRoleArn: `arn:aws:iam::${ACCOUNT}:role/near`,
    dependsOn: [grant],
  });

  const made = new Vpc(near, "made", { cidrBlock: "10.2.0.0/16" });
  const all = new FlowLogs(near, "all", { vpcId: made.id });
  new FlowLogs(near, "rejects", {
    vpcId: made.id,
    trafficType: "REJECT",
    logGroup: { name: "/net/rejects", retentionDays: 90 },
    role: all.role,
  });
}
