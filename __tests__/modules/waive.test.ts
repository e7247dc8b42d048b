import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { TerraformResource } from "cdktf";
import { FlowLogs, InvalidPropsError, waive, type Waiver } from "../../modules";
import { synthesize, unsynthesized, type Arguments } from "./synthesize";

const WAIVER: Waiver = { rule: "retention-too-short", reason: "a test VPC (NET-12)", until: "2027-03-31" };

/** The `"//"` block of the only resource of a type. */
function notes(type: string, build: Parameters<typeof synthesize>[0]): Arguments {
  const [resource] = Object.values(synthesize(build).resource[type] ?? {});
  return resource?.["//"] as Arguments;
}

test("a waiver stands in the resource, beside CDKTF's metadata and the line that made it", () => {
  const block = notes("aws_cloudwatch_log_group", (stack) => {
    const { logGroup } = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1" });
    waive(logGroup.resource as TerraformResource, WAIVER);
  });
  expect(block).toEqual({
    metadata: { path: "network/flow-logs/log-group", uniqueId: "flow-logs_011A679B" },
    flowgate: {
      location: { path: "__tests__/modules/waive.test.ts", line: expect.any(Number) as number },
      waive: [WAIVER],
    },
  });
});

test("a FlowLogs stands for its flow log, and may have several", () => {
  const second = {
    rule: "capture-partial",
    cause: "traffic-type",
    reason: "rejects only",
    until: "2027-01-01",
  };
  const block = notes("aws_flow_log", (stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1" });
    waive(flowLogs, WAIVER);
    waive(flowLogs, second);
  });
  expect(block).toMatchObject({ flowgate: { waive: [WAIVER, second] } });
});

test("a resource that flowgate did not make may be excused too, with the user's own overrides kept", () => {
  const block = notes("aws_cloudwatch_log_group", (stack) => {
    const group = new CloudwatchLogGroup(stack, "group", { retentionInDays: 7 });
    waive(group, WAIVER);
    group.addOverride("//.flowgate.note", "kept");
  });
  expect(block).toMatchObject({ flowgate: { waive: [WAIVER], note: "kept" } });
});

describe("a waiver that nobody could read is refused", () => {
  test.each<[unknown, string]>([
    [undefined, "waiver is undefined; give { rule, reason, until }"],
    [{ ...WAIVER, rule: "" }, "rule is empty; give the id of a rule, such as retention-too-short"],
    [
      { ...WAIVER, rule: "RetentionTooShort" },
      'rule is "RetentionTooShort"; give the id of a rule, such as retention-too-short',
    ],
    [{ ...WAIVER, cause: 7 }, "cause is 7; give a cause of the rule, such as other-log-group"],
    [{ ...WAIVER, reason: undefined }, "reason is undefined; give who decided it, and why"],
    [{ ...WAIVER, reason: " " }, "reason is blank; give who decided it, and why"],
    [{ ...WAIVER, until: "31.3.2027" }, 'until is "31.3.2027"; give a day that exists, such as 2027-03-31'],
    [{ ...WAIVER, until: "2027-02-30" }, 'until is "2027-02-30"; give a day that exists, such as 2027-03-31'],
    [{ ...WAIVER, until: undefined }, "until is undefined; give a day, such as 2027-03-31"],
    [{ ...WAIVER, untill: "2027-03-31" }, "untill is not a prop; use until"],
  ])("%j", (waiver, expected) => {
    const flowLogs = new FlowLogs(unsynthesized(), "flow-logs", { vpcId: "vpc-1" });
    expect(() => {
      waive(flowLogs, waiver as Waiver);
    }).toThrow(`waive network/flow-logs/flow-log: ${expected}`);
  });

  test.each([undefined, "network/flow-logs", {}])("for %j, which is no resource", (construct) => {
    expect(() => {
      waive(construct as unknown as FlowLogs, WAIVER);
    }).toThrow(InvalidPropsError);
  });
});
