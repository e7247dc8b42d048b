import type { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { checkCompanion, placementOf, type CompanionProps } from "../companion";
import { oneOrMany, type Statement } from "../destination/document";
import { DeliveryRole, type ExistingRole } from "../destination/role/delivery-role";
import type { Own } from "../placement/own";
import type { Placement } from "../placement/placement";
import { checkList } from "../refusal/list";
import { shown, type Loose, type Problems } from "../refusal/problems";
import { checkWatched, watchedArns, type WatchedScope } from "./watched";
import { checkPolicyName, policyOf, type PolicyName } from "./policy";

const DESTINATIONS = ["cloud-watch-logs", "s3", "kinesis-data-firehose"] as const;

/** Where an operator's flow logs may deliver to. */
export type OperatorDestination = (typeof DESTINATIONS)[number];

/** What an operator may create. */
export interface OperatorPolicyProps extends CompanionProps, PolicyName {
  /**
   * The roles that an operator may hand to the flow-log service: those of `FlowLogs`, or existing ones. Needed for
   * CloudWatch Logs, and for nothing else.
   */
  readonly roles?: readonly (DeliveryRole | ExistingRole)[];
  /** @default CloudWatch Logs where roles are given, otherwise S3 */
  readonly destinations?: readonly OperatorDestination[];
  /** What may be watched. @default everything of the own account and region that a flow log can watch */
  readonly scopes?: readonly WatchedScope[];
  /** ARNs of the delivery streams that may be a destination. @default those of the own account and region */
  readonly deliveryStreams?: readonly string[];
}

const PROPS = ["roles", "destinations", "scopes", "deliveryStreams", "name"];
const ROLE_ARN = /^arn:[a-z-]+:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/;
const STREAM_ARN = /^arn:[a-z-]+:firehose:[a-z0-9-]+:[0-9]{12}:deliverystream\/[\w.-]{1,64}$/;

/** The ARN of a role, as the policy names it. */
function roleArn(role: DeliveryRole | ExistingRole): string {
  return role instanceof DeliveryRole ? role.arn : role.existing.arn;
}

function checkRole(prop: string, role: unknown, problems: Problems): void {
  if (role instanceof DeliveryRole) return;
  const object = problems.object(prop, role, "the role of a FlowLogs, or { existing: { arn } }");
  const existing = object && problems.object(`${prop}.existing`, object["existing"], '{ arn: "..." }');
  if (existing === undefined) return;
  const what = "the role's ARN, such as arn:aws:iam::123456789012:role/NAME";
  problems.matching(`${prop}.existing.arn`, existing["arn"], ROLE_ARN, what);
}

function checkOperator(props: Loose, problems: Problems): void {
  checkPolicyName(props["name"], problems);
  checkList("roles", props["roles"], "the roles that may be passed", problems, (prop, role) => {
    checkRole(prop, role, problems);
  });
  checkList("destinations", props["destinations"], 'a list such as ["s3"]', problems, (prop, one) => {
    problems.oneOf(prop, one ?? null, DESTINATIONS);
  });
  checkList("scopes", props["scopes"], "a list such as [{ vpcId: vpc.id }]", problems, (prop, one) => {
    checkWatched(prop, one, problems);
  });
  const what = "the stream's ARN, such as arn:aws:firehose:eu-west-1:123456789012:deliverystream/NAME";
  checkList(
    "deliveryStreams",
    props["deliveryStreams"],
    "the ARNs of delivery streams",
    problems,
    (prop, one) => {
      problems.matching(prop, one, STREAM_ARN, what);
    },
  );
  checkTogether(props, problems);
}

/** A role and CloudWatch Logs need each other, and streams need Firehose. */
function checkTogether({ roles, destinations, deliveryStreams }: Loose, problems: Problems): void {
  if (destinations === undefined || !Array.isArray(destinations)) return;
  const wants = (destination: OperatorDestination): boolean => destinations.includes(destination);
  if (wants("cloud-watch-logs") && roles === undefined)
    problems.add(
      "roles",
      "is missing; a flow log to CloudWatch Logs needs a role that the operator may pass",
    );
  if (!wants("cloud-watch-logs") && roles !== undefined)
    problems.add(
      "roles",
      `is given, and no destination of ${shown(destinations.join(", "))} takes a role; leave it out`,
    );
  if (!wants("kinesis-data-firehose") && deliveryStreams !== undefined)
    problems.add(
      "deliveryStreams",
      'is given without "kinesis-data-firehose" among destinations; add it, or leave it out',
    );
}

function manageStatements(own: Own, scopes: readonly WatchedScope[] | undefined): Statement[] {
  const flowLogs = `arn:${own.partition}:ec2:${own.region}:${own.account}:vpc-flow-log/*`;
  return [
    {
      Sid: "CreateFlowLogs",
      Effect: "Allow",
      Action: "ec2:CreateFlowLogs",
      Resource: [flowLogs, ...watchedArns(own, scopes)],
    },
    {
      Sid: "TagNewFlowLogs",
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: flowLogs,
      Condition: { StringEquals: { "ec2:CreateAction": "CreateFlowLogs" } },
    },
    { Sid: "DeleteFlowLogs", Effect: "Allow", Action: "ec2:DeleteFlowLogs", Resource: flowLogs },
    {
      Sid: "DescribeFlowLogs",
      Effect: "Allow",
      Action: "ec2:DescribeFlowLogs",
      Resource: "*",
      Condition: { StringEquals: { "ec2:Region": own.region } },
    },
  ];
}

function passStatements(roles: readonly string[]): Statement[] {
  if (roles.length === 0) return [];
  return [
    {
      Sid: "PassDeliveryRole",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: oneOrMany(roles),
      Condition: { StringEquals: { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" } },
    },
  ];
}

/** S3 and Firehose are reached through a log delivery, whose actions take no resource. */
function deliveryStatements(
  own: Own,
  destinations: readonly OperatorDestination[],
  streams: readonly string[],
): Statement[] {
  if (!destinations.some((destination) => destination !== "cloud-watch-logs")) return [];
  const delivery: Statement = {
    Sid: "ManageLogDelivery",
    Effect: "Allow",
    Action: ["logs:CreateLogDelivery", "logs:DeleteLogDelivery"],
    Resource: "*",
  };
  if (!destinations.includes("kinesis-data-firehose")) return [delivery];
  return [
    delivery,
    {
      Sid: "TagDeliveryStreams",
      Effect: "Allow",
      Action: "firehose:TagDeliveryStream",
      Resource: oneOrMany(streams),
    },
    {
      Sid: "CreateDeliveryServiceRole",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: `arn:${own.partition}:iam::${own.account}:role/aws-service-role/delivery.logs.amazonaws.com/AWSServiceRoleForLogDelivery`,
      Condition: { StringEquals: { "iam:AWSServiceName": "delivery.logs.amazonaws.com" } },
    },
  ];
}

function statementsOf({ own }: Placement, props: OperatorPolicyProps): Statement[] {
  const roles = (props.roles ?? []).map(roleArn);
  const destinations = props.destinations ?? [roles.length > 0 ? "cloud-watch-logs" : "s3"];
  const streams = props.deliveryStreams ?? [
    `arn:${own.partition}:firehose:${own.region}:${own.account}:deliverystream/*`,
  ];
  return [
    ...manageStatements(own, props.scopes),
    ...passStatements(roles),
    ...deliveryStatements(own, destinations, streams),
  ];
}

/**
 * A managed policy for whoever operates flow logs: create, describe and delete them, in the own account and region,
 * on what they may watch; pass the delivery role to the flow-log service and to nothing else. Attached to nobody.
 *
 * It does not let anybody write bucket policies: a bucket of `FlowLogs` has one already.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 *
 * @example new OperatorPolicy(this, "operators", { roles: [flowLogs.role], scopes: [{ vpcId: vpc.id }] })
 */
export class OperatorPolicy extends Construct {
  /** The real thing, for overrides and attributes. */
  readonly policy: IamPolicy;

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: OperatorPolicyProps) {
    checkCompanion(scope, id, props, {
      props: PROPS,
      hint: "at least { roles: [flowLogs.role] }",
      check: checkOperator,
    });
    super(scope, id);
    const placement = placementOf(this, OperatorPolicy, props);
    this.policy = policyOf(
      placement,
      props,
      "vpc-flow-logs-operator-",
      "Create, describe and delete VPC Flow Logs",
      statementsOf(placement, props),
    );
  }

  /** The policy's ARN, to attach it by. */
  get arn(): string {
    return this.policy.arn;
  }
}
