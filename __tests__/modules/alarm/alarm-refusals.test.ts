import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { FlowLogAlarms, FlowLogs, type FlowLogAlarmsProps } from "../../../modules";
import { refusalOf } from "../refusal-of";
import { unsynthesized } from "../synthesize";

test.each<[unknown, string]>([
  [undefined, "props is undefined; give at least { flowLogs }"],
  [{}, "flowLogs is undefined; give the FlowLogs to watch"],
  [{ flowLogs: "vpc-1" }, 'flowLogs is "vpc-1"; give the FlowLogs to watch'],
])("alarms of %j are refused", (props, expected) => {
  expect(refusalOf((stack) => new FlowLogAlarms(stack, "alarms", props as FlowLogAlarmsProps))).toBe(
    expected,
  );
});

test.each<[Record<string, unknown>, string]>([
  [{ rejectedSsh: true }, 'rejectedSsh is true; give "off", or an object such as { atLeast: 10 }'],
  [{ rejectedSsh: { atLeast: 0 } }, "rejectedSsh.atLeast is 0; give a number above 0"],
  [
    { rejectedTraffic: { withinSeconds: 90 } },
    "rejectedTraffic.withinSeconds is 90; use 60, 300, 900, 3600, 21600 or 86400",
  ],
  [
    { rejectedTraffic: { within: 60 } },
    "rejectedTraffic.within is not a prop; there are atLeast, withinSeconds",
  ],
  [{ silence: { afterSeconds: 100 } }, "silence.afterSeconds is 100; give a multiple of 300 up to 86400"],
  [{ volume: { gigabytesPerDay: "10" } }, 'volume.gigabytesPerDay is "10"; give a number above 0'],
  [{ notify: "arn:aws:sns:x" }, 'notify is "arn:aws:sns:x"; give the ARNs of SNS topics'],
  [
    { notify: ["topic"] },
    'notify[0] is "topic"; give an ARN, such as arn:aws:sns:eu-west-1:123456789012:TOPIC',
  ],
  [{ dashboard: true }, 'dashboard is true; use "create" or "none"'],
  [{ name: "a b" }, 'name is "a b"; give 1 to 200 letters, digits, _ and -'],
  [
    { alarm: 1 },
    "alarm is not a prop; there are rejectedSsh, rejectedTraffic, silence, volume, flowLogs, notify, dashboard, name, tags, provider",
  ],
])("alarms with %j are refused", (props, expected) => {
  const refused = refusalOf((stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1" });
    new FlowLogAlarms(stack, "alarms", { flowLogs, ...props });
  });
  expect(refused).toBe(expected);
});

test("a bucket cannot be watched", () => {
  const refused = refusalOf((stack) => {
    const flowLogs = new FlowLogs(stack, "archive", { vpcId: "vpc-1", bucket: {} });
    new FlowLogAlarms(stack, "alarms", { flowLogs });
  });
  expect(refused).toBe(
    "flowLogs does not deliver to CloudWatch Logs, which alone can count records; give one that does",
  );
});

test("nothing is made for alarms that are refused", () => {
  const stack = unsynthesized();
  expect(() => new FlowLogAlarms(stack, "alarms", {} as FlowLogAlarmsProps)).toThrow("flowLogs is undefined");
  expect(stack.node.tryFindChild("alarms")).toBeUndefined();
});

test("a log group of another region than the provider's is refused, and made with its provider it is not", () => {
  const build = (given: "its provider" | "no provider") => (): string =>
    refusalOf((stack) => {
      const provider = new AwsProvider(stack, "us", { region: "us-east-1", alias: "us" });
      const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1", provider });
      new FlowLogAlarms(stack, "alarms", { flowLogs, ...(given === "its provider" && { provider }) });
    });
  expect(build("no provider")()).toBe(
    "provider is the default provider, and the log group is of provider aws.us; give that one",
  );
  expect(build("its provider")).toThrow("the props were accepted");
});
