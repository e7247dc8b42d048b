import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { groupName } from "../destination/log-group/group-name";
import type { FlowLogs } from "../flow-logs";
import type { Placement } from "../placement/placement";
import { record } from "../record";
import type { FlowLogAlarmsProps } from "./alarm-props";
import type { Signal, SignalName } from "./signals";
import type { Threshold } from "./threshold";

/** One signal: the filter that makes its metric, where that is not CloudWatch's own, and the alarm on it. */
export class Watch {
  constructor(
    private readonly placement: Placement,
    private readonly name: string,
    private readonly part: SignalName,
    private readonly signal: Signal,
  ) {}

  private get namespace(): string {
    return this.signal.counts === undefined ? "AWS/Logs" : `VpcFlowLogs/${this.name}`;
  }

  filter({ format, logGroup }: FlowLogs): CloudwatchLogMetricFilter[] {
    const { counts, metric } = this.signal;
    if (counts === undefined) return [];
    const filter = new CloudwatchLogMetricFilter(this.placement.construct, `${this.part}-filter`, {
      ...this.placement.common,
      name: `${this.name}-${metric}`,
      logGroupName: groupName(logGroup),
      pattern: record.filterPattern(format, counts),
      metricTransformation: { namespace: this.namespace, name: metric, value: "1", defaultValue: "0" },
    });
    return [this.placement.put(filter, this.part)];
  }

  alarm({ flowLogs, notify }: FlowLogAlarmsProps, threshold: Threshold): CloudwatchMetricAlarm {
    const actions = notify === undefined ? {} : { alarmActions: [...notify], okActions: [...notify] };
    const ofGroup =
      this.signal.counts === undefined ? { dimensions: { LogGroupName: groupName(flowLogs.logGroup) } } : {};
    const alarm = new CloudwatchMetricAlarm(this.placement.construct, this.part, {
      ...this.placement.tagged,
      alarmName: `${this.name}-${this.part}`,
      alarmDescription: `VPC Flow Logs: ${this.signal.what}`,
      namespace: this.namespace,
      metricName: this.signal.metric,
      statistic: "Sum",
      ...ofGroup,
      ...threshold,
      ...actions,
    });
    return this.placement.put(alarm, this.part);
  }
}
