import type { CatalogueRule } from "../judge/catalogue";
import type { Settled } from "../judge/verdict";
import type { Model } from "../model/model";
import { version } from "../package";
import type { Fault } from "../read/document";
import type { Configuration, Resource } from "../read/resource";
import type { Settings } from "../settings/settings";
import { deliveryPaths, keyOf, refOf } from "./delivery-path";
import { digest } from "./digest";
import type { Finding, Link, Report } from "./report";

/** What a run came to. */
export interface Judged {
  readonly configuration: Configuration;
  readonly model: Model;
  readonly settings: Settings;
  readonly catalogue: readonly CatalogueRule[];
  readonly settled: Settled;
  readonly policyHash: string;
}

/** The report of a run that came to a verdict. */
export function assembleReport(judged: Judged): Report {
  const { configuration, model, settings, catalogue, settled, policyHash } = judged;
  const findings = assembleFindings(judged);
  const breaks = new Map(
    catalogue.flatMap(({ id, breaks }) => (breaks ? [[id, breaks] as [string, Link]] : [])),
  );
  return {
    version: 1,
    tool: { name: "flowgate", version: version() },
    policyHash,
    settingsHash: digest(settings),
    verdict: settled.verdict,
    exitCode: settled.exit_code,
    sources: configuration.sources.map(({ path, kind, stack, hash }) => ({
      path,
      kind,
      ...(stack !== undefined && { stack }),
      hash,
    })),
    judged: {
      resources: configuration.resources.filter(({ mode }) => mode === "managed").length,
      flowLogs: model.flow_logs.length,
      rules: settled.rules.length,
    },
    rules: settled.rules.map(({ id, pass, fail, undecided, waived }) => ({
      id,
      pass,
      fail,
      undecided,
      waived,
    })),
    flowLogs: deliveryPaths(model, findings, breaks, settings.failOn ?? "error"),
    findings,
    fixed: [],
    errors: [],
  };
}

/** The report of a run that could not judge. */
export function errorReport(errors: readonly Fault[]): Report {
  return {
    version: 1,
    tool: { name: "flowgate", version: version() },
    policyHash: "",
    settingsHash: "",
    verdict: "error",
    exitCode: 2,
    sources: [],
    judged: { resources: 0, flowLogs: 0, rules: 0 },
    rules: [],
    flowLogs: [],
    findings: [],
    fixed: [],
    errors,
  };
}

function assembleFindings({ configuration, catalogue, settled }: Judged): Finding[] {
  const made = resourcesOf(configuration, settled);
  const controls = new Map(catalogue.map((rule) => [rule.id, rule.controls]));
  const pathOf = (source: number): string => configuration.sources[source]?.path ?? "";
  const findings = settled.findings.map((finding): Finding => {
    const { rule, cause, source, address, related, evidence } = finding;
    const { constructPath, location } = made.get(keyOf(finding)) ?? {};
    return {
      rule,
      verdict: finding.verdict,
      severity: finding.severity,
      cause,
      fingerprint: digest([rule, cause, pathOf(source), address, related[0]?.address ?? null]),
      source,
      address,
      ...(constructPath !== undefined && { constructPath }),
      related: related.map(refOf),
      ...(location && { location }),
      message: finding.message,
      fix: finding.fix,
      ...(evidence && { evidence: { text: evidence.text, start: evidence.start, end: evidence.end } }),
      ...(finding.corrected !== undefined && { corrected: finding.corrected }),
      controls: controls.get(rule) ?? [],
    };
  });
  const order = (finding: Finding): readonly string[] => {
    const { source, address, rule, cause, fingerprint, message } = finding;
    return [pathOf(source), address, rule, cause, fingerprint, message];
  };
  return findings.sort((one, other) => compare(order(one), order(other)));
}

/** The resources that findings are about: they know who made them. */
function resourcesOf({ resources }: Configuration, { findings }: Settled): ReadonlyMap<string, Resource> {
  const wanted = new Set(findings.map(keyOf));
  const found = new Map<string, Resource>();
  if (wanted.size === 0) return found;
  for (const resource of resources) {
    const key = keyOf(resource);
    if (wanted.has(key)) found.set(key, resource);
  }
  return found;
}

/** By code units: the same on every machine, whatever its language. */
function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? "") < (other[at] ?? "") ? -1 : 1;
}
