import type { Ec2TrafficMirrorFilterRuleConfig } from "@cdktf/provider-aws/lib/ec2-traffic-mirror-filter-rule";
import { checkList } from "../refusal/list";
import { shown, type Loose, type Problems } from "../refusal/problems";
import { checkCidr, checkPort, checkWhole } from "./check-network";

/** One port, or the ports of a range. */
export type Ports = number | { readonly from: number; readonly to: number };

/** Which packets are copied, or left out. Rules are tried in their order; a packet that meets none is left out. */
export interface MirrorRule {
  /** Seen from the network interface. */
  readonly direction: "ingress" | "egress";
  /** @default "accept": the packet is copied */
  readonly action?: "accept" | "reject";
  /** A name, or an IANA protocol number. @default every protocol */
  readonly protocol?: "tcp" | "udp" | "icmp" | number;
  /** @default "0.0.0.0/0" */
  readonly sourceCidr?: string;
  /** @default "0.0.0.0/0" */
  readonly destinationCidr?: string;
  /** Of TCP and UDP alone. @default every port */
  readonly sourcePorts?: Ports;
  /** Of TCP and UDP alone. @default every port */
  readonly destinationPorts?: Ports;
}

const PROTOCOLS = { icmp: 1, tcp: 6, udp: 17 } as const;
const PROPS = [
  "direction",
  "action",
  "protocol",
  "sourceCidr",
  "destinationCidr",
  "sourcePorts",
  "destinationPorts",
];

/** Every IPv4 packet, in both directions. */
export const ALL_TRAFFIC: readonly MirrorRule[] = [{ direction: "ingress" }, { direction: "egress" }];

function numberOf(protocol: unknown): unknown {
  return typeof protocol === "string" && Object.hasOwn(PROTOCOLS, protocol)
    ? PROTOCOLS[protocol as keyof typeof PROTOCOLS]
    : protocol;
}

function checkPorts(prop: string, ports: unknown, problems: Problems): void {
  if (typeof ports !== "object" || ports === null) {
    checkPort(prop, ports, problems);
    return;
  }
  const { from, to } = ports as Loose;
  problems.onlyKeys(`${prop}.`, ports as Loose, ["from", "to"]);
  checkPort(`${prop}.from`, from ?? null, problems);
  checkPort(`${prop}.to`, to ?? null, problems);
  if (typeof from === "number" && typeof to === "number" && from > to)
    problems.add(prop, `go from ${from} to ${to}; give the lower port first`);
}

function checkRule(prop: string, value: unknown, problems: Problems): void {
  const rule = problems.object(prop, value, 'an object such as { direction: "ingress" }');
  if (rule === undefined) return;
  problems.onlyKeys(`${prop}.`, rule, PROPS);
  problems.oneOf(`${prop}.direction`, rule["direction"] ?? null, ["ingress", "egress"]);
  problems.oneOf(`${prop}.action`, rule["action"], ["accept", "reject"]);
  const protocol = numberOf(rule["protocol"]);
  if (typeof protocol === "string") problems.oneOf(`${prop}.protocol`, protocol, Object.keys(PROTOCOLS));
  else checkWhole(`${prop}.protocol`, protocol, 0, 255, problems);
  checkCidr(`${prop}.sourceCidr`, rule["sourceCidr"], problems);
  checkCidr(`${prop}.destinationCidr`, rule["destinationCidr"], problems);
  for (const name of ["sourcePorts", "destinationPorts"]) {
    if (rule[name] === undefined) continue;
    checkPorts(`${prop}.${name}`, rule[name], problems);
    if (protocol !== PROTOCOLS.tcp && protocol !== PROTOCOLS.udp)
      problems.add(
        `${prop}.${name}`,
        `is given for protocol ${shown(rule["protocol"])}; ports are of "tcp" or "udp"`,
      );
  }
}

/** Rules that EC2 takes, where any are given. */
export function checkRules(rules: unknown, problems: Problems): void {
  checkList(
    "rules",
    rules,
    'a list such as [{ direction: "ingress" }], or another TrafficMirror',
    problems,
    (at, rule) => {
      checkRule(at, rule, problems);
    },
  );
}

function range(ports: Ports): { fromPort: number; toPort: number } {
  return typeof ports === "number"
    ? { fromPort: ports, toPort: ports }
    : { fromPort: ports.from, toPort: ports.to };
}

/** Arguments of aws_ec2_traffic_mirror_filter_rule. */
export function ruleArguments(
  rule: MirrorRule,
): Omit<Ec2TrafficMirrorFilterRuleConfig, "trafficMirrorFilterId" | "ruleNumber"> {
  const { direction, action = "accept", protocol, sourcePorts, destinationPorts } = rule;
  return {
    trafficDirection: direction,
    ruleAction: action,
    sourceCidrBlock: rule.sourceCidr ?? "0.0.0.0/0",
    destinationCidrBlock: rule.destinationCidr ?? "0.0.0.0/0",
    ...(protocol === undefined ? {} : { protocol: numberOf(protocol) as number }),
    ...(sourcePorts === undefined ? {} : { sourcePortRange: range(sourcePorts) }),
    ...(destinationPorts === undefined ? {} : { destinationPortRange: range(destinationPorts) }),
  };
}
