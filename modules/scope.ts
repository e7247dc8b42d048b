import type { AggregationSeconds, TagKeys, TrafficType } from "./capture/capture";
import type { RecordFormat, TransitGatewayField, VpcField } from "./record";
import type { RecordKind } from "./record";
import { choice, shown, type Loose, type Problems } from "./refusal/problems";

/** What is watched, by prop: its ids, its name in a sentence, how IAM names it, and the records that it writes. */
const TARGETS = [
  { prop: "vpcId", prefix: "vpc-", what: "a VPC", arn: "vpc", kind: "vpc" },
  { prop: "subnetId", prefix: "subnet-", what: "a subnet", arn: "subnet", kind: "vpc" },
  { prop: "eniId", prefix: "eni-", what: "a network interface", arn: "network-interface", kind: "vpc" },
  {
    prop: "transitGatewayId",
    prefix: "tgw-",
    what: "a transit gateway",
    arn: "transit-gateway",
    kind: "transit-gateway",
  },
  {
    prop: "transitGatewayAttachmentId",
    prefix: "tgw-attach-",
    what: "a transit gateway attachment",
    arn: "transit-gateway-attachment",
    kind: "transit-gateway",
  },
  {
    prop: "regionalNatGatewayId",
    prefix: "nat-",
    what: "a regional NAT gateway",
    arn: "natgateway",
    kind: "vpc",
  },
] as const;

type Target = (typeof TARGETS)[number];
type Prop = Target["prop"];

/** One of the props, and none of the others. */
type Only<P extends Prop> = { readonly [K in P]: string } & { readonly [K in Exclude<Prop, P>]?: never };

/** What records of a VPC and what is in it may hold, and how they may be taken. */
interface OfVpc {
  readonly trafficType?: TrafficType;
  readonly aggregationSeconds?: AggregationSeconds;
  readonly format?: RecordFormat<VpcField>;
  readonly tagKeys?: TagKeys;
}

/** A transit gateway neither accepts nor rejects, and its records cover 60 seconds: AWS refuses anything else. */
interface OfTransitGateway {
  readonly trafficType?: never;
  readonly aggregationSeconds?: 60;
  readonly format?: RecordFormat<TransitGatewayField>;
  readonly tagKeys?: never;
}

/** A VPC (`vpcId`): every network interface in it, also those made later. */
export type VpcScope = Only<"vpcId"> & OfVpc;

/** A subnet (`subnetId`): every network interface in it, also those made later. */
export type SubnetScope = Only<"subnetId"> & OfVpc;

/** One network interface (`eniId`). */
export type InterfaceScope = Only<"eniId"> & OfVpc;

/** A transit gateway (`transitGatewayId`): every attachment of it, also those made later. Only its owner may. */
export type TransitGatewayScope = Only<"transitGatewayId"> & OfTransitGateway;

/** One attachment of a transit gateway (`transitGatewayAttachmentId`). */
export type TransitGatewayAttachmentScope = Only<"transitGatewayAttachmentId"> & OfTransitGateway;

/** A regional NAT gateway (`regionalNatGatewayId`). Needs version 6.25 of the AWS provider. */
export type RegionalNatGatewayScope = Only<"regionalNatGatewayId"> & OfVpc;

/** What is watched: exactly one thing a flow log, as the EC2 API has it; and what that thing allows. */
export type Scope =
  | VpcScope
  | SubnetScope
  | InterfaceScope
  | TransitGatewayScope
  | TransitGatewayAttachmentScope
  | RegionalNatGatewayScope;

/** Props that name a scope. */
export const SCOPE_PROPS = TARGETS.map(({ prop }) => prop);

/** The resource part of the ARN of everything that can be watched: `vpc/*` and so on. */
export const WATCHABLE = TARGETS.map(({ arn }) => `${arn}/*`);

function isIdOf({ prefix }: Target, id: string): boolean {
  return id.startsWith(prefix) && /^[0-9A-Za-z]+$/.test(id.slice(prefix.length));
}

function checkId(target: Target, value: unknown, problems: Problems): void {
  const { prop, prefix, what } = target;
  const give = `the id of ${what}, such as ${prefix}0123456789abcdef0`;
  const id = problems.text(prop, value, give);
  if (id === undefined || isIdOf(target, id)) return;
  const meant = TARGETS.find((other) => isIdOf(other, id));
  problems.add(
    prop,
    meant === undefined
      ? `is ${shown(id)}; give ${give}`
      : `is ${shown(id)}, the id of ${meant.what}; use ${meant.prop}`,
  );
}

/**
 * Exactly one scope, and an id of its kind.
 *
 * @returns whose records it writes; undefined where that is not said.
 */
export function checkScope(props: Loose, problems: Problems): RecordKind | undefined {
  const given = TARGETS.filter(({ prop }) => props[prop] !== undefined);
  if (given.length === 0) {
    problems.add("vpcId", `is missing; give one of ${choice(SCOPE_PROPS).replaceAll('"', "")}`);
  }
  if (given.length > 1) {
    const names = given.map(({ prop }) => prop);
    problems.add(
      names.join(" and "),
      "are given together; a flow log watches one of them, so make a FlowLogs for each",
    );
  }
  for (const target of given) checkId(target, props[target.prop], problems);
  return given.length === 1 ? given[0]?.kind : undefined;
}

/** What is watched. Only for props that `checkScope` let pass. */
export interface Watched {
  /** The one scope argument of aws_flow_log. */
  readonly argument: { readonly [K in Prop]?: string };
  readonly kind: RecordKind;
  /** The resource part of its ARN, such as `vpc/vpc-0a1b`. */
  readonly resource: string;
}

/** What is watched. Only for props that `checkScope` let pass. */
export function watchedBy(props: Scope): Watched {
  for (const { prop, kind, arn } of TARGETS) {
    const id = props[prop];
    if (id !== undefined) return { argument: { [prop]: id }, kind, resource: `${arn}/${id}` };
  }
  throw new TypeError("props without a scope");
}
