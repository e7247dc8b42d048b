import type { Resource } from "../../read/resource";
import type { Scope } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { literalOf, textKey } from "../text/text-parts";
import { identify } from "../reference/trace";

/** An argument that says what a flow log is on, and the types of resource that it takes. */
interface ScopeArgument {
  readonly kind: Scope["kind"];
  readonly types: readonly string[];
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log */
export const SCOPE_ARGUMENTS = {
  vpc_id: { kind: "vpc", types: ["aws_vpc", "aws_default_vpc"] },
  subnet_id: { kind: "subnet", types: ["aws_subnet", "aws_default_subnet"] },
  eni_id: { kind: "network-interface", types: ["aws_network_interface"] },
  transit_gateway_id: { kind: "transit-gateway", types: ["aws_ec2_transit_gateway"] },
  transit_gateway_attachment_id: {
    kind: "transit-gateway-attachment",
    types: [
      "aws_ec2_transit_gateway_attachment",
      "aws_ec2_transit_gateway_connect",
      "aws_ec2_transit_gateway_dx_gateway_attachment",
      "aws_ec2_transit_gateway_peering_attachment",
      "aws_ec2_transit_gateway_peering_attachment_accepter",
      "aws_ec2_transit_gateway_vpc_attachment",
      "aws_ec2_transit_gateway_vpc_attachment_accepter",
      "aws_ec2_transit_gateway_vpn_attachment",
    ],
  },
  regional_nat_gateway_id: { kind: "regional-nat-gateway", types: ["aws_nat_gateway"] },
} as const satisfies Record<string, ScopeArgument>;

export type ScopeArgumentName = keyof typeof SCOPE_ARGUMENTS;

/** What a scope argument names. */
export interface ScopeTarget {
  readonly kind: Scope["kind"];
  /** The resource type that it refers to; "" for a literal or an unresolved reference. */
  readonly refersTo: string;
  /** false: that type is not one that the argument takes. */
  readonly fits: boolean;
  /** Identity within the input; undefined where it cannot be told. */
  readonly key?: string;
  readonly resource?: Resource;
  /** false: it names one instance of a counted resource only. */
  readonly whole: boolean;
}

/** Finds what `argument` of a resource names. */
export function scopeTarget(resolver: Resolver, from: Resource, argument: ScopeArgumentName): ScopeTarget {
  const { kind, types }: ScopeArgument = SCOPE_ARGUMENTS[argument];
  const raw = from.attributes[argument];
  const origin = identify(resolver.index, raw, placeOf(from));
  const resource = origin?.resource;
  const fits = resource === undefined || origin?.attribute !== "id" || types.includes(resource.type);
  const target = { kind, refersTo: resource?.type ?? "", fits, whole: true };
  if (!fits || typeof raw !== "string") return target;
  const text = resolver.text(raw, placeOf(from));
  const literal = literalOf(text);
  if (resource !== undefined && types.includes(resource.type) && origin?.attribute === "id") {
    if (resource.mode === "data" && literal !== undefined) return { ...target, key: literal };
    const whole = isWhole(from, resource, origin.place.instance);
    const key = `${resource.source} ${resource.address}${whole ? "" : origin.place.instance}`;
    return whole ? { ...target, key, resource } : { ...target, key, whole };
  }
  if (literal !== undefined && literal !== "") {
    const known = resolver.index.withId(from.source, types, literal);
    return known === undefined
      ? { ...target, key: literal }
      : { ...target, refersTo: known.type, key: `${known.source} ${known.address}`, resource: known };
  }
  if (literal === "") return target;
  const isElsewhere =
    resource !== undefined && kind !== "vpc" && kind !== "subnet" && !types.includes(resource.type);
  return isElsewhere ? { ...target, key: textKey(text) } : target;
}

/** Do the instances of `from` name every instance of `to`? */
function isWhole(from: Resource, to: Resource, instance: string): boolean {
  const { count, for_each: forEach } = to.attributes;
  if (instance === "[count.index]") return JSON.stringify(count) === JSON.stringify(from.attributes.count);
  if (instance.startsWith("[each."))
    return JSON.stringify(forEach) === JSON.stringify(from.attributes.for_each);
  if (count !== undefined && count !== null) return Number(count) === 1;
  return forEach === undefined || forEach === null || Object.keys(forEach).length === 1;
}
