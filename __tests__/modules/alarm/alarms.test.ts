import {
  FlowLogAlarms,
  FlowLogs,
  record,
  type FlowLogAlarmsProps,
  type FlowLogsProps,
} from "../../../modules";
import { defaultAlarmName } from "../../../modules/alarm/alarm-name";
import { refusalOf } from "../refusal-of";
import { names, only, synthesize, without, type Arguments, type Synthesized } from "../synthesize";

interface Made {
  readonly synthesized: Synthesized;
  readonly alarms: FlowLogAlarms;
}

function made(props: Omit<FlowLogAlarmsProps, "flowLogs"> = {}, of: Partial<FlowLogsProps> = {}): Made {
  let alarms: FlowLogAlarms | undefined;
  const synthesized = synthesize((stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-0a1b", ...of } as FlowLogsProps);
    alarms = new FlowLogAlarms(stack, "alarms", { flowLogs, ...props });
  });
  if (alarms === undefined) throw new Error("no alarms were made");
  return { synthesized, alarms };
}

/** Alarms or filters by the end of their Terraform name. */
function byPart(synthesized: Synthesized, type: string): Record<string, Arguments> {
  return Object.fromEntries(
    Object.entries(synthesized.resource[type] ?? {}).map(([name, args]) => [
      name.slice(name.lastIndexOf("_") + 1),
      without(args, "//"),
    ]),
  );
}

const GROUP = "${aws_cloudwatch_log_group.flow-logs_011A679B.name}";

describe("what is watched by default", () => {
  const { synthesized, alarms } = made();
  const alarm = byPart(synthesized, "aws_cloudwatch_metric_alarm");
  const filter = byPart(synthesized, "aws_cloudwatch_log_metric_filter");

  test("ten SSH connections that are refused within an hour: AWS's documented alarm, pattern and all", () => {
    expect(filter["rejectedSsh"]).toEqual({
      name: "network-alarms-RejectedSsh",
      log_group_name: GROUP,
      pattern:
        '[version, accountId, interfaceId, srcAddr, dstAddr, srcPort, dstPort="22", protocol="6", packets, bytes, startTime, endTime, action="REJECT", logStatus]',
      metric_transformation: {
        namespace: "VpcFlowLogs/network-alarms",
        name: "RejectedSsh",
        value: "1",
        default_value: "0",
      },
    });
    expect(alarm["rejectedSsh"]).toEqual({
      alarm_name: "network-alarms-rejectedSsh",
      alarm_description: "VPC Flow Logs: SSH connections are refused",
      namespace: "VpcFlowLogs/network-alarms",
      metric_name: "RejectedSsh",
      statistic: "Sum",
      comparison_operator: "GreaterThanOrEqualToThreshold",
      threshold: 10,
      period: 3600,
      evaluation_periods: 1,
      treat_missing_data: "notBreaching",
    });
  });

  test("a thousand records of refused traffic within five minutes", () => {
    expect(alarm["rejectedTraffic"]).toMatchObject({
      metric_name: "RejectedRecords",
      threshold: 1000,
      period: 300,
    });
    expect(filter["rejectedTraffic"]?.["pattern"]).toMatch(/, dstPort, .*action="REJECT", logStatus\]$/);
  });

  test("half an hour without a record: CloudWatch has no data then, so that missing data must alarm", () => {
    expect(alarm["silence"]).toMatchObject({
      namespace: "AWS/Logs",
      metric_name: "IncomingLogEvents",
      dimensions: { LogGroupName: GROUP },
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      period: 300,
      evaluation_periods: 6,
      treat_missing_data: "breaching",
    });
  });

  test("more than 10 GB within a day", () => {
    expect(alarm["volume"]).toMatchObject({
      metric_name: "IncomingBytes",
      dimensions: { LogGroupName: GROUP },
      threshold: 10 * 2 ** 30,
      period: 86400,
      treat_missing_data: "notBreaching",
    });
  });

  test("and the dashboard shows the state of each alarm, and a graph of each with its threshold", () => {
    const dashboard = only(synthesized, "aws_cloudwatch_dashboard");
    expect(dashboard["dashboard_name"]).toBe("network-alarms");
    const { widgets } = JSON.parse(String(dashboard["dashboard_body"])) as {
      widgets: Record<string, unknown>[];
    };
    expect(widgets.map(({ type }) => type)).toEqual(["alarm", "metric", "metric", "metric", "metric"]);
    expect(widgets[0]).toMatchObject({
      properties: {
        alarms: names(synthesized, "aws_cloudwatch_metric_alarm").map(
          (name) => `\${aws_cloudwatch_metric_alarm.${name}.arn}`,
        ),
      },
    });
    expect(widgets[3]).toMatchObject({
      properties: {
        metrics: [["AWS/Logs", "IncomingLogEvents", "LogGroupName", GROUP]],
        annotations: { horizontal: [{ value: 1 }] },
        region: "${data.aws_region.flowgate.id}",
      },
    });
    expect(alarms.omitted).toEqual([]);
  });
});

test("topics learn of each alarm and of its end", () => {
  const topic = "arn:aws:sns:eu-west-1:123456789012:network";
  const { synthesized } = made({ notify: [topic], tags: { team: "network" } });
  for (const alarm of Object.values(byPart(synthesized, "aws_cloudwatch_metric_alarm")))
    expect(alarm).toMatchObject({ alarm_actions: [topic], ok_actions: [topic], tags: { team: "network" } });
});

test("numbers, periods and names are the caller's, and what is off is not made", () => {
  const { synthesized, alarms } = made({
    rejectedSsh: { atLeast: 3, withinSeconds: 300 },
    rejectedTraffic: "off",
    silence: { afterSeconds: 600 },
    volume: { gigabytesPerDay: 0.5 },
    dashboard: "none",
    name: "edge",
  });
  const alarm = byPart(synthesized, "aws_cloudwatch_metric_alarm");
  expect(Object.keys(alarm).sort()).toEqual(["rejectedSsh", "silence", "volume"]);
  expect(alarm["rejectedSsh"]).toMatchObject({ alarm_name: "edge-rejectedSsh", threshold: 3, period: 300 });
  expect(alarm["silence"]).toMatchObject({ evaluation_periods: 2 });
  expect(alarm["volume"]).toMatchObject({ threshold: 2 ** 29 });
  expect(names(synthesized, "aws_cloudwatch_dashboard")).toEqual([]);
  expect(Object.keys(alarms.alarms)).toEqual(["rejectedSsh", "silence", "volume"]);
});

test("the pattern counts by position, in the format of the flow log", () => {
  const { synthesized } = made({}, { format: record.format(["action", "dstport", "protocol"]) });
  const filter = byPart(synthesized, "aws_cloudwatch_log_metric_filter");
  expect(filter["rejectedSsh"]?.["pattern"]).toBe('[action="REJECT", dstPort="22", protocol="6"]');
});

describe("an alarm that the records cannot give is left out, with the reason", () => {
  test.each<[string, Partial<FlowLogsProps>, string]>([
    [
      "fields are missing",
      { format: record.format(["srcaddr", "action"]) },
      "dstport, protocol are not captured; add to the format",
    ],
    [
      "rejects are not recorded",
      { trafficType: "ACCEPT" },
      'trafficType is "ACCEPT", so that no reject is recorded; use "ALL"',
    ],
    [
      "the class has no metric filters",
      { logGroup: { logGroupClass: "INFREQUENT_ACCESS" } },
      'the log group is of class "INFREQUENT_ACCESS", which has no metric filters; make it "STANDARD"',
    ],
  ])("%s", (_, of, reason) => {
    const { alarms, synthesized } = made({}, of);
    expect(alarms.omitted).toContainEqual({ alarm: "rejectedSsh", reason });
    expect(Object.keys(byPart(synthesized, "aws_cloudwatch_metric_alarm"))).toEqual(
      expect.arrayContaining(["silence", "volume"]),
    );
    expect(Object.keys(byPart(synthesized, "aws_cloudwatch_metric_alarm"))).not.toContain("rejectedSsh");
  });

  test("and refused where it is asked for", () => {
    const refused = refusalOf((stack) => {
      const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1", trafficType: "ACCEPT" });
      new FlowLogAlarms(stack, "alarms", { flowLogs, rejectedSsh: { atLeast: 1 } });
    });
    expect(refused).toBe(
      'rejectedSsh is asked for, and trafficType is "ACCEPT", so that no reject is recorded; use "ALL"',
    );
  });
});

test.each([
  ["network/alarms", "network-alarms"],
  ["network/vpc a/alarms", "network-vpc-a-alarms-b499a118"],
])("an upgrade keeps the names of the alarms of %s", (path, expected) => {
  expect(defaultAlarmName(path)).toBe(expected);
});
