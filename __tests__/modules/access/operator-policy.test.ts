import { OperatorPolicy, type OperatorPolicyProps } from "../../../modules";
import { refusalOf } from "../refusal-of";
import { only, synthesize, without, type Arguments } from "../synthesize";
import { statements } from "./statements";

const EC2 =
  "arn:${data.aws_partition.flowgate.partition}:ec2:${data.aws_region.flowgate.id}:${data.aws_caller_identity.flowgate.account_id}";
const VPC = "vpc-0a1b";
const ROLE = { existing: { arn: "arn:aws:iam::123456789012:role/flow-logs" } };

function operator(props: OperatorPolicyProps): Arguments {
  const synthesized = synthesize((stack) => new OperatorPolicy(stack, "operators", props));
  return only(synthesized, "aws_iam_policy");
}

describe("an operator may do what the documents list, and no more than that needs", () => {
  const policy = operator({ roles: [ROLE], scopes: [{ vpcId: VPC }] });

  test("create on this VPC, tag what is created, delete flow logs, and describe in this region", () => {
    expect(without({ ...statements(policy) }, "PassDeliveryRole")).toEqual({
      CreateFlowLogs: {
        Sid: "CreateFlowLogs",
        Effect: "Allow",
        Action: "ec2:CreateFlowLogs",
        Resource: [`${EC2}:vpc-flow-log/*`, `${EC2}:vpc/${VPC}`],
      },
      TagNewFlowLogs: {
        Sid: "TagNewFlowLogs",
        Effect: "Allow",
        Action: "ec2:CreateTags",
        Resource: `${EC2}:vpc-flow-log/*`,
        Condition: { StringEquals: { "ec2:CreateAction": "CreateFlowLogs" } },
      },
      DeleteFlowLogs: {
        Sid: "DeleteFlowLogs",
        Effect: "Allow",
        Action: "ec2:DeleteFlowLogs",
        Resource: `${EC2}:vpc-flow-log/*`,
      },
      DescribeFlowLogs: {
        Sid: "DescribeFlowLogs",
        Effect: "Allow",
        Action: "ec2:DescribeFlowLogs",
        Resource: "*",
        Condition: { StringEquals: { "ec2:Region": "${data.aws_region.flowgate.id}" } },
      },
    });
  });

  test("pass this one role, to the flow-log service alone", () => {
    expect(statements(policy)["PassDeliveryRole"]).toEqual({
      Sid: "PassDeliveryRole",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: ROLE.existing.arn,
      Condition: { StringEquals: { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" } },
    });
  });

  test("and the policy hangs on nobody, and is called by a prefix", () => {
    expect(without(policy, "policy")).toEqual({
      name_prefix: "vpc-flow-logs-operator-",
      description: "Create, describe and delete VPC Flow Logs",
    });
  });
});

test("without scopes, everything that a flow log can watch in this account and region", () => {
  expect(statements(operator({ roles: [ROLE] }))["CreateFlowLogs"]?.Resource).toEqual(
    [
      "vpc-flow-log/*",
      "vpc/*",
      "subnet/*",
      "network-interface/*",
      "transit-gateway/*",
      "transit-gateway-attachment/*",
      "natgateway/*",
    ].map((resource) => `${EC2}:${resource}`),
  );
});

test.each<[OperatorPolicyProps, string[]]>([
  [{ roles: [ROLE] }, ["PassDeliveryRole"]],
  [{}, ["ManageLogDelivery"]],
  [{ destinations: ["s3"] }, ["ManageLogDelivery"]],
  [{ roles: [ROLE], destinations: ["cloud-watch-logs", "s3"] }, ["PassDeliveryRole", "ManageLogDelivery"]],
  [
    { destinations: ["kinesis-data-firehose"] },
    ["ManageLogDelivery", "TagDeliveryStreams", "CreateDeliveryServiceRole"],
  ],
])("%j grants what its destinations need beside the flow log: %j", (props, expected) => {
  const beside = Object.keys(statements(operator(props))).filter((sid) => !/FlowLogs$/.test(sid));
  expect(beside).toEqual(expected);
});

test("only the delivery streams that are named may be tagged, and only the service's own role be created", () => {
  const stream = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/flows";
  const made = statements(operator({ destinations: ["kinesis-data-firehose"], deliveryStreams: [stream] }));
  expect(made["TagDeliveryStreams"]?.Resource).toBe(stream);
  expect(made["CreateDeliveryServiceRole"]).toMatchObject({
    Condition: { StringEquals: { "iam:AWSServiceName": "delivery.logs.amazonaws.com" } },
    Resource: expect.stringContaining(":role/aws-service-role/delivery.logs.amazonaws.com/") as string,
  });
});

test("a policy has a name of its own, and tags", () => {
  expect(operator({ name: "flow-log-operators", tags: { team: "network" } })).toMatchObject({
    name: "flow-log-operators",
    tags: { team: "network" },
  });
});

const GIVE_ROLE = "the role's ARN, such as arn:aws:iam::123456789012:role/NAME";

test.each<[unknown, string]>([
  [undefined, "props is undefined; give at least { roles: [flowLogs.role] }"],
  [{ roles: [] }, "roles is empty; give the roles that may be passed"],
  [{ roles: ROLE }, "roles is an object; give the roles that may be passed"],
  [{ roles: ["arn:x"] }, 'roles[0] is "arn:x"; give the role of a FlowLogs, or { existing: { arn } }'],
  [{ roles: [{ existing: { arn: "*" } }] }, `roles[0].existing.arn is "*"; give ${GIVE_ROLE}`],
  [
    { destinations: ["cloudwatch-logs"], roles: [ROLE] },
    'destinations[0] is "cloudwatch-logs"; use "cloud-watch-logs"\nroles is given, and no destination of "cloudwatch-logs" takes a role; leave it out',
  ],
  [
    { destinations: ["cloud-watch-logs"] },
    "roles is missing; a flow log to CloudWatch Logs needs a role that the operator may pass",
  ],
  [
    { destinations: ["s3"], roles: [ROLE] },
    'roles is given, and no destination of "s3" takes a role; leave it out',
  ],
  [
    { destinations: ["s3"], deliveryStreams: ["arn:aws:firehose:eu-west-1:123456789012:deliverystream/x"] },
    'deliveryStreams is given without "kinesis-data-firehose" among destinations; add it, or leave it out',
  ],
  [
    { destinations: ["kinesis-data-firehose"], deliveryStreams: ["x"] },
    'deliveryStreams[0] is "x"; give the stream\'s ARN, such as arn:aws:firehose:eu-west-1:123456789012:deliverystream/NAME',
  ],
  [{ scopes: { vpcId: VPC } }, "scopes is an object; give a list such as [{ vpcId: vpc.id }]"],
  [{ scopes: [{ vpcId: "subnet-1" }] }, 'scopes[0].vpcId is "subnet-1", the id of a subnet; use subnetId'],
  [
    { scopes: [{ vpc: "vpc-1" }] },
    "scopes[0].vpc is not a prop; there are vpcId, subnetId, eniId, transitGatewayId, transitGatewayAttachmentId, regionalNatGatewayId\nscopes[0].vpcId is missing; give one of vpcId, subnetId, eniId, transitGatewayId, transitGatewayAttachmentId or regionalNatGatewayId",
  ],
  [{ name: "a b" }, 'name is "a b"; give 1 to 128 letters, digits and +=,.@_-'],
])("an operator's policy of %j is refused", (props, expected) => {
  expect(refusalOf((stack) => new OperatorPolicy(stack, "operators", props as OperatorPolicyProps))).toBe(
    expected,
  );
});
