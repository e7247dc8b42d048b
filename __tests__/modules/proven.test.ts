import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { TerraformStack } from "cdktf";
import fc from "fast-check";
import { check } from "../../gate";
import { FlowLogs, InvalidPropsError, type FlowLogsProps } from "../../modules";
import { capture, logGroup } from "./arbitrary-props";
import { synthesize } from "./synthesize";

/** One of several flow logs in a stack. */
const one = fc.record({
  on: fc.constantFrom("vpc", "subnet", "interface"),
  capture,
  logGroup: fc.option(logGroup, { nil: undefined }),
  /** Which of those made before shares its log group or its role, if any. */
  groupOf: fc.option(fc.nat(3), { nil: undefined, freq: 1 }),
  roleOf: fc.option(fc.nat(3), { nil: undefined }),
});
type One = typeof one extends fc.Arbitrary<infer T> ? T : never;

/** A new VPC, subnet or interface. An interface's VPC has a flow log of its own, or it would not be covered. */
function scopeOf(stack: TerraformStack, on: One["on"], at: number) {
  const vpc = new Vpc(stack, `vpc-${at}`, { cidrBlock: `10.${at}.0.0/16` });
  if (on === "vpc") return { vpcId: vpc.id };
  const subnet = new Subnet(stack, `subnet-${at}`, { vpcId: vpc.id, cidrBlock: `10.${at}.0.0/24` });
  if (on === "subnet") return { subnetId: subnet.id };
  new FlowLogs(stack, `vpc-of-interface-${at}`, { vpcId: vpc.id });
  return { eniId: new NetworkInterface(stack, `interface-${at}`, { subnetId: subnet.id }).id };
}

function build(stack: TerraformStack, wishes: readonly One[]): void {
  const made: FlowLogs[] = [];
  wishes.forEach(({ on, capture: recorded, logGroup: options, groupOf, roleOf }, at) => {
    const name = options?.name === undefined ? {} : { name: `${at}${options.name}`.slice(0, 512) };
    const group = made[groupOf ?? -1]?.logGroup ?? (options && { ...options, ...name });
    const role = made[roleOf ?? -1]?.role;
    const props: FlowLogsProps = {
      ...scopeOf(stack, on, at),
      ...recorded,
      ...(group && { logGroup: group }),
      ...(role && { role }),
    };
    made.push(new FlowLogs(stack, `flow-logs-${at}`, props));
  });
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
      const days = wishes.map(({ logGroup: options }) => options?.retentionDays ?? 365);
      const report = check([{ path: "cdk.tf.json", text: JSON.stringify(synthesized) }], {
        strict: true,
        failOn: "warning",
        settings: {
          retention: { minimumDays: Math.min(365, ...days) },
          capture: { trafficTypes: ["ALL", "ACCEPT", "REJECT"] },
        },
      });
      expect(report).toMatchObject({ verdict: "pass", findings: [], errors: [] });
      expect(report.judged.flowLogs).toBeGreaterThanOrEqual(wishes.length);
      expect(
        report.flowLogs.every(
          ({ verdict, role, destination, policies }) =>
            verdict === "pass" && role && destination && policies.length > 0,
        ),
      ).toBe(true);
      proven++;
    }),
    { numRuns: 100 },
  );
  expect(proven).toBeGreaterThan(50);
}, 60_000);
