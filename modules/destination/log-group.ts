import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { TerraformStack } from "cdktf";
import type { Placement } from "../placement/placement";
import { logGroupArn } from "./documents";
import { defaultName } from "./log-group-name";
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
   * ARN of the KMS key. Its policy must let `logs.REGION.amazonaws.com` use it.
   * @default CloudWatch Logs encrypts with a key of its own.
   */
  readonly kmsKey?: string;
  /** Keep the group and its records when Terraform destroys it. @default false */
  readonly skipDestroy?: boolean;
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
  private constructor(
    /** Without `:*`. */
    readonly arn: string,
    /** Undefined where the group was given by ARN. */
    readonly name: string | undefined,
    /** The real thing, where a FlowLogs made it: for overrides and attributes. */
    readonly resource: CloudwatchLogGroup | undefined,
    private readonly home: Placement,
  ) {}

  /** Alias of the provider that it is made with; "" is the default one. */
  get alias(): string {
    return this.home.alias;
  }

  /** The stack that it is made in. */
  get stack(): TerraformStack {
    return this.home.stack;
  }

  /** Makes a new group, or takes an existing one. Only for props that were checked. */
  static from(placement: Placement, props: NewLogGroup | ExistingLogGroup): LogGroup {
    if (props.existing === undefined) return LogGroup.make(placement, props);
    const { arn, name } = props.existing;
    return arn === undefined
      ? new LogGroup(logGroupArn(placement.own, name), name, undefined, placement)
      : new LogGroup(arn, undefined, undefined, placement);
  }

  private static make(placement: Placement, props: NewLogGroup): LogGroup {
    const name = props.name ?? defaultName(placement.construct.node.path);
    const resource = placement.put(
      new CloudwatchLogGroup(placement.construct, "log-group", {
        ...placement.tagged,
        name,
        retentionInDays: props.retentionDays ?? 365,
        ...(props.logGroupClass === undefined ? {} : { logGroupClass: props.logGroupClass }),
        ...(props.kmsKey === undefined ? {} : { kmsKeyId: props.kmsKey }),
        ...(props.skipDestroy === undefined ? {} : { skipDestroy: props.skipDestroy }),
      }),
    );
    return new LogGroup(resource.arn, name, resource, placement);
  }

  /** The ARN that a flow log of `placement` names. */
  destinationFor(placement: Placement): string {
    return this.resource === undefined ? this.arnFor(placement) : this.arn;
  }

  /** The ARN as a policy of `placement` names it: references to another stack's data would not resolve there. */
  arnFor(placement: Placement): string {
    return this.name === undefined ? this.arn : logGroupArn(placement.own, this.name);
  }
}
