import { Ec2NetworkInsightsAnalysis } from "@cdktf/provider-aws/lib/ec2-network-insights-analysis";
import { Ec2NetworkInsightsPath } from "@cdktf/provider-aws/lib/ec2-network-insights-path";
import { Construct } from "constructs";
import { checkCompanion, placementOf, type CompanionProps } from "../companion";
import { isDeferred, shown, type Loose, type Problems } from "../refusal/problems";
import { checkIp, checkPort } from "./check-network";

const PROTOCOLS = ["tcp", "udp"] as const;
const WHEN = ["once", "never"] as const;

/** From where to where, and whether that is looked at. */
export interface ReachabilityPathProps extends CompanionProps {
  /**
   * Id or ARN of where a packet begins: an instance, network interface, internet gateway, VPC endpoint, peering
   * connection, VPN gateway or transit gateway.
   */
  readonly source: string;
  /** Id or ARN of where it should arrive. @default not said: then `destinationIp` says it */
  readonly destination?: string;
  /** @default "tcp" */
  readonly protocol?: (typeof PROTOCOLS)[number];
  /** 1 to 65535. @default any */
  readonly destinationPort?: number;
  /** IPv4 address of the sender. @default any */
  readonly sourceIp?: string;
  /** IPv4 address of the receiver. @default any of `destination` */
  readonly destinationIp?: string;
  /**
   * `"once"` analyses when Terraform applies, which AWS charges for, and waits for the answer; it looks again only when
   * the path changes or the analysis is replaced. `"never"` makes the path alone.
   * @default "once"
   */
  readonly analyse?: (typeof WHEN)[number];
  /** ARNs that the path must go through, to look at that way alone. @default every way */
  readonly through?: readonly string[];
}

const PROPS = [
  "source",
  "destination",
  "protocol",
  "destinationPort",
  "sourceIp",
  "destinationIp",
  "analyse",
  "through",
];

/** https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html */
const END = /^(i|eni|igw|vpce|vpce-svc|pcx|vgw|tgw|tgw-attach)-[0-9A-Za-z]+$|^arn:[a-z-]+:[a-z0-9]+:\S+$/;
const GIVE_END =
  "the id or ARN of an instance, network interface, internet gateway, VPC endpoint, peering connection, VPN gateway or transit gateway, such as igw-0123456789abcdef0";

function checkPath(props: Loose, problems: Problems): void {
  problems.matching("source", props["source"], END, GIVE_END);
  const { destination, destinationIp, through, analyse } = props;
  if (destination !== undefined) problems.matching("destination", destination, END, GIVE_END);
  else if (destinationIp === undefined) problems.add("destination", "is missing; give it, or destinationIp");
  problems.oneOf("protocol", props["protocol"], PROTOCOLS);
  problems.oneOf("analyse", analyse, WHEN);
  checkPort("destinationPort", props["destinationPort"], problems);
  checkIp("sourceIp", props["sourceIp"], problems);
  checkIp("destinationIp", destinationIp, problems);
  if (through === undefined) return;
  if (!Array.isArray(through)) problems.add("through", `is ${shown(through)}; give a list of ARNs`);
  else if (analyse === "never")
    problems.add(
      "through",
      'is given and analyse is "never"; it narrows an analysis, so leave one of them out',
    );
  else
    through.forEach((arn: unknown, at) => {
      if (!isDeferred(arn)) problems.matching(`through[${at}]`, arn, /^arn:/, "an ARN");
    });
}

/**
 * Asks Reachability Analyzer whether a packet can get from one thing to another, and if not, what stops it: without
 * sending one. The answer to "I cannot reach my instance through SSH", where flow logs show nothing at all.
 *
 * @example
 * new ReachabilityPath(this, "ssh", { source: gateway.id, destination: instance.id, destinationPort: 22 })
 */
export class ReachabilityPath extends Construct {
  /** The real thing, for overrides and attributes. */
  readonly path: Ec2NetworkInsightsPath;
  /** Undefined where `analyse` is `"never"`. */
  readonly analysis: Ec2NetworkInsightsAnalysis | undefined;

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: ReachabilityPathProps) {
    checkCompanion(scope, id, props, {
      props: PROPS,
      hint: "at least { source, destination }",
      check: checkPath,
    });
    super(scope, id);
    const placement = placementOf(this, ReachabilityPath, props);
    const { source, destination, destinationPort, sourceIp, destinationIp, through } = props;
    this.path = placement.put(
      new Ec2NetworkInsightsPath(this, "path", {
        ...placement.tagged,
        source,
        protocol: props.protocol ?? "tcp",
        ...(destination === undefined ? {} : { destination }),
        ...(destinationPort === undefined ? {} : { destinationPort }),
        ...(sourceIp === undefined ? {} : { sourceIp }),
        ...(destinationIp === undefined ? {} : { destinationIp }),
      }),
    );
    if (props.analyse === "never") return;
    this.analysis = placement.put(
      new Ec2NetworkInsightsAnalysis(this, "analysis", {
        ...placement.tagged,
        networkInsightsPathId: this.path.id,
        waitForCompletion: true,
        ...(through === undefined ? {} : { filterInArns: [...through] }),
      }),
    );
  }
}
