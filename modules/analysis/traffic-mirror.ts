import { Ec2TrafficMirrorFilter } from "@cdktf/provider-aws/lib/ec2-traffic-mirror-filter";
import { Ec2TrafficMirrorFilterRule } from "@cdktf/provider-aws/lib/ec2-traffic-mirror-filter-rule";
import { Ec2TrafficMirrorSession } from "@cdktf/provider-aws/lib/ec2-traffic-mirror-session";
import { Ec2TrafficMirrorTarget } from "@cdktf/provider-aws/lib/ec2-traffic-mirror-target";
import { Construct } from "constructs";
import { checkCompanion, placementOf, type CompanionProps } from "../companion";
import type { Placement } from "../placement/placement";
import { shown, type Loose, type Problems } from "../refusal/problems";
import { checkWhole } from "./check-network";
import { ALL_TRAFFIC, checkRules, ruleArguments, type MirrorRule } from "./mirror-rule";

/** Where the copies go. */
export type MirrorTarget =
  | {
      readonly eniId: string;
      readonly networkLoadBalancerArn?: never;
      readonly gatewayLoadBalancerEndpointId?: never;
    }
  | {
      readonly eniId?: never;
      readonly networkLoadBalancerArn: string;
      readonly gatewayLoadBalancerEndpointId?: never;
    }
  | {
      readonly eniId?: never;
      readonly networkLoadBalancerArn?: never;
      readonly gatewayLoadBalancerEndpointId: string;
    };

/** Whose packets are copied, which, and where to. */
export interface TrafficMirrorProps extends CompanionProps {
  /** Id of the network interface whose packets are copied. */
  readonly eniId: string;
  /** The monitoring appliance; or another TrafficMirror, to share its target. */
  readonly target: MirrorTarget | TrafficMirror;
  /**
   * Which packets, tried in this order; or another TrafficMirror, to share its filter.
   * @default every IPv4 packet, in both directions
   */
  readonly rules?: readonly MirrorRule[] | TrafficMirror;
  /** 1 to 32766: the least of the sessions of an interface is tried first, and a packet is copied once. @default 1 */
  readonly sessionNumber?: number;
  /** Bytes of each packet that are copied, beginning at its IP header. @default the whole packet */
  readonly packetLength?: number;
  /** VXLAN id, 0 to 16777215, that tells sessions apart at the target. @default chosen by AWS */
  readonly virtualNetworkId?: number;
  /** Copies also what goes to and comes from the Amazon DNS server, which flow logs never record. @default "leave-out" */
  readonly amazonDns?: "copy" | "leave-out";
}

const TARGETS = {
  eniId: {
    pattern: /^eni-[0-9A-Za-z]+$/,
    what: "the id of a network interface, such as eni-0123456789abcdef0",
  },
  networkLoadBalancerArn: {
    pattern: /^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer\/net\/\S+$/,
    what: "the ARN of a network load balancer",
  },
  gatewayLoadBalancerEndpointId: {
    pattern: /^vpce-[0-9A-Za-z]+$/,
    what: "the id of a gateway load balancer endpoint, such as vpce-0123456789abcdef0",
  },
} as const;
type TargetProp = keyof typeof TARGETS;
const TARGET_PROPS = Object.keys(TARGETS) as TargetProp[];
const PROPS = ["eniId", "target", "rules", "sessionNumber", "packetLength", "virtualNetworkId", "amazonDns"];

function checkTarget(target: unknown, problems: Problems): void {
  if (target instanceof TrafficMirror) return;
  const object = problems.object(
    "target",
    target,
    `one of ${TARGET_PROPS.join(", ")}, or another TrafficMirror`,
  );
  if (object === undefined) return;
  problems.onlyKeys("target.", object, TARGET_PROPS);
  const given = TARGET_PROPS.filter((prop) => object[prop] !== undefined);
  if (given.length !== 1)
    problems.add(
      "target",
      `names ${given.join(" and ") || "nothing"}; give one of ${TARGET_PROPS.join(", ")}`,
    );
  for (const prop of given) {
    problems.matching(`target.${prop}`, object[prop], TARGETS[prop].pattern, TARGETS[prop].what);
  }
}

function checkMirror(props: Loose, problems: Problems): void {
  const { eniId, rules, target } = props;
  problems.matching("eniId", eniId, TARGETS.eniId.pattern, TARGETS.eniId.what);
  checkTarget(target, problems);
  if (eniId !== undefined && eniId === (target as MirrorTarget | undefined)?.eniId)
    problems.add("target.eniId", `is ${shown(eniId)}, whose packets are copied; give another interface`);
  if (!(rules instanceof TrafficMirror)) checkRules(rules, problems);
  else if (props["amazonDns"] !== undefined)
    problems.add("amazonDns", "is given beside the filter of another TrafficMirror; set it there");
  checkWhole("sessionNumber", props["sessionNumber"], 1, 32766, problems);
  checkWhole("packetLength", props["packetLength"], 1, 65535, problems);
  checkWhole("virtualNetworkId", props["virtualNetworkId"], 0, 2 ** 24 - 1, problems);
  problems.oneOf("amazonDns", props["amazonDns"], ["copy", "leave-out"]);
}

function makeTarget(placement: Placement, target: MirrorTarget): Ec2TrafficMirrorTarget {
  const { eniId, networkLoadBalancerArn, gatewayLoadBalancerEndpointId } = target;
  return placement.put(
    new Ec2TrafficMirrorTarget(placement.construct, "target", {
      ...placement.tagged,
      ...(eniId === undefined ? {} : { networkInterfaceId: eniId }),
      ...(networkLoadBalancerArn === undefined ? {} : { networkLoadBalancerArn }),
      ...(gatewayLoadBalancerEndpointId === undefined ? {} : { gatewayLoadBalancerEndpointId }),
    }),
  );
}

function makeFilter(
  placement: Placement,
  rules: readonly MirrorRule[],
  dns: boolean,
): Ec2TrafficMirrorFilter {
  const filter = placement.put(
    new Ec2TrafficMirrorFilter(placement.construct, "filter", {
      ...placement.tagged,
      ...(dns ? { networkServices: ["amazon-dns"] } : {}),
    }),
  );
  for (const [at, rule] of rules.entries()) {
    const part = `${rule.direction}-${at + 1}`;
    placement.put(
      new Ec2TrafficMirrorFilterRule(placement.construct, part, {
        ...placement.common,
        trafficMirrorFilterId: filter.id,
        ruleNumber: at + 1,
        ...ruleArguments(rule),
      }),
      part,
    );
  }
  return filter;
}

/**
 * Copies the packets of a network interface to a monitoring appliance: what is in them, where a flow log says only who
 * sent how much to whom. AWS charges for each mirrored interface by the hour, and mirrored packets count against the
 * bandwidth of the instance.
 *
 * @example new TrafficMirror(this, "mirror", { eniId: server.id, target: { eniId: appliance.id } })
 */
export class TrafficMirror extends Construct {
  /** Where the copies go: this one's own, or the one that is shared. */
  readonly target: Ec2TrafficMirrorTarget;
  /** Which packets: this one's own, or the one that is shared. */
  readonly filter: Ec2TrafficMirrorFilter;
  readonly session: Ec2TrafficMirrorSession;

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: TrafficMirrorProps) {
    checkCompanion(scope, id, props, {
      props: PROPS,
      hint: "at least { eniId, target }",
      check: checkMirror,
    });
    super(scope, id);
    const placement = placementOf(this, TrafficMirror, props);
    const { target, rules, packetLength, virtualNetworkId } = props;
    this.target = target instanceof TrafficMirror ? target.target : makeTarget(placement, target);
    this.filter =
      rules instanceof TrafficMirror
        ? rules.filter
        : makeFilter(placement, rules ?? ALL_TRAFFIC, props.amazonDns === "copy");
    this.session = placement.put(
      new Ec2TrafficMirrorSession(this, "session", {
        ...placement.tagged,
        networkInterfaceId: props.eniId,
        trafficMirrorFilterId: this.filter.id,
        trafficMirrorTargetId: this.target.id,
        sessionNumber: props.sessionNumber ?? 1,
        ...(packetLength === undefined ? {} : { packetLength }),
        ...(virtualNetworkId === undefined ? {} : { virtualNetworkId }),
      }),
    );
  }
}
