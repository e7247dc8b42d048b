import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import fc from "fast-check";
import { check } from "../../gate";
import { FlowLogs, InvalidPropsError, type FlowLogsProps } from "../../modules";
import { bucket, capture, deliveryStream, gatewayCapture, logGroup } from "./arbitrary-props";
import { synthesize } from "./synthesize";

const where = fc.oneof(
  { weight: 4, arbitrary: fc.option(logGroup, { nil: undefined }).map((group) => ({ logGroup: group })) },
  { weight: 2, arbitrary: bucket.map((options) => ({ bucket: options })) },
  { weight: 1, arbitrary: deliveryStream.map((options) => ({ deliveryStream: options })) },
);

/** One of several flow logs in a stack. */
const one = fc.record({
  on: fc.constantFrom("vpc", "subnet", "interface", "gateway"),
  capture,
  gatewayCapture,
  where,
  /** Which of those made before shares its destination or its role, if any. */
  destinationOf: fc.option(fc.nat(3), { nil: undefined, freq: 1 }),
  roleOf: fc.option(fc.nat(3), { nil: undefined }),
});
type One = typeof one extends fc.Arbitrary<infer T> ? T : never;
type Where = Partial<Pick<FlowLogsProps, "logGroup" | "bucket" | "deliveryStream">>;

/** Something new to watch. An interface's VPC has a flow log of its own, or it would not be covered. */
function scopeOf(stack: TerraformStack, on: One["on"], at: number): object {
  if (on === "gateway") return { transitGatewayId: new Ec2TransitGateway(stack, `gateway-${at}`, {}).id };
  const vpc = new Vpc(stack, `vpc-${at}`, { cidrBlock: `10.${at}.0.0/16` });
  if (on === "vpc") return { vpcId: vpc.id };
  const subnet = new Subnet(stack, `subnet-${at}`, { vpcId: vpc.id, cidrBlock: `10.${at}.0.0/24` });
  if (on === "subnet") return { subnetId: subnet.id };
  new FlowLogs(stack, `vpc-of-interface-${at}`, { vpcId: vpc.id });
  return { eniId: new NetworkInterface(stack, `interface-${at}`, { subnetId: subnet.id }).id };
}

/** The destination of one that was made before. */
function shared(made: FlowLogs | undefined): Where | undefined {
  if (made === undefined) return undefined;
  if (made.destinationType === "s3") return { bucket: made.bucket };
  if (made.destinationType === "cloud-watch-logs") return { logGroup: made.logGroup };
  return { deliveryStream: made.deliveryStream };
}

function build(stack: TerraformStack, wishes: readonly One[]): void {
  const made: FlowLogs[] = [];
  wishes.forEach((wish, at) => {
    const { logGroup: group, ...other } = wish.where as { logGroup?: { name?: string } };
    const name = group?.name === undefined ? {} : { name: `${at}${group.name}`.slice(0, 512) };
    const fresh = group === undefined ? other : { logGroup: { ...group, ...name } };
    const to = shared(made[wish.destinationOf ?? -1]) ?? fresh;
    const before = made[wish.roleOf ?? -1];
    const takesRole = !("bucket" in to) && !("deliveryStream" in to);
    const role = takesRole && before?.destinationType === "cloud-watch-logs" ? { role: before.role } : {};
    const recorded = wish.on === "gateway" ? wish.gatewayCapture : wish.capture;
    const props = { ...scopeOf(stack, wish.on, at), ...recorded, ...to, ...role } as FlowLogsProps;
    made.push(new FlowLogs(stack, `flow-logs-${at}`, props));
  });
}

interface Kept {
  readonly retentionDays?: number;
  readonly expireDays?: number;
}

/** The shortest time that any of the wishes keeps records. */
function shortest(wishes: readonly One[]): number {
  const days = wishes.flatMap(({ where: to }) => {
    const {
      logGroup: group,
      bucket: own,
      deliveryStream: stream,
    } = to as {
      logGroup?: Kept;
      bucket?: Kept;
      deliveryStream?: { bucket?: Kept };
    };
    return [group?.retentionDays, own?.expireDays, stream?.bucket?.expireDays];
  });
  return Math.min(365, ...days.filter((one) => one !== undefined));
}

test("whatever FlowLogs accepts is proven to deliver, under settings that allow what was asked for", () => {
  let proven = 0;
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (wishes) => {
      let synthesized: object;
      try {
        synthesized = synthesize((stack) => {
          build(stack, wishes);
        });
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidPropsError);
        return;
      }
      const report = check([{ path: "cdk.tf.json", text: JSON.stringify(synthesized) }], {
        strict: true,
        failOn: "warning",
        settings: {
          retention: { minimumDays: shortest(wishes) },
          capture: { trafficTypes: ["ALL", "ACCEPT", "REJECT"] },
        },
      });
      expect(report).toMatchObject({ verdict: "pass", findings: [], errors: [] });
      expect(report.judged.flowLogs).toBeGreaterThanOrEqual(wishes.length);
      expect(report.flowLogs.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
      const pathless = report.flowLogs.filter(
        ({ role, destination, policies }) => role && !(destination && policies.length > 0),
      );
      expect(pathless).toEqual([]);
      proven++;
    }),
    { numRuns: 100 },
  );
  expect(proven).toBeGreaterThan(50);
}, 60_000);
