import type { KnownFinding } from "../judge/verdict";
import { isObject } from "../read/blocks";
import type { Fault } from "../read/document";
import type { Finding, Report } from "./report";

/** The part of an earlier report that later runs are compared with. */
export type Baseline = Pick<Report, "sources" | "findings">;

const MAKE = "make one with `flowgate check PATH --report json=FILE`, and give that file";

/** Takes a value for an earlier report, or says why it is none: what cannot be compared with is never taken for empty. */
export function readBaseline(value: unknown): Baseline | { fault: Fault } {
  if (!isObject(value) || !isObject(value.tool) || value.tool.name !== "flowgate")
    return { fault: { message: "the baseline is no JSON report of flowgate", fix: MAKE } };
  const { version } = value;
  if (version !== 1) {
    const given = version === undefined ? "none" : JSON.stringify(version);
    const message = `the baseline is a report of version ${given}, where 1 is needed`;
    return { fault: { message, fix: "make it again with this flowgate" } };
  }
  if (value.verdict === "error")
    return {
      fault: { message: "the baseline is the report of a run that could not judge", fix: "make it again" },
    };
  const { sources, findings } = value;
  const isWhole =
    Array.isArray(sources) &&
    sources.every((source) => isObject(source) && typeof source.path === "string") &&
    Array.isArray(findings) &&
    findings.every((finding) => isFinding(finding, sources.length));
  if (isWhole) return value as unknown as Baseline;
  return { fault: { message: "the baseline is a report that something is missing from", fix: MAKE } };
}

function isFinding(finding: unknown, sources: number): boolean {
  return (
    isObject(finding) &&
    [finding.rule, finding.cause, finding.address, finding.fingerprint, finding.message].every(
      (text) => typeof text === "string",
    ) &&
    (finding.source === undefined || isPosition(finding.source, sources)) &&
    Array.isArray(finding.related) &&
    finding.related.every(
      (ref) => isObject(ref) && typeof ref.address === "string" && isPosition(ref.source, sources),
    )
  );
}

function isPosition(value: unknown, count: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;
}

/** What a baseline knows. What was waived there was accepted for a time, and is new when that time is over. */
export function knownFindings({ sources, findings }: Baseline): KnownFinding[] {
  return findings
    .filter(({ waiver }) => waiver === undefined)
    .map(({ rule, cause, source = -1, address, related: [first] }) => ({
      rule,
      cause,
      path: sources[source]?.path ?? "",
      address,
      related: first?.address ?? null,
    }));
}

/**
 * What a baseline found and a report no longer does, with positions in that report's sources. What was not judged again,
 * for its source or its rule is left out, is not fixed.
 */
export function fixedFindings(
  baseline: Baseline,
  report: Pick<Report, "sources" | "findings" | "rules">,
): Finding[] {
  const positions = new Map(report.sources.map(({ path }, at) => [path, at]));
  const placed = (source: number): number | undefined => positions.get(baseline.sources[source]?.path ?? "");
  const judged = new Set(report.rules.map(({ id }) => id));
  const found = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  return baseline.findings.flatMap((finding) => {
    if (!judged.has(finding.rule) || found.has(finding.fingerprint)) return [];
    const source = finding.source === undefined ? undefined : placed(finding.source);
    if (finding.source !== undefined && source === undefined) return [];
    const related = finding.related.flatMap((ref) => {
      const position = placed(ref.source);
      return position === undefined ? [] : [{ ...ref, source: position }];
    });
    const fixed: Writable = { ...finding, related };
    if (source !== undefined) fixed.source = source;
    delete fixed.known;
    return [fixed];
  });
}

type Writable = { -readonly [K in keyof Finding]: Finding[K] };
