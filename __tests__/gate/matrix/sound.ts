import type { Blocks, MatrixCase } from "./matrix-case";

/** What moto and the AWS documentation call an account; the region is that of the provider around the cases. */
export const ACCOUNT = "123456789012";
export const REGION = "eu-west-1";

export const DELIVERY = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"];

/** How a case departs from a flow log to CloudWatch Logs that is right in every respect. */
export interface Changes {
  readonly vpc?: object;
  readonly group?: object;
  readonly role?: object;
  /** Statements of the trust policy. */
  readonly trust?: readonly object[];
  /** Statements of the inline policy; null: there is none. */
  readonly grant?: readonly object[] | null;
  readonly flowLog?: object;
  readonly also?: Blocks;
  readonly data?: Blocks;
  readonly locals?: Readonly<Record<string, unknown>>;
}

/** The ARN of the case's log group, as a literal: a plan shows what stands in it. */
export function groupArn(name: string): string {
  return `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/matrix/${name}`;
}

export function policy(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A statement that lets the flow-logs service use the role for its own account alone. */
export function trusting(changes: object = {}): object {
  return {
    Effect: "Allow",
    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: { "aws:SourceAccount": ACCOUNT },
      ArnLike: { "aws:SourceArn": `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-flow-log/*` },
    },
    ...changes,
  };
}

/** A statement that allows all of delivery to the case's log group. */
export function granting(name: string, changes: object = {}): object {
  return { Effect: "Allow", Action: DELIVERY, Resource: [groupArn(name), `${groupArn(name)}:*`], ...changes };
}

/** A value that nobody knows before the VPC of the case is made; then it is `then`. */
export function later(name: string, then: unknown, otherwise: unknown): string {
  return `\${aws_vpc.${name}_vpc.id != "" ? ${JSON.stringify(then)} : ${JSON.stringify(otherwise)}}`;
}

/** Terraform of a flow log, its group, role and VPC, all of them called after the case. */
export function sound(name: string, changes: Changes = {}): MatrixCase["terraform"] {
  const named = (kind: string): string => `${name}_${kind}`;
  const grant = changes.grant === undefined ? [granting(name)] : changes.grant;
  const resource: Record<string, Record<string, object>> = {
    aws_vpc: { [named("vpc")]: { cidr_block: "10.0.0.0/16", ...changes.vpc } },
    aws_cloudwatch_log_group: {
      [named("group")]: { name: `/matrix/${name}`, retention_in_days: 365, ...changes.group },
    },
    aws_iam_role: {
      [named("role")]: { name, assume_role_policy: policy(changes.trust ?? [trusting()]), ...changes.role },
    },
    ...(grant !== null && {
      aws_iam_role_policy: {
        [named("policy")]: { role: `\${aws_iam_role.${named("role")}.id}`, policy: policy(grant) },
      },
    }),
    aws_flow_log: {
      [named("log")]: {
        vpc_id: `\${aws_vpc.${named("vpc")}.id}`,
        traffic_type: "ALL",
        log_destination: `\${aws_cloudwatch_log_group.${named("group")}.arn}`,
        iam_role_arn: `\${aws_iam_role.${named("role")}.arn}`,
        max_aggregation_interval: 60,
        ...(grant !== null && { depends_on: [`aws_iam_role_policy.${named("policy")}`] }),
        ...changes.flowLog,
      },
    },
  };
  for (const [type, blocks] of Object.entries(changes.also ?? {}))
    resource[type] = { ...resource[type], ...blocks };
  return {
    resource,
    ...(changes.data && { data: changes.data }),
    ...(changes.locals && { locals: changes.locals }),
  };
}
