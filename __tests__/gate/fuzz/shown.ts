import type { Blocks } from "./defects";

/**
 * What `terraform show -json` prints of resources in Terraform's JSON syntax: of the plan that makes them, and of the
 * state once they are there. Real ones are in __tests__/fixtures/plans; here the shape is enough.
 */
interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly body: Record<string, unknown>;
}

const ACCOUNT = "111122223333";
const PROVIDER = "registry.terraform.io/hashicorp/aws";
const REFERENCE = /\$\{(\w+\.[\w-]+)\.(\w+)\}/g;

/** The parts of a plan that tell of resources. */
export interface PlanParts {
  readonly planned: object[];
  readonly configured: object[];
  readonly changes: object[];
}

export function planParts(blocks: Blocks): PlanParts {
  const resources = resourcesOf(blocks);
  const known = ({ body }: Resource): object =>
    Object.fromEntries(argumentsOf(body).filter(([, value]) => !isReferring(value)));
  const head = ({ address, type, name }: Resource): object => ({ address, mode: "managed", type, name });
  return {
    planned: resources.map((each) => ({
      ...head(each),
      provider_name: PROVIDER,
      schema_version: 0,
      values: known(each),
      sensitive_values: {},
    })),
    configured: resources.map((each) => ({
      ...head(each),
      provider_config_key: "aws",
      schema_version: 0,
      expressions: Object.fromEntries(
        argumentsOf(each.body).map(([name, value]) => [name, expression(value, name)]),
      ),
      ...("depends_on" in each.body && { depends_on: each.body.depends_on }),
    })),
    changes: resources.map((each) => ({
      ...head(each),
      provider_name: PROVIDER,
      change: {
        actions: ["create"],
        before: null,
        after: known(each),
        after_unknown: {
          id: true,
          arn: true,
          ...Object.fromEntries(
            argumentsOf(each.body)
              .filter(([, value]) => isReferring(value))
              .map(([name]) => [name, true]),
          ),
        },
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
  };
}

export function plan({ planned, configured, changes }: PlanParts): object {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: { resources: planned } },
    resource_changes: changes,
    configuration: {
      provider_config: {
        aws: { name: "aws", full_name: PROVIDER, expressions: { region: { constant_value: "eu-west-1" } } },
      },
      root_module: { resources: configured },
    },
    applyable: true,
    complete: true,
    errored: false,
  };
}

/** Resources of a state. */
export function stateResources(blocks: Blocks): object[] {
  const resources = resourcesOf(blocks);
  const computed = new Map(resources.map((each) => [each.address, computedOf(each)]));
  const resolved = (value: unknown): unknown =>
    typeof value === "string"
      ? value.replaceAll(
          REFERENCE,
          (whole, address: string, attribute: string) => computed.get(address)?.[attribute] ?? whole,
        )
      : value;
  return resources.map((each) => ({
    address: each.address,
    mode: "managed",
    type: each.type,
    name: each.name,
    provider_name: PROVIDER,
    schema_version: 0,
    values: {
      ...computed.get(each.address),
      ...Object.fromEntries(argumentsOf(each.body).map(([name, value]) => [name, resolved(value)])),
    },
    sensitive_values: {},
    ...("depends_on" in each.body && { depends_on: each.body.depends_on }),
  }));
}

export function state(resources: object[]): object {
  return {
    format_version: "1.0",
    terraform_version: "1.11.4",
    values: { root_module: { resources } },
  };
}

function resourcesOf(blocks: Blocks): Resource[] {
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({
      address: `${type}.${name}`,
      type,
      name,
      body: body as Record<string, unknown>,
    })),
  );
}

function argumentsOf(body: Record<string, unknown>): [string, unknown][] {
  return Object.entries(body)
    .filter(([name, value]) => name !== "depends_on" && value !== null && value !== undefined)
    .map(([name, value]) => [name, BLOCKS.has(name) ? asBlocks(value) : value]);
}

/** Arguments that are blocks; Terraform shows each as a list. */
const BLOCKS = new Set(["rule", "filter", "expiration"]);

function asBlocks(value: unknown): unknown {
  const bodies: readonly unknown[] = Array.isArray(value) ? value : [value];
  return bodies.map((body) =>
    typeof body === "object" && body !== null
      ? Object.fromEntries(argumentsOf(body as Record<string, unknown>))
      : body,
  );
}

function isReferring(value: unknown): boolean {
  return typeof value === "string" && value.search(REFERENCE) >= 0;
}

function expression(value: unknown, name = ""): object {
  if (BLOCKS.has(name) && Array.isArray(value))
    return value.map((body: unknown) =>
      Object.fromEntries(
        Object.entries(Object(body) as object).map(([each, member]) => [each, expression(member, each)]),
      ),
    );
  if (!isReferring(value)) return { constant_value: value };
  const references = [...String(value).matchAll(REFERENCE)].flatMap(([, address = "", attribute = ""]) => [
    `${address}.${attribute}`,
    address,
  ]);
  return { constant_value: value, references };
}

/** Attributes that AWS makes up, as other resources refer to them. */
function computedOf({ type, name, body }: Resource): Record<string, string> {
  const called = typeof body.name === "string" ? body.name : name;
  if (type === "aws_cloudwatch_log_group")
    return { id: called, arn: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${called}` };
  if (type === "aws_iam_role") return { id: called, arn: `arn:aws:iam::${ACCOUNT}:role/${called}` };
  if (type === "aws_s3_bucket")
    return typeof body.bucket === "string"
      ? { id: body.bucket, arn: `arn:aws:s3:::${body.bucket}` }
      : { id: "made-up", arn: "arn:aws:s3:::made-up" };
  if (type === "aws_kinesis_firehose_delivery_stream") {
    const arn = `arn:aws:firehose:eu-west-1:${ACCOUNT}:deliverystream/${called}`;
    return { id: arn, arn };
  }
  return { id: `${type.slice(4)}-${name}`, arn: `arn:aws:ec2:eu-west-1:${ACCOUNT}:${type}/${name}` };
}
