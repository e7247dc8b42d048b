import type { TerraformStack } from "cdktf";
import {
  AnalystPolicy,
  FlowLogAlarms,
  FlowLogQueries,
  FlowLogs,
  OperatorPolicy,
  ReachabilityPath,
  record,
  TrafficMirror,
  type FlowLogsProps,
} from "../../modules";

const VPC = "vpc-0123456789abcdef0";
const TOPIC = "arn:aws:sns:eu-west-1:123456789012:network";

const LAYOUTS = ["parquet", "text"].flatMap((format) =>
  [true, false].flatMap((hourly) =>
    [true, false].map((hivePartitions) => ({ format, hourly, hivePartitions }) as const),
  ),
);

/** What stands beside a flow log, by what it is: each makes a stack that must be valid and pass the gate. */
export const COMPANIONS: Readonly<Record<string, (stack: TerraformStack) => void>> = {
  "queries and alarms over AWS's own format": (stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: VPC });
    new FlowLogQueries(stack, "queries", { flowLogs });
    new FlowLogAlarms(stack, "alarms", { flowLogs });
  },
  "queries and alarms over chosen fields, with everything chosen": (stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: VPC, format: record.troubleshooting });
    new FlowLogQueries(stack, "queries", { flowLogs, port: 5432, name: "team/net" });
    new FlowLogAlarms(stack, "alarms", {
      flowLogs,
      rejectedSsh: { atLeast: 3, withinSeconds: 300 },
      silence: { afterSeconds: 600 },
      volume: { gigabytesPerDay: 1 },
      notify: [TOPIC],
      name: "edge",
      tags: { team: "network" },
    });
  },
  "queries and alarms over existing groups": (stack) => {
    const existing = { arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/net/flow" };
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: VPC, logGroup: { existing } });
    new FlowLogQueries(stack, "queries", { flowLogs });
    new FlowLogAlarms(stack, "alarms", { flowLogs, dashboard: "none" });
  },
  "queries over a transit gateway": (stack) => {
    new FlowLogs(stack, "vpc", { vpcId: VPC });
    const flowLogs = new FlowLogs(stack, "flow-logs", { transitGatewayId: "tgw-0123456789abcdef0" });
    new FlowLogQueries(stack, "queries", { flowLogs });
  },
  ...Object.fromEntries(
    LAYOUTS.map((layout) => [
      `tables over ${JSON.stringify(layout)}`,
      (stack: TerraformStack) => {
        const bucket = { ...layout, prefix: "net/flows" };
        const flowLogs = new FlowLogs(stack, "archive", { vpcId: VPC, bucket } as FlowLogsProps);
        const queries = new FlowLogQueries(stack, "queries", {
          flowLogs,
          athena: {
            accounts: ["123456789012"],
            regions: ["eu-west-1"],
            scanLimitGigabytes: 10,
            forceDestroy: true,
          },
        });
        new AnalystPolicy(stack, "analysts", { queries: [queries] });
      },
    ]),
  ),
  "a table with every default": (stack) => {
    const flowLogs = new FlowLogs(stack, "archive", { vpcId: VPC, bucket: {} });
    new FlowLogQueries(stack, "queries", { flowLogs });
  },
  "policies for operators and analysts": (stack) => {
    const { role, logGroup } = new FlowLogs(stack, "flow-logs", { vpcId: VPC });
    new OperatorPolicy(stack, "operators", { roles: [role], scopes: [{ vpcId: VPC }] });
    new OperatorPolicy(stack, "deliverers", { destinations: ["s3", "kinesis-data-firehose"] });
    new AnalystPolicy(stack, "analysts", { logGroups: [logGroup], name: "flow-log-analysts" });
  },
  "analysis tools": (stack) => {
    new FlowLogs(stack, "flow-logs", { vpcId: VPC });
    const ends = { source: "igw-0123456789abcdef0", destination: "i-0123456789abcdef0" };
    new ReachabilityPath(stack, "ssh", { ...ends, destinationPort: 22 });
    new ReachabilityPath(stack, "dns", {
      ...ends,
      protocol: "udp",
      destinationIp: "10.0.0.10",
      analyse: "never",
    });
    const first = new TrafficMirror(stack, "mirror", {
      eniId: "eni-0123456789abcdef0",
      target: { eniId: "eni-0123456789abcdef1" },
      rules: [
        { direction: "ingress", protocol: "tcp", destinationPorts: 22 },
        { direction: "egress", action: "reject", destinationCidr: "10.0.0.0/8" },
      ],
      packetLength: 256,
      virtualNetworkId: 7,
      amazonDns: "copy",
    });
    new TrafficMirror(stack, "second", {
      eniId: "eni-0123456789abcdef2",
      target: first,
      rules: first,
      sessionNumber: 2,
    });
    new TrafficMirror(stack, "appliance", {
      eniId: "eni-0123456789abcdef3",
      target: { gatewayLoadBalancerEndpointId: "vpce-0123456789abcdef0" },
    });
  },
};
