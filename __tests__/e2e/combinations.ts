import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { FlowLogs, record, type FlowLogsProps } from "../../modules";

interface Given {
  readonly vpc: Vpc;
  readonly subnet: Subnet;
  readonly eni: NetworkInterface;
  readonly other: FlowLogs;
}

type Choice = (given: Given) => Partial<FlowLogsProps>;

const SCOPES: Record<string, Choice> = {
  vpc: ({ vpc }) => ({ vpcId: vpc.id }),
  subnet: ({ subnet }) => ({ subnetId: subnet.id }),
  interface: ({ eni }) => ({ eniId: eni.id }),
};

const LOG_GROUPS: Record<string, Choice> = {
  "default group": () => ({}),
  "new group": () => ({
    logGroup: {
      name: "/net/flow",
      retentionDays: 90,
      logGroupClass: "INFREQUENT_ACCESS",
      kmsKey: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      skipDestroy: true,
    },
  }),
  "group by name": () => ({ logGroup: { existing: { name: "/net/flow" } } }),
  "group by ARN": () => ({
    logGroup: { existing: { arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/net/flow" } },
  }),
  "shared group": ({ other }) => ({ logGroup: other.logGroup }),
};

const ROLES: Record<string, Choice> = {
  "own role": () => ({}),
  "existing role": () => ({ role: { existing: { arn: "arn:aws:iam::123456789012:role/flow-logs" } } }),
  "shared role": ({ other }) => ({ role: other.role }),
};

const CAPTURES: Record<string, Choice> = {
  "default capture": () => ({}),
  "chosen capture": () => ({
    trafficType: "REJECT",
    aggregationSeconds: 600,
    format: record.format(["srcaddr", "dstaddr", "dstport", "pkt-dstaddr", "action", "traffic-path"]),
    tags: { team: "network" },
  }),
};

export interface Combination {
  readonly name: string;
  /** Synthesizes one stack; the folder that holds its cdk.tf.json. */
  synthesize(): string;
}

function stackOf(choices: readonly Choice[]): string {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), "flowgate-synth-")) });
  const stack = new TerraformStack(app, "combination");
  new LocalBackend(stack, { path: "terraform.tfstate" });
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
  const subnet = new Subnet(stack, "subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
  const eni = new NetworkInterface(stack, "eni", { subnetId: subnet.id });
  const given = { vpc, subnet, eni, other: new FlowLogs(stack, "other", { vpcId: vpc.id }) };
  const props = Object.assign({}, ...choices.map((choice) => choice(given))) as FlowLogsProps;
  new FlowLogs(stack, "flow-logs", props);
  app.synth();
  return join(app.outdir, "stacks", "combination");
}

/** Every scope with every log group, role and capture. */
export const COMBINATIONS: readonly Combination[] = Object.entries(SCOPES).flatMap(([scope, onScope]) =>
  Object.entries(LOG_GROUPS).flatMap(([group, inGroup]) =>
    Object.entries(ROLES).flatMap(([role, withRole]) =>
      Object.entries(CAPTURES).map(([capture, how]) => ({
        name: [scope, group, role, capture].join(", "),
        synthesize: () => stackOf([onScope, inGroup, withRole, how]),
      })),
    ),
  ),
);
