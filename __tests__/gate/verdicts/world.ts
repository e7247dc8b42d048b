import { check } from "../../../gate/check";
import type { Report } from "../../../gate/report/report";

/** Terraform's JSON: blocks by type and name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** How a world departs from the one flow log, log group and role that are right in every respect. */
export interface World {
  /** Statements of the trust policy, or what stands in its place. */
  readonly trust?: unknown;
  /** Statements of the one inline permission policy, or what stands in its place; null: there is none. */
  readonly permission?: unknown;
  readonly role?: object;
  readonly logGroup?: object;
  readonly flowLog?: object;
  /** Further resources. */
  readonly also?: Blocks;
  readonly data?: Blocks;
  readonly locals?: object;
  readonly provider?: unknown;
}

export const REGION = "eu-west-1";
export const ACCOUNT = "111122223333";
export const GROUP = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/net/flow`;
/** The group's ARN, as a reference. */
export const GROUP_REF = "${aws_cloudwatch_log_group.g.arn}";
export const SERVICE = { Service: "vpc-flow-logs.amazonaws.com" };
export const DELIVERY = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"];

/** A statement that lets the flow-logs service in, with its conditions. */
export function trusting(condition?: object, changes: object = {}): object {
  return {
    Effect: "Allow",
    Principal: SERVICE,
    Action: "sts:AssumeRole",
    ...(condition && { Condition: condition }),
    ...changes,
  };
}

/** The condition that is right. */
export const SOURCE = {
  StringEquals: { "aws:SourceAccount": ACCOUNT },
  ArnLike: { "aws:SourceArn": `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-flow-log/*` },
};

/** A statement that allows all of delivery on some resources. */
export function writing(resource: unknown = [GROUP, `${GROUP}:*`], changes: object = {}): object {
  return { Effect: "Allow", Action: DELIVERY, Resource: resource, ...changes };
}

/** Where a document takes a text: statements as JSON, anything else as it is. */
export function policy(given: unknown): unknown {
  return Array.isArray(given) ? JSON.stringify({ Version: "2012-10-17", Statement: given }) : given;
}

/** The Terraform of a world. */
export function terraform(world: World): object {
  const inline = world.permission === null ? undefined : policy(world.permission ?? [writing()]);
  const resource: Record<string, Record<string, object>> = {
    aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
    aws_cloudwatch_log_group: { g: { name: "/net/flow", retention_in_days: 365, ...world.logGroup } },
    aws_iam_role: {
      r: { name: "flow", assume_role_policy: policy(world.trust ?? [trusting(SOURCE)]), ...world.role },
    },
    ...(inline !== undefined && {
      aws_iam_role_policy: { p: { role: "${aws_iam_role.r.id}", policy: inline } },
    }),
    aws_flow_log: {
      f: {
        vpc_id: "${aws_vpc.v.id}",
        traffic_type: "ALL",
        log_destination: GROUP_REF,
        iam_role_arn: "${aws_iam_role.r.arn}",
        max_aggregation_interval: 60,
        depends_on: inline === undefined ? [] : ["aws_iam_role_policy.p"],
        ...world.flowLog,
      },
    },
  };
  for (const [type, blocks] of Object.entries(world.also ?? {}))
    resource[type] = { ...resource[type], ...blocks };
  return {
    provider: { aws: world.provider ?? [{ region: REGION, allowed_account_ids: [ACCOUNT] }] },
    ...(world.data && { data: world.data }),
    ...(world.locals && { locals: world.locals }),
    resource,
  };
}

/** The report on a world. */
export function judged(world: World): Report {
  return check([{ path: "net.tf.json", text: JSON.stringify(terraform(world)) }]);
}

/** `RULE CAUSE` of each finding, with a question mark before what is undecided; errors of the input as they are. */
export function verdicts(world: World): string[] {
  const { findings, errors } = judged(world);
  return [
    ...errors.map(({ message }) => `! ${message}`),
    ...findings.map(({ rule, cause, verdict }) => `${verdict === "fail" ? "" : "? "}${rule} ${cause}`),
  ];
}

/** Asserts the findings of each world, but for those that `aside` names; the sentences go on from `name`. */
export function hold(
  name: string,
  table: readonly (readonly [string, World, readonly string[]])[],
  aside = /^$/,
): void {
  describe(name, () => {
    test.each(table)("%s", (_, world, expected) => {
      expect(verdicts(world).filter((verdict) => !aside.test(verdict))).toEqual(expected);
    });
  });
}
