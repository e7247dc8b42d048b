/** Terraform's JSON: blocks by type and name. */
export type Blocks = Record<string, Record<string, object>>;

const GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:/planted";
const SERVICE = { Service: "vpc-flow-logs.amazonaws.com" };

/** A flow log of its own, with one thing that is wrong, whatever stands around it. */
export function planted(wrong: {
  group?: object;
  trust?: object;
  resource?: string;
  flowLog?: object;
  policy?: object;
}): Blocks {
  const statement = (given: object): string => JSON.stringify({ Version: "2012-10-17", Statement: given });
  const write = {
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
    Resource: wrong.resource ?? `${GROUP}:*`,
    ...wrong.policy,
  };
  const trust = {
    Effect: "Allow",
    Principal: SERVICE,
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    ...wrong.trust,
  };
  return {
    aws_vpc: { planted: {} },
    aws_cloudwatch_log_group: { planted: { name: "/planted", retention_in_days: 365, ...wrong.group } },
    aws_iam_role: { planted: { name: "planted", assume_role_policy: statement(trust) } },
    aws_iam_role_policy: { planted: { role: "${aws_iam_role.planted.id}", policy: statement(write) } },
    aws_flow_log: {
      planted: {
        vpc_id: "${aws_vpc.planted.id}",
        traffic_type: "ALL",
        max_aggregation_interval: 60,
        log_destination: "${aws_cloudwatch_log_group.planted.arn}",
        iam_role_arn: "${aws_iam_role.planted.arn}",
        depends_on: ["aws_iam_role_policy.planted"],
        ...wrong.flowLog,
      },
    },
  };
}

/** Each golden defect by itself. */
export const DEFECTS: Readonly<Record<string, Blocks>> = {
  "kept for ever": planted({ group: { retention_in_days: 0 } }),
  "kept for a day": planted({ group: { retention_in_days: 1 } }),
  "an impossible retention": planted({ group: { retention_in_days: 100 } }),
  "another group granted": planted({ resource: "arn:aws:logs:eu-west-1:111122223333:log-group:/other:*" }),
  "no stream granted": planted({ resource: GROUP }),
  "no such ARN": planted({ resource: "arn:aws:logs:eu-west-1:111122223333:log-stream:/planted" }),
  "an action missing": planted({ policy: { Action: ["logs:CreateLogStream", "logs:DescribeLogStreams"] } }),
  "everything granted": planted({ resource: "*" }),
  "any action granted": planted({ policy: { Action: "logs:*" } }),
  "all but one action granted": planted({ policy: { Action: undefined, NotAction: "s3:*" } }),
  denied: planted({ policy: { Effect: "Deny" } }),
  "no role": planted({ flowLog: { iam_role_arn: null } }),
  "another service trusted": planted({ trust: { Principal: { Service: "ec2.amazonaws.com" } } }),
  "everybody trusted": planted({ trust: { Principal: "*" } }),
  "no condition": planted({ trust: { Condition: {} } }),
  "another account trusted": planted({
    trust: { Condition: { StringEquals: { "aws:SourceAccount": "*" } } },
  }),
  "half of the traffic": planted({ flowLog: { traffic_type: "ACCEPT" } }),
  "an interval that is none": planted({ flowLog: { max_aggregation_interval: 61 } }),
  "an unescaped format": planted({ flowLog: { log_format: "${srcaddr}" } }),
  "no flow log": { aws_vpc: { planted: {} } },
};
