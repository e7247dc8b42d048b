import Ajv from "ajv";

import { buildModel } from "../../../gate/model/build";
import type { FlowLog, LogGroup, Model, Role } from "../../../gate/model/model";
import { readDocuments } from "../../../gate/read/read";
import type { Configuration } from "../../../gate/read/resource";
import schema from "../../../schemas/model.schema.json";

type Blocks = Record<string, Record<string, object>>;

/** A stack as CDKTF writes it. */
export interface Stack {
  name?: string;
  provider?: object;
  resource?: Blocks;
  data?: Blocks;
  locals?: object;
  output?: object;
  module?: object;
  /** Stacks that the manifest says it depends on. Without, no manifest is written. */
  dependencies?: string[];
}

const validate = new Ajv({ allErrors: true }).compile(schema);

/** The model of one or more stacks, which the contract allows. */
export function modelOf(...stacks: Stack[]): Model {
  const { configuration, faults } = readDocuments(documentsOf(stacks));
  expect(faults).toEqual([]);
  return valid(configuration);
}

/** The same of a stack that is refused for a circle of resources: a model of it is made without end nowhere. */
export function modelOfCircle(stack: Stack): Model {
  const { configuration, faults } = readDocuments(documentsOf([stack]));
  expect(faults).toMatchObject([{ fix: "take one of the references out" }]);
  return valid(configuration);
}

function valid(configuration: Configuration): Model {
  const model = buildModel(configuration);
  validate(model);
  expect(validate.errors ?? []).toEqual([]);
  return model;
}

function documentsOf(stacks: Stack[]): { path: string; text: string }[] {
  const documents = stacks.map(({ name = "network", ...root }) => ({
    path: `cdktf.out/stacks/${name}/cdk.tf.json`,
    text: JSON.stringify({
      "//": { metadata: { stackName: name } },
      ...Object.fromEntries(Object.entries(root).filter(([block]) => block !== "dependencies")),
    }),
  }));
  if (stacks.every(({ dependencies }) => dependencies === undefined)) return documents;
  const manifest = {
    version: "0.21.0",
    stacks: Object.fromEntries(
      stacks.map(({ name = "network", dependencies = [] }) => [
        name,
        { name, constructPath: name, dependencies, synthesizedStackPath: `stacks/${name}/cdk.tf.json` },
      ]),
    ),
  };
  return [{ path: "cdktf.out/manifest.json", text: JSON.stringify(manifest) }, ...documents];
}

export const PROVIDER = { aws: [{ region: "eu-west-1" }] };
export const GROUP = "/aws/vpc/flow";
export const GROUP_ARN = `arn:aws:logs:eu-west-1:111122223333:log-group:${GROUP}`;

/** A permission document that lets a role write to a group. */
export function grantOn(group: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${group}:*` },
      { Effect: "Allow", Action: "logs:DescribeLogStreams", Resource: group },
    ],
  });
}

export const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { Service: "vpc-flow-logs.amazonaws.com" }, Action: "sts:AssumeRole" },
  ],
});

/** A flow log, its group, its role and its VPC, with nothing that lets the role write. */
export function flowLogStack(
  changes: {
    flowLog?: object;
    group?: object;
    role?: object;
    resource?: Blocks;
    data?: Blocks;
    provider?: object;
  } = {},
): Stack {
  return {
    provider: changes.provider ?? PROVIDER,
    ...(changes.data && { data: changes.data }),
    resource: {
      aws_vpc: { main: {} },
      aws_cloudwatch_log_group: { flow: { name: GROUP, retention_in_days: 365, ...changes.group } },
      aws_iam_role: { flow: { name: "flow", assume_role_policy: TRUST, ...changes.role } },
      aws_flow_log: {
        flow: {
          vpc_id: "${aws_vpc.main.id}",
          traffic_type: "ALL",
          log_destination: "${aws_cloudwatch_log_group.flow.arn}",
          iam_role_arn: "${aws_iam_role.flow.arn}",
          ...changes.flowLog,
        },
      },
      ...changes.resource,
    },
  };
}

/** The subject with this address, which has to be there. */
export function subject(list: readonly FlowLog[], address: string): FlowLog;
export function subject(list: readonly LogGroup[], address: string): LogGroup;
export function subject(list: readonly Role[], address: string): Role;
export function subject(list: readonly { address: string }[], address: string): { address: string } {
  const found = list.find((each) => each.address === address);
  if (found === undefined) throw new Error(`the model holds no ${address}`);
  return found;
}

export function flowLog(model: Model): FlowLog {
  return subject(model.flow_logs, "aws_flow_log.flow");
}

export function role(model: Model): Role {
  return subject(model.roles, "aws_iam_role.flow");
}

/** What hangs on the role: policy, what attaches it, whether that is certain. */
export function permissions(model: Model) {
  return role(model).permissions.map(({ policy, attachments, certain, adopted }) => ({
    policy: model.policies[policy]?.address,
    by: attachments.map(({ address }) => address),
    ...(!certain && { certain }),
    ...(adopted && { adopted }),
  }));
}
