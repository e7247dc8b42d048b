/**
 * The gate as a library: documents in, report out; and `synthesize`, which takes the place of `app.synth()`.
 *
 * @module flowgate/gate
 */
export { check, type CheckOptions } from "./check";
export type { AppConstruct, SynthesizableApp } from "./deploy/app";
export { synthesize, type SynthesizeOptions } from "./deploy/synthesize";
export type { MergedResource } from "./model/merged";
export type { Document, Fault } from "./read/document";
export type { Pair } from "./read/pair/pair";
export { readHcl, type ParsedHcl } from "./read/hcl/read-hcl";
export type { Baseline } from "./report/baseline";
export type { Finding, FlowLogPath, Link, Report, ReportSource, RuleCount, Verdict } from "./report/report";
export type { Place } from "./settings/read-settings";
export type { FailOn, Settings, Severity, Waiver } from "./settings/settings";
