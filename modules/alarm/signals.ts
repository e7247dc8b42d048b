import type { FlowLogs } from "../flow-logs";
import { record, type Field, type FilterConditions } from "../record";

/** Seconds over which CloudWatch adds up. */
export type PeriodSeconds = 60 | 300 | 900 | 3600 | 21600 | 86400;

/** Periods, in seconds, that an alarm may have here: all divide a day. */
export const PERIODS = [60, 300, 900, 3600, 21600, 86400] as const;

/** What an alarm watches: a metric that CloudWatch Logs has of every log group, or one that a metric filter makes. */
export interface Signal {
  readonly metric: string;
  /** Records that the metric filter counts; absent for a metric of CloudWatch Logs' own. */
  readonly counts?: FilterConditions;
  /** What an alarm on it means. */
  readonly what: string;
}

/** The signals, by the prop of `FlowLogAlarms` that sets their alarm. */
export const SIGNALS = {
  rejectedSsh: {
    metric: "RejectedSsh",
    counts: { dstport: 22, protocol: 6, action: "REJECT" },
    what: "SSH connections are refused",
  },
  rejectedTraffic: {
    metric: "RejectedRecords",
    counts: { action: "REJECT" },
    what: "much traffic is refused",
  },
  silence: { metric: "IncomingLogEvents", what: "no record arrives, so delivery broke" },
  volume: { metric: "IncomingBytes", what: "more arrives than was planned for" },
} as const satisfies Record<string, Signal>;

/** What can be watched. */
export type SignalName = keyof typeof SIGNALS;

/** Why records of this flow log cannot tell; undefined where they can. One sentence without full stop. */
export function cannotTell(signal: Signal, { format, trafficType, logGroup }: FlowLogs): string | undefined {
  if (signal.counts === undefined) return undefined;
  if (logGroup.logGroupClass === "INFREQUENT_ACCESS")
    return 'the log group is of class "INFREQUENT_ACCESS", which has no metric filters; make it "STANDARD"';
  if (trafficType === "ACCEPT") return 'trafficType is "ACCEPT", so that no reject is recorded; use "ALL"';
  const missing = (Object.keys(signal.counts) as Field[]).filter((field) => !record.has(format, field));
  if (missing.length === 0) return undefined;
  return `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not captured; add to the format`;
}
