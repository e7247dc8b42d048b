import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";

const WIDTH = 12;
const HEIGHT = 6;

/** A graph of what an alarm watches, with its threshold as a line. */
function graph(region: string, alarm: CloudwatchMetricAlarm, at: number): unknown {
  const dimensions = Object.entries(alarm.dimensionsInput ?? {}).flat();
  return {
    type: "metric",
    x: (at % 2) * WIDTH,
    y: 2 + Math.floor(at / 2) * HEIGHT,
    width: WIDTH,
    height: HEIGHT,
    properties: {
      title: alarm.alarmDescriptionInput,
      region,
      view: "timeSeries",
      stat: "Sum",
      period: alarm.periodInput,
      metrics: [[alarm.namespaceInput, alarm.metricNameInput, ...dimensions]],
      annotations: { horizontal: [{ label: "alarm", value: alarm.thresholdInput }] },
    },
  };
}

/**
 * The dashboard: the state of every alarm above a graph of what each watches.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function dashboardBody(region: string, alarms: readonly CloudwatchMetricAlarm[]): string {
  const states = {
    type: "alarm",
    x: 0,
    y: 0,
    width: 2 * WIDTH,
    height: 2,
    properties: { title: "VPC Flow Logs", alarms: alarms.map(({ arn }) => arn) },
  };
  return JSON.stringify({ widgets: [states, ...alarms.map((alarm, at) => graph(region, alarm, at))] });
}
