import type { CatalogueRule } from "../../judge/catalogue";
import type { FailOn } from "../../settings/settings";
import type { Finding, Report } from "../report";

/** What a format needs beside the report: what the rules say of themselves, and what fails the run. */
export interface Audience {
  readonly catalogue: readonly CatalogueRule[];
  /** Controls that were asked for: those of the presets in force. Default: all. */
  readonly controls?: ReadonlySet<string>;
  /** Default: error. */
  readonly failOn?: FailOn;
  /** Default: false. */
  readonly strict?: boolean;
}

/**
 * How a finding weighs for those who read the report: `fails` it fails the run, `warns` it is told and does not,
 * `undecided` it could not be told, `excused` it is waived or was there before (a baseline).
 */
export type Weight = "fails" | "warns" | "undecided" | "excused";

/**
 * The weight of a finding. `failOn: never` is about the exit code alone: what would fail is still told as a failure.
 */
export function weightOf(finding: Finding, { failOn, strict }: Omit<Audience, "catalogue">): Weight {
  if (finding.waiver !== undefined || finding.known === true) return "excused";
  if (finding.verdict === "undecided") return strict === true ? "fails" : "undecided";
  return finding.severity === "error" || failOn === "warning" ? "fails" : "warns";
}

const HEAVIEST: readonly Weight[] = ["fails", "warns", "undecided", "excused"];

/** The findings of a report, heaviest first, otherwise in the report's order. */
export function byWeight(
  { findings }: Report,
  audience: Omit<Audience, "catalogue">,
): readonly { readonly finding: Finding; readonly weight: Weight }[] {
  const weighed = findings.map((finding) => ({ finding, weight: weightOf(finding, audience) }));
  return HEAVIEST.flatMap((weight) => weighed.filter((each) => each.weight === weight));
}

/** What excuses a finding, in a word. */
export function excuseWord({ waiver }: Pick<Finding, "waiver">): "waived" | "known" {
  return waiver === undefined ? "known" : "waived";
}

/** Why a finding is excused: `waived until 2027-03-31: sandbox`; "" when it is not. */
export function excuseOf({ waiver, known }: Pick<Finding, "waiver" | "known">): string {
  if (waiver !== undefined) return `waived until ${waiver.until}: ${waiver.reason}`;
  return known === true ? "known from the baseline" : "";
}

/** What is wrong and what to do about it, as sentences: hosts show them without a place for the fix. */
export function withFix(wrong: string, fix: string): string {
  return `${wrong}. To fix it, ${fix}.`;
}
