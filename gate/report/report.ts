import type { Ref } from "../model/model";
import type { Fault } from "../read/document";
import type { SourceKind } from "../read/resource";

/** The JSON report, version 1: `schemas/report.schema.json` is the contract, this file its TypeScript face. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: "flowgate"; readonly version: string };
  /** Of the policies that judged; "" when nothing was judged. */
  readonly policyHash: string;
  /** sha256 of the settings that were judged by; "" when nothing was judged. */
  readonly settingsHash: string;
  readonly verdict: Verdict | "error";
  /** 0 pass or nothing that fails, 1 findings that fail, 2 could not judge. */
  readonly exitCode: 0 | 1 | 2;
  readonly sources: readonly ReportSource[];
  /** `resources`: managed ones. */
  readonly judged: { readonly resources: number; readonly flowLogs: number; readonly rules: number };
  /** How many subjects got which verdict; a subject counts once. */
  readonly rules: readonly RuleCount[];
  readonly flowLogs: readonly FlowLogPath[];
  /** Sorted by source path, address, rule and cause. */
  readonly findings: readonly Finding[];
  /** With a baseline: what its sources no longer hold, of rules that were judged again. */
  readonly fixed: readonly Finding[];
  readonly errors: readonly Fault[];
}

/** Of a rule on a subject, of a flow log, and of a whole run. */
export type Verdict = "pass" | "fail" | "undecided";

/** A document that was judged. */
export interface ReportSource {
  /** As given, with "/". */
  readonly path: string;
  readonly kind: SourceKind;
  readonly stack?: string;
  /** sha256 of the document. */
  readonly hash: string;
}

/** How many subjects of a rule got which verdict. */
export interface RuleCount {
  readonly id: string;
  readonly pass: number;
  readonly fail: number;
  readonly undecided: number;
  readonly waived: number;
  /** With a baseline: subjects that it knew, and of which nothing new was found. */
  readonly known?: number;
}

/** A link of the way from a flow log to its records. */
export type Link = "role" | "policy" | "trust" | "destination";

/** The delivery path of one flow log. */
export interface FlowLogPath extends Ref {
  readonly constructPath?: string;
  /** Over the findings that name it. */
  readonly verdict: Verdict;
  readonly scope: readonly Ref[];
  readonly role?: Ref;
  readonly policies: readonly Ref[];
  readonly destination?: Ref;
  /** The first link that is known to be broken. */
  readonly brokenAt?: Link;
  /** The first link of which it is not known whether it holds. */
  readonly unknownAt?: Link;
}

/** What a rule says of a subject that does not pass; `source` and `address` name the subject. */
export interface Finding {
  /** Position in `sources`. Absent where it is about a waiver of the settings file, which `location.path` then names. */
  readonly source?: number;
  readonly address: string;
  readonly rule: string;
  readonly verdict: "fail" | "undecided";
  readonly severity: "error" | "warning";
  /** A stable word that tells apart the causes of one rule. */
  readonly cause: string;
  /** sha256 of rule, cause, source path, address and first related address. */
  readonly fingerprint: string;
  readonly constructPath?: string;
  /** First the one where the fix goes. */
  readonly related: readonly Ref[];
  readonly location?: { readonly path: string; readonly line: number; readonly column?: number };
  readonly message: string;
  readonly fix: string;
  /** The offending fragment, and the half-open range of it that is wrong (UTF-16 code units). */
  readonly evidence?: { readonly text: string; readonly start: number; readonly end: number };
  /** A corrected policy document. */
  readonly corrected?: unknown;
  readonly controls: readonly string[];
  /** Why it is excused and until when; `until` is inclusive, `daysLeft` 0 on that day. */
  readonly waiver?: { readonly reason: string; readonly until: string; readonly daysLeft: number };
  /** With a baseline: it was found there too, and does not fail. */
  readonly known?: boolean;
}
