import type { CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { FlowLogAlarmsProps } from "./alarm-props";
import type { SignalName } from "./signals";

/** From when on an alarm is one. */
export type Threshold = Pick<
  CloudwatchMetricAlarmConfig,
  "comparisonOperator" | "threshold" | "period" | "evaluationPeriods" | "treatMissingData"
>;

function atLeast(threshold: number, period: number): Threshold {
  return {
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold,
    period,
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
  };
}

const STEP = 300;

/** CloudWatch Logs has no data where nothing arrives, which is the very thing to be told of: missing is breaching. */
function silentFor(seconds: number): Threshold {
  return {
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    period: STEP,
    evaluationPeriods: seconds / STEP,
    treatMissingData: "breaching",
  };
}

type Given<S extends SignalName> = Exclude<FlowLogAlarmsProps[S], "off" | undefined>;

const THRESHOLDS: { readonly [S in SignalName]: (given: Given<S>) => Threshold } = {
  rejectedSsh: (given) => atLeast(given.atLeast ?? 10, given.withinSeconds ?? 3600),
  rejectedTraffic: (given) => atLeast(given.atLeast ?? 1000, given.withinSeconds ?? 300),
  silence: (given) => silentFor(given.afterSeconds ?? 1800),
  volume: (given) => atLeast((given.gigabytesPerDay ?? 10) * 2 ** 30, 86400),
};

/** From when on a signal alarms; undefined where it is off. */
export function thresholdOf(name: SignalName, props: FlowLogAlarmsProps): Threshold | undefined {
  const given = props[name] ?? {};
  return given === "off" ? undefined : THRESHOLDS[name](given);
}
