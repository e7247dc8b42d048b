import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import type { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { checkCompanion, placementOf } from "../companion";
import { defaultAlarmName } from "./alarm-name";
import type { FlowLogAlarmsProps } from "./alarm-props";
import { checkAlarms } from "./check-alarms";
import { dashboardBody } from "./dashboard";
import { cannotTell, SIGNALS, type SignalName } from "./signals";
import { thresholdOf } from "./threshold";
import { Watch } from "./watch";

/** An alarm that these records cannot give. */
export interface OmittedAlarm {
  readonly alarm: SignalName;
  /** Why, and what would help; one sentence without full stop. */
  readonly reason: string;
}

/**
 * Tells when the records of a flow log say that something is wrong, when they stop, and when they become too many; with
 * a dashboard of the same. The metric filters count by position, in the format of the flow log.
 *
 * An alarm whose fields are not captured is left out, unless it is asked for: `omitted` says which, and why.
 *
 * @example new FlowLogAlarms(this, "alarms", { flowLogs, notify: [topic.arn] })
 */
export class FlowLogAlarms extends Construct {
  /** The alarms that were made, by what they watch. */
  readonly alarms: Readonly<Partial<Record<SignalName, CloudwatchMetricAlarm>>>;
  readonly metricFilters: readonly CloudwatchLogMetricFilter[];
  /** Undefined where `dashboard` is `"none"`. */
  readonly dashboard: CloudwatchDashboard | undefined;
  readonly omitted: readonly OmittedAlarm[];

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: FlowLogAlarmsProps) {
    checkCompanion(scope, id, props, {
      props: [...Object.keys(SIGNALS), "flowLogs", "notify", "dashboard", "name"],
      hint: "at least { flowLogs }",
      check: checkAlarms,
    });
    super(scope, id);
    const placement = placementOf(this, FlowLogAlarms, props);
    const name = props.name ?? defaultAlarmName(this.node.path);
    const alarms: Partial<Record<SignalName, CloudwatchMetricAlarm>> = {};
    const filters: CloudwatchLogMetricFilter[] = [];
    const omitted: OmittedAlarm[] = [];
    for (const signal of Object.keys(SIGNALS) as SignalName[]) {
      const threshold = thresholdOf(signal, props);
      if (threshold === undefined) continue;
      const reason = cannotTell(SIGNALS[signal], props.flowLogs);
      if (reason !== undefined) {
        omitted.push({ alarm: signal, reason });
        Annotations.of(this).addInfo(`no alarm ${signal}: ${reason}`);
        continue;
      }
      const watch = new Watch(placement, name, signal, SIGNALS[signal]);
      filters.push(...watch.filter(props.flowLogs));
      alarms[signal] = watch.alarm(props, threshold);
    }
    this.alarms = alarms;
    this.metricFilters = filters;
    this.omitted = omitted;
    if (props.dashboard === "none") return;
    this.dashboard = placement.put(
      new CloudwatchDashboard(this, "dashboard", {
        ...placement.common,
        dashboardName: name,
        dashboardBody: dashboardBody(placement.own.region, Object.values(alarms)),
      }),
    );
  }
}
