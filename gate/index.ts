/** The gate as a library: documents in, report out. */
export { check, type CheckOptions } from "./check";
export type { Document, Fault } from "./read/document";
export type { Finding, FlowLogPath, Link, Report, ReportSource, RuleCount, Verdict } from "./report/report";
export type { FailOn, Settings, Severity } from "./settings/settings";
