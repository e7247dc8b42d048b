import { isObject } from "../blocks";
import { holdsMarker, literalAttributes } from "../literal";
import { type Attributes, UNKNOWN } from "../resource";
import { holdsUnknown, plannedValue, wholeMeaning } from "./argument";
import { onlyExpression } from "./expand";
import type { Standpoint } from "./standpoint";

/** The arguments of a planned resource, as `Resource` wants them. */
export interface PlannedAttributes {
  readonly attributes: Attributes;
  readonly byReference?: ReadonlySet<string>;
  readonly sensitive?: ReadonlySet<string>;
}

/** What a plan says of one resource instance. */
export interface Planned {
  readonly type: string;
  /** `change.after`, or the values of a data source. */
  readonly values: Attributes;
  /** `change.after_unknown`. */
  readonly unknown: unknown;
  /** `change.after_sensitive`. */
  readonly sensitive: unknown;
  readonly expressions: Attributes;
  /** It was there before: computed arguments then mirror what it was. */
  readonly isOld: boolean;
}

/** The arguments after apply, in Terraform's JSON syntax. */
export function plannedAttributes(planned: Planned, at: Standpoint): PlannedAttributes {
  const { values, unknown, expressions } = planned;
  let changed: Record<string, unknown> | undefined;
  let byReference: Set<string> | undefined;
  const set = (name: string, value: unknown): void => {
    (changed ??= Object.assign({}, values))[name] = value;
  };
  for (const name of namesToMend(planned)) {
    const open = isObject(unknown) && Object.hasOwn(unknown, name) ? unknown[name] : undefined;
    const expression = Object.hasOwn(expressions, name) ? expressions[name] : undefined;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (isLeftOut(planned, name, value, expression)) set(name, null);
    else if (open === true && expression === undefined) {
      if (NEVER_COMPUTED.has(`${planned.type}.${name}`)) set(name, UNKNOWN);
    } else if (open === true) {
      const { value, exact } = wholeMeaning(expression, at);
      const named = exact ? value : withAttribute(value, name);
      const isLink = !exact && isOneReference(named) && identifies(planned.type, name);
      if (isLink) (byReference ??= new Set()).add(name);
      set(name, exact || isLink || isDataDocument(named) ? named : UNKNOWN);
    } else set(name, plannedValue({ value, unknown: open, expression }, at));
  }
  const sensitive = sensitiveArguments(values, planned.sensitive);
  const made: { -readonly [K in keyof PlannedAttributes]: PlannedAttributes[K] } = {
    attributes: changed ?? values,
  };
  if (byReference !== undefined) made.byReference = byReference;
  if (sensitive.size > 0) made.sensitive = sensitive;
  return made;
}

/** The arguments that Terraform marks sensitive, or that hold something it marks. */
export function sensitiveArguments(values: Attributes, sensitive: unknown): ReadonlySet<string> {
  if (sensitive === true) return new Set(Object.keys(values));
  const names = isObject(sensitive)
    ? Object.keys(sensitive).filter((name) => holdsUnknown(sensitive[name]))
    : [];
  return names.length === 0 ? NOTHING : new Set(names);
}

const NOTHING: ReadonlySet<string> = new Set();

/** Attributes that the provider fills in from what is there, wherever the configuration does not set them. */
export const MIRRORED: ReadonlySet<string> = new Set([
  "aws_iam_role.inline_policy",
  "aws_iam_role.managed_policy_arns",
  ...[
    "acceleration_status",
    "acl",
    "cors_rule",
    "grant",
    "lifecycle_rule",
    "logging",
    "object_lock_configuration",
    "policy",
    "replication_configuration",
    "server_side_encryption_configuration",
    "versioning",
    "website",
  ].map((name) => `aws_s3_bucket.${name}`),
]);

/** Blocks that no provider fills in: unknown, they come from a `dynamic` block, which a plan leaves out. */
const NEVER_COMPUTED: ReadonlySet<string> = new Set([
  "aws_flow_log.destination_options",
  "aws_iam_policy_document.statement",
  "aws_kinesis_firehose_delivery_stream.kinesis_source_configuration",
  "aws_kinesis_firehose_delivery_stream.msk_source_configuration",
  "aws_s3_bucket_lifecycle_configuration.rule",
]);

/** Only what has to be looked at: most resources have little of it, and there are 20,000 of them. */
function namesToMend({ type, values, unknown, expressions, isOld }: Planned): Set<string> {
  const names = new Set<string>();
  for (const name in values) {
    const value = values[name];
    if (value === "" || holdsMarker(value)) names.add(name);
    else if (isOld && MIRRORED.has(`${type}.${name}`) && !Object.hasOwn(expressions, name)) names.add(name);
  }
  if (isObject(unknown)) for (const name in unknown) if (holdsUnknown(unknown[name])) names.add(name);
  return names;
}

/** A provider prints "" for what is not set, and mirrors what nobody wrote. */
function isLeftOut({ type, isOld }: Planned, name: string, value: unknown, expression: unknown): boolean {
  if (expression !== undefined) return false;
  return value === "" || (isOld && value !== undefined && MIRRORED.has(`${type}.${name}`));
}

/** Is the argument there to name another resource? A name that is made from one is not. */
function identifies(type: string, name: string): boolean {
  if (/_(?:id|arn)$/.test(name)) return true;
  return LINKS.has(name) && `${type}.${name}` !== "aws_s3_bucket.bucket";
}

const LINKS: ReadonlySet<string> = new Set([
  "bucket",
  "deliver_cross_account_role",
  "log_destination",
  "log_group_name",
  "permissions_boundary",
  "role",
  "role_name",
]);

/** `aws_x.y[each.key].id` leaves `aws_x.y["k"]`: the attribute is the one that the argument takes. */
function withAttribute(raw: unknown, name: string): unknown {
  const traversal = onlyExpression(raw)?.traversal ?? [];
  if (typeof raw !== "string" || traversal.at(-1)?.startsWith("[") !== true) return raw;
  return `${raw.slice(0, -1)}.${ATTRIBUTES.get(name) ?? (name.endsWith("_id") ? "id" : "arn")}}`;
}

const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["bucket", "id"],
  ["log_group_name", "name"],
  ["role", "name"],
  ["role_name", "name"],
]);

/** Nobody writes text around a whole document. */
function isDataDocument(raw: unknown): boolean {
  return (
    typeof raw === "string" &&
    /^\$\{[^{}]*\bdata\.aws_iam_policy_document\.[^{}]*\.(?:minified_)?json\}$/.test(raw)
  );
}

function isOneReference(raw: unknown): boolean {
  return onlyExpression(raw)?.traversal !== undefined;
}

/** The arguments of a resource of which everything is known: a state's. */
export function knownAttributes(values: Attributes): Attributes {
  let mended: Record<string, unknown> | undefined;
  for (const name in values) if (values[name] === "") (mended ??= Object.assign({}, values))[name] = null;
  return literalAttributes(mended ?? values);
}
