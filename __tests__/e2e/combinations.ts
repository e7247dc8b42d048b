import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
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
  readonly gateway: Ec2TransitGateway;
  readonly logs: AwsProvider;
  readonly other: FlowLogs;
  readonly archive: FlowLogs;
}

type Choice = (given: Given) => Partial<FlowLogsProps>;
type Choices = Readonly<Record<string, Choice>>;

const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const STREAM = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/splunk";

const SCOPES: Choices = {
  vpc: ({ vpc }) => ({ vpcId: vpc.id }),
  subnet: ({ subnet }) => ({ subnetId: subnet.id }),
  interface: ({ eni }) => ({ eniId: eni.id }),
};

const GATEWAYS: Choices = {
  "transit gateway": ({ gateway }) => ({ transitGatewayId: gateway.id }),
  attachment: () => ({ transitGatewayAttachmentId: "tgw-attach-0123456789abcdef0" }),
};

const LOG_GROUPS: Choices = {
  "default group": () => ({}),
  "new group": () => ({
    logGroup: {
      name: "/net/flow",
      retentionDays: 90,
      logGroupClass: "INFREQUENT_ACCESS",
      kmsKey: KEY,
      skipDestroy: true,
    },
  }),
  "group with a new key": () => ({ logGroup: { kmsKey: "create" } }),
  "group by name": () => ({ logGroup: { existing: { name: "/net/flow" } } }),
  "group by ARN": () => ({
    logGroup: { existing: { arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/net/flow" } },
  }),
  "shared group": ({ other }) => ({ logGroup: other.logGroup }),
};

const ROLES: Choices = {
  "own role": () => ({}),
  "existing role": () => ({ role: { existing: { arn: "arn:aws:iam::123456789012:role/flow-logs" } } }),
  "shared role": ({ other }) => ({ role: other.role }),
};

const BUCKETS_AND_STREAMS: Choices = {
  "default bucket": () => ({ bucket: {} }),
  "new bucket": () => ({
    bucket: {
      name: "records-of-the-network",
      expireDays: 400,
      transitionDays: 90,
      transitionClass: "GLACIER_IR",
      kmsKey: "create",
      forceDestroy: true,
      preventDestroy: false,
      format: "text",
      hourly: false,
      hivePartitions: true,
      prefix: "network/flow-logs",
      accounts: ["111122223333"],
      aclCondition: false,
    },
  }),
  "bucket of an organization": () => ({
    bucket: { organizationId: "o-a1b2c3d4e5", kmsKey: "create", preventDestroy: true },
  }),
  "bucket by name": () => ({ bucket: { existing: { name: "records-of-the-network" }, prefix: "net" } }),
  "bucket by ARN": () => ({ bucket: { existing: { arn: "arn:aws:s3:::records-of-the-network" } } }),
  "shared bucket": ({ archive }) => ({ bucket: archive.bucket }),
  "default stream": () => ({ deliveryStream: {} }),
  "new stream": () => ({
    deliveryStream: { name: "network", bufferSeconds: 60, bucket: { expireDays: 30, kmsKey: "create" } },
  }),
  "stream in another account": ({ logs }) => ({ deliveryStream: { provider: logs } }),
  "stream by ARN": () => ({ deliveryStream: { existing: { arn: STREAM } } }),
  "stream of another account by ARN": () => ({
    deliveryStream: {
      existing: {
        arn: STREAM,
        crossAccountRole: "arn:aws:iam::123456789012:role/AWSLogDeliveryFirehoseCrossAccountRole",
      },
    },
  }),
};

const CAPTURES: Choices = {
  "default capture": () => ({}),
  "chosen capture": () => ({
    trafficType: "REJECT",
    aggregationSeconds: 600,
    format: record.security,
    tags: { team: "network" },
  }),
};

const GATEWAY_CAPTURES: Choices = {
  "default capture": () => ({}),
  "chosen capture": () => ({
    aggregationSeconds: 60,
    format: record.transitGateway,
    tags: { team: "network" },
  }),
};

/** Props for one flow log. */
export interface Combination {
  /** What was chosen; the id of its construct, which Terraform's complaints name. */
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** One stack with these flow logs; the folder that holds its cdk.tf.json. */
export function synthesize(combinations: readonly Combination[]): string {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), "flowgate-synth-")) });
  const stack = new TerraformStack(app, "combinations");
  new LocalBackend(stack, { path: "terraform.tfstate" });
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  const logs = new AwsProvider(stack, "aws-logs", { region: "eu-west-1", alias: "logs" });
  const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
  const subnet = new Subnet(stack, "subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
  const eni = new NetworkInterface(stack, "eni", { subnetId: subnet.id });
  const gateway = new Ec2TransitGateway(stack, "gateway", {});
  const other = new FlowLogs(stack, "other", { vpcId: vpc.id });
  const archive = new FlowLogs(stack, "archive", { vpcId: vpc.id, bucket: {} });
  const given = { vpc, subnet, eni, gateway, logs, other, archive };
  for (const { name, choices } of combinations) {
    const props = Object.assign({}, ...choices.map((choice) => choice(given))) as FlowLogsProps;
    new FlowLogs(stack, name, props).verification.addOutputs();
  }
  app.synth();
  return join(app.outdir, "stacks", "combinations");
}

/** Each of the first with each of the second, and so on. */
function combine(...dimensions: readonly Choices[]): Combination[] {
  const all = dimensions.reduce<[string, Choice][][]>(
    (before, choices) => before.flatMap((one) => Object.entries(choices).map((choice) => [...one, choice])),
    [[]],
  );
  return all.map((chosen) => ({
    name: chosen.map(([name]) => name).join(", "),
    choices: chosen.map(([, choice]) => choice),
  }));
}

/** One scope of a kind, for what does not depend on it. */
function first(choices: Choices): Choices {
  return Object.fromEntries(Object.entries(choices).slice(0, 1));
}

/** Every scope with every destination; every destination with every capture of a VPC and of a transit gateway. */
export const COMBINATIONS: readonly Combination[] = [
  ...combine(SCOPES, LOG_GROUPS, ROLES, CAPTURES),
  ...combine(first(SCOPES), BUCKETS_AND_STREAMS, CAPTURES),
  ...combine(GATEWAYS, first(LOG_GROUPS), GATEWAY_CAPTURES),
  ...combine(first(GATEWAYS), BUCKETS_AND_STREAMS, first(GATEWAY_CAPTURES)),
];
