import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { homeOf, settle } from "../../placement/home";
import type { Own } from "../../placement/own";
import type { Placement } from "../../placement/placement";
import { letLogGroupIn } from "../key/grants";
import { keyOf, type ExistingKey, type Key } from "../key/key";
import { defaultName } from "./name";
import type { RetentionDays } from "./retention";

/** Ingestion at half the price, and without metric and subscription filters; fixed once the group is made. */
export type LogGroupClass = "STANDARD" | "INFREQUENT_ACCESS";

/** A log group to make. */
export interface NewLogGroup {
  /**
   * 1 to 512 of letters, digits and `_-/.#`.
   * @default `/aws/vpc-flow-logs/` and the construct's path. Fixed for ever: another name would be another group.
   */
  readonly name?: string;
  /** @default 365: what PCI DSS 10.5.1 and AWS FSBP CloudWatch.16 ask for. */
  readonly retentionDays?: RetentionDays;
  /** @default "STANDARD": the only class whose records metric and subscription filters can read. */
  readonly logGroupClass?: LogGroupClass;
  /**
   * `"create"` makes a KMS key that rotates, with the policy that lets CloudWatch Logs use it. Or a key's ARN, an
   * existing key, or the key of another FlowLogs: the policy of an existing one must let `logs.REGION.amazonaws.com`
   * in.
   * @default CloudWatch Logs encrypts with a key of its own.
   */
  readonly kmsKey?: "create" | (string & {}) | ExistingKey | Key;
  /** Keep the group and its records when Terraform destroys it. @default false */
  readonly skipDestroy?: boolean;
  /**
   * AWS refuses to delete the group while this is on. Needs version 6.25 of the AWS provider.
   * @default not set: what was made can be destroyed.
   */
  readonly deletionProtection?: boolean;
  readonly existing?: never;
}

/** A log group that is there already, in the flow log's account and region. Its settings are not touched. */
export interface ExistingLogGroup {
  /** By name, or by ARN without `:*`. */
  readonly existing:
    { readonly name: string; readonly arn?: never } | { readonly arn: string; readonly name?: never };
}

/** The log group that a FlowLogs writes to: made by it, given, or shared. Give it to others to share it. */
export class LogGroup {
  constructor(
    /** Without `:*`. */
    readonly arn: string,
    /** Undefined where the group was given by ARN. */
    readonly name: string | undefined,
    /** The real thing, where a FlowLogs made it: for overrides and attributes. */
    readonly resource: CloudwatchLogGroup | undefined,
    /** What it is encrypted with, where that was said. */
    readonly key: Key | undefined,
  ) {}

  /** Undefined where the group was given, since nobody looked. */
  get logGroupClass(): LogGroupClass | undefined {
    if (this.resource === undefined) return undefined;
    return this.resource.logGroupClassInput === "INFREQUENT_ACCESS" ? "INFREQUENT_ACCESS" : "STANDARD";
  }
}

/** The ARN of a log group, as policies name it: by name, so that it is known when Terraform plans. */
function namedArn(own: Own, name: string): string {
  return `arn:${own.partition}:logs:${own.region}:${own.account}:log-group:${name}`;
}

function make(placement: Placement, props: NewLogGroup): LogGroup {
  const name = props.name ?? defaultName(placement.construct.node.path);
  const key = keyOf(placement, props.kmsKey);
  if (key !== undefined) letLogGroupIn(key, namedArn(homeOf(key).own, name));
  const resource = placement.put(
    new CloudwatchLogGroup(placement.construct, "log-group", {
      ...placement.tagged,
      name,
      retentionInDays: props.retentionDays ?? 365,
      ...(props.logGroupClass === undefined ? {} : { logGroupClass: props.logGroupClass }),
      ...(key === undefined ? {} : { kmsKeyId: key.arn }),
      ...(props.skipDestroy === undefined ? {} : { skipDestroy: props.skipDestroy }),
      ...(props.deletionProtection === undefined
        ? {}
        : { deletionProtectionEnabled: props.deletionProtection }),
    }),
  );
  return settle(new LogGroup(resource.arn, name, resource, key), placement);
}

/** Makes a new group, or takes an existing one. Only for props that were checked. */
export function logGroupOf(placement: Placement, props: NewLogGroup | ExistingLogGroup): LogGroup {
  if (props.existing === undefined) return make(placement, props);
  const { arn, name } = props.existing;
  const group =
    arn === undefined
      ? new LogGroup(namedArn(placement.own, name), name, undefined, undefined)
      : new LogGroup(arn, undefined, undefined, undefined);
  return settle(group, placement);
}

/** The ARN that a flow log of `placement` names. */
export function destinationIn(placement: Placement, group: LogGroup): string {
  return group.resource === undefined ? arnIn(placement, group) : group.arn;
}

/** The ARN as a policy of `placement` names it: references to another stack's data would not resolve there. */
export function arnIn(placement: Placement, group: LogGroup): string {
  return group.name === undefined ? group.arn : namedArn(placement.own, group.name);
}
