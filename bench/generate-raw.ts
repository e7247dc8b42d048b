import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { TerraformStack } from "cdktf";

interface Own {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

function ownOf(stack: TerraformStack): Own {
  return {
    partition: new DataAwsPartition(stack, "partition").partition,
    region: new DataAwsRegion(stack, "region").id,
    account: new DataAwsCallerIdentity(stack, "account").accountId,
  };
}

function trust(own: Own): string {
  const flowLogs = `arn:${own.partition}:ec2:${own.region}:${own.account}:vpc-flow-log/*`;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "VpcFlowLogsAssume",
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": own.account },
          ArnLike: { "aws:SourceArn": flowLogs },
        },
      },
    ],
  });
}

function delivery(group: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "WriteRecords",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${group}:log-stream:*`,
      },
      {
        Sid: "DescribeStreams",
        Effect: "Allow",
        Action: "logs:DescribeLogStreams",
        Resource: [group, `${group}:*`],
      },
      { Sid: "DescribeGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    ],
  });
}

/** What `FlowLogs` makes, written by hand: the yardstick of the constructs' own cost. */
export function rawFlowLogs(stack: TerraformStack, vpcIds: readonly string[]): void {
  const own = ownOf(stack);
  const assumeRolePolicy = trust(own);
  vpcIds.forEach((vpcId, at) => {
    const name = `/aws/vpc-flow-logs/${stack.node.id}/flow-logs-${at}`;
    const group = new CloudwatchLogGroup(stack, `log-group-${at}`, { name, retentionInDays: 365 });
    const role = new IamRole(stack, `role-${at}`, { namePrefix: "vpc-flow-logs-", assumeRolePolicy });
    const policy = new IamRolePolicy(stack, `policy-${at}`, {
      namePrefix: "vpc-flow-logs-",
      role: role.id,
      policy: delivery(`arn:${own.partition}:logs:${own.region}:${own.account}:log-group:${name}`),
    });
    new FlowLog(stack, `flow-log-${at}`, {
      vpcId,
      trafficType: "ALL",
      maxAggregationInterval: 60,
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      dependsOn: [policy],
    });
  });
}
