import type { Own } from "../../placement/own";

/**
 * Lets the flow-log service in, for flow logs of the own account and region alone: without the conditions anybody's
 * flow log could write through the role (confused deputy).
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export function trustDocument(own: Own): string {
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
          ArnLike: {
            "aws:SourceArn": `arn:${own.partition}:ec2:${own.region}:${own.account}:vpc-flow-log/*`,
          },
        },
      },
    ],
  });
}

/**
 * What delivery to these log groups needs and nothing more. Without `logs:CreateLogGroup`: the service would make the
 * group again after a destroy, without retention and key. DescribeLogGroups takes no resource.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export function deliveryDocument(groupArns: readonly string[]): string {
  const streams = groupArns.map((arn) => `${arn}:log-stream:*`);
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "WriteRecords",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: streams.length === 1 ? streams[0] : streams,
      },
      {
        Sid: "DescribeStreams",
        Effect: "Allow",
        Action: "logs:DescribeLogStreams",
        Resource: groupArns.flatMap((arn) => [arn, `${arn}:*`]),
      },
      { Sid: "DescribeGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    ],
  });
}
