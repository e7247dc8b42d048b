import type { Arguments } from "./synthesize";

/** How the ARN of a log group of the own account begins. */
export const GROUP =
  "arn:${data.aws_partition.flowgate.partition}:logs:${data.aws_region.flowgate.id}:${data.aws_caller_identity.flowgate.account_id}:log-group";

/** The policy document that an argument holds. */
export function document(args: Arguments, attribute: string): unknown {
  return JSON.parse(String(args[attribute]));
}

/** What delivery to one log group needs, and nothing more. */
export function delivery(arn: string): unknown {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "WriteRecords",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${arn}:log-stream:*`,
      },
      {
        Sid: "DescribeStreams",
        Effect: "Allow",
        Action: "logs:DescribeLogStreams",
        Resource: [arn, `${arn}:*`],
      },
      { Sid: "DescribeGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    ],
  };
}
