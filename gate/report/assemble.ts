import type { CatalogueRule } from "../judge/catalogue";
import type { Settled } from "../judge/verdict";
import type { Fleet } from "../model/fleet/fleet";
import type { Model } from "../model/model";
import { version } from "../package";
import type { Fault } from "../read/document";
import type { Configuration, ModuleCaller } from "../read/resource";
import type { Settings } from "../settings/settings";
import { type Baseline, fixedFindings } from "./baseline";
import { type Concealer, concealed, concealer } from "./conceal";
import { deliveryPaths, keyOf, refOf } from "./delivery-path";
import { digest } from "./digest";
import { pathsOfAll } from "./fleet-paths";
import type { Finding, Link, Report } from "./report";

/** What a run came to. */
export interface Judged {
  readonly configuration: Configuration;
  readonly model: Model;
  /** Of which the model holds the first ones. Default: none, it holds all. */
  readonly fleets?: readonly Fleet[];
  readonly settings: Settings;
  readonly catalogue: readonly CatalogueRule[];
  readonly settled: Settled;
  readonly policyHash: string;
}

/** The report of a run that came to a verdict, compared with a baseline where there is one. */
export function assembleReport(judged: Judged, baseline?: Baseline): Report {
  const { configuration, model, fleets = [], settings, settled, policyHash } = judged;
  const broken = new Map<Finding, Link>();
  const findings = assembleFindings(judged, broken);
  const standing = findings.filter(({ waiver, known }) => waiver === undefined && known === undefined);
  const paths = deliveryPaths(model, standing, broken, settings.failOn ?? "error");
  const flowLogs = fleets.length === 0 ? paths : pathsOfAll(paths, fleets, configuration);
  const report: Report = {
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
      flowLogs: flowLogs.length,
      rules: settled.rules.length,
    },
    rules: settled.rules.map(({ id, pass, fail, undecided, waived, known }) => ({
      id,
      pass,
      fail,
      undecided,
      waived,
      ...(baseline && { known }),
    })),
    flowLogs,
    findings,
    fixed: [],
    errors: [],
  };
  return baseline === undefined ? report : { ...report, fixed: fixedFindings(baseline, report) };
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

/** Notes in `broken` which link of the delivery path each finding breaks. */
function assembleFindings(
  { configuration, catalogue, settled }: Judged,
  broken: Map<Finding, Link>,
): Finding[] {
  const made = subjectsOf(configuration, settled);
  const controls = new Map(catalogue.map((rule) => [rule.id, rule.controls]));
  const breaks = new Map(catalogue.map(({ id, breaks: link }) => [id, link]));
  const pathOf = (source = -1): string => configuration.sources[source]?.path ?? "";
  const hide = concealer(configuration.resources);
  const findings = settled.findings.map((finding): Finding => {
    const { rule, cause, source, address, related, evidence, waiver } = finding;
    const { constructPath, location = finding.location } =
      (source === undefined ? undefined : made.get(keyOf({ source, address }))) ?? {};
    const assembled: Finding = {
      rule,
      verdict: finding.verdict,
      severity: finding.severity,
      cause,
      fingerprint: digest([rule, cause, pathOf(source), address, related[0]?.address ?? null]),
      ...(source !== undefined && { source }),
      address,
      ...(constructPath !== undefined && { constructPath }),
      related: related.map(refOf),
      ...(location && { location }),
      message: hide(finding.message),
      fix: hide(finding.fix),
      ...(evidence && shown(evidence, hide)),
      ...(finding.corrected !== undefined && { corrected: concealed(finding.corrected, hide) }),
      controls: controls.get(rule) ?? [],
      ...(finding.known && { known: true }),
      ...(waiver && { waiver: { reason: waiver.reason, until: waiver.until, daysLeft: waiver.days_left } }),
    };
    const link = finding.breaks ?? breaks.get(rule);
    if (link !== undefined) broken.set(assembled, link);
    return assembled;
  });
  const order = (finding: Finding): readonly string[] => {
    const { source, address, rule, cause, fingerprint, message } = finding;
    return [pathOf(source), address, rule, cause, fingerprint, message];
  };
  return findings.sort((one, other) => compare(order(one), order(other)));
}

/** The resources and module calls that findings are about: they know who made them. */
function subjectsOf(
  { sources, resources }: Configuration,
  { findings }: Settled,
): ReadonlyMap<string, ModuleCaller> {
  const wanted = new Set(findings.map(({ source = -1, address }) => keyOf({ source, address })));
  const found = new Map<string, ModuleCaller>();
  if (wanted.size === 0) return found;
  sources.forEach(({ callers }, source) => {
    callers?.forEach((caller, address) => found.set(keyOf({ source, address }), caller));
  });
  for (const resource of resources) {
    const key = keyOf(resource);
    if (wanted.has(key)) found.set(key, resource);
  }
  return found;
}

/** Evidence whose text holds a secret is left out: its range would point at nothing. */
function shown(
  { text, start, end }: NonNullable<Finding["evidence"]>,
  hide: Concealer,
): Pick<Finding, "evidence"> {
  return hide(text) === text ? { evidence: { text, start, end } } : {};
}

/** By code units: the same on every machine, whatever its language. */
function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? "") < (other[at] ?? "") ? -1 : 1;
}
