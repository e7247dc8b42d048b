import { shown, type Loose, type Problems } from "./refusal/problems";

/** A VPC: every network interface in it, also those made later. */
export interface VpcScope {
  /** The VPC's id: `vpc.id`, or a literal. */
  readonly vpcId: string;
  readonly subnetId?: never;
  readonly eniId?: never;
}

/** A subnet: every network interface in it, also those made later. */
export interface SubnetScope {
  readonly vpcId?: never;
  /** The subnet's id: `subnet.id`, or a literal. */
  readonly subnetId: string;
  readonly eniId?: never;
}

/** One network interface. */
export interface InterfaceScope {
  readonly vpcId?: never;
  readonly subnetId?: never;
  /** The network interface's id: `networkInterface.id`, or a literal. */
  readonly eniId: string;
}

/** What is watched: exactly one thing a flow log, as the EC2 API has it. */
export type Scope = VpcScope | SubnetScope | InterfaceScope;

const TARGETS = [
  { prop: "vpcId", prefix: "vpc-", what: "a VPC" },
  { prop: "subnetId", prefix: "subnet-", what: "a subnet" },
  { prop: "eniId", prefix: "eni-", what: "a network interface" },
] as const;

type Target = (typeof TARGETS)[number];

/** Props that name a scope. */
export const SCOPE_PROPS = TARGETS.map(({ prop }) => prop);

function checkId({ prop, prefix, what }: Target, value: unknown, problems: Problems): void {
  const give = `the id of ${what}, such as ${prefix}0123456789abcdef0`;
  const id = problems.text(prop, value, give);
  if (id === undefined || (id.startsWith(prefix) && /^[a-z]+-[0-9A-Za-z]+$/.test(id))) return;
  const meant = TARGETS.find((other) => other.prop !== prop && id.startsWith(other.prefix));
  problems.add(
    prop,
    meant === undefined
      ? `is ${shown(id)}; give ${give}`
      : `is ${shown(id)}, the id of ${meant.what}; use ${meant.prop}`,
  );
}

/** Exactly one scope, and an id of its kind. */
export function checkScope(props: Loose, problems: Problems): void {
  const given = TARGETS.filter(({ prop }) => props[prop] !== undefined);
  if (given.length === 0) {
    problems.add("vpcId", "is missing; give one of vpcId, subnetId or eniId");
  }
  if (given.length > 1) {
    const names = given.map(({ prop }) => prop);
    problems.add(
      names.join(" and "),
      "are given together; a flow log watches one of them, so make a FlowLogs for each",
    );
  }
  for (const target of given) checkId(target, props[target.prop], problems);
}

/** The one scope argument of aws_flow_log. Only for props that `checkScope` let pass. */
export function scopeArgument(props: Scope): { vpcId: string } | { subnetId: string } | { eniId: string } {
  if (props.vpcId !== undefined) return { vpcId: props.vpcId };
  if (props.subnetId !== undefined) return { subnetId: props.subnetId };
  return { eniId: props.eniId };
}
