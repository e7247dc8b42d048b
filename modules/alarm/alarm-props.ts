import type { CompanionProps } from "../companion";
import type { FlowLogs } from "../flow-logs";
import type { PeriodSeconds } from "./signals";

/** So many records within so long. */
export interface Rate {
  readonly atLeast?: number;
  readonly withinSeconds?: PeriodSeconds;
}

/** What is watched, from when on it alarms, and who is told. */
export interface FlowLogAlarmsProps extends CompanionProps {
  /** Delivers to CloudWatch Logs. */
  readonly flowLogs: FlowLogs;
  /** SSH connections that were refused. @default 10 within an hour: AWS's own example of a flow-log alarm */
  readonly rejectedSsh?: "off" | Rate;
  /** Records of refused traffic. @default 1000 within five minutes: above the noise of the internet on a small VPC */
  readonly rejectedTraffic?: "off" | Rate;
  /**
   * No record at all: delivery broke. An idle interface still writes NODATA, so that silence is never normal.
   * @default 1800 seconds: records take ten minutes at most
   */
  readonly silence?: "off" | { readonly afterSeconds?: number };
  /** More than was planned for. @default 10 GB a day: 5 USD a day in us-east-1 */
  readonly volume?: "off" | { readonly gigabytesPerDay?: number };
  /** ARNs of SNS topics that learn of each alarm, and of its end. @default none: alarms are seen in the console */
  readonly notify?: readonly string[];
  /** @default "create": three are free in an account, each more is 3 USD a month */
  readonly dashboard?: "create" | "none";
  /** What alarms and dashboard are called by: letters, digits, `_` and `-`. @default the construct's path */
  readonly name?: string;
}
