import type { CatalogueRule } from "../../judge/catalogue";
import type { Fault } from "../../read/document";
import type { Finding, Report } from "../report";
import { summary } from "../summary";
import { visible } from "../visible";
import { byWeight, excuseOf, type Audience, type Weight, withFix } from "./audience";
import { placeOf, repositoryPath, uriOf } from "./place";

/**
 * GitHub's limits: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const LIMIT = { results: 25_000, tags: 20, name: 255, text: 1_024 };

/**
 * The report as SARIF 2.1.0 (OASIS), within GitHub's limits, heaviest findings first. A run that could not judge has no
 * results, so that a host does not take its silence for a cure. `primaryLocationLineHash` is the finding's own
 * fingerprint: GitHub's, of the line, would merge what one loop made.
 */
export function renderSarif(report: Report, audience: Audience): string {
  const weighed = byWeight(report, audience);
  const told = weighed.slice(0, LIMIT.results);
  const positions = new Map(audience.catalogue.map(({ id }, position) => [id, position]));
  const repeated = new Map<string, number>();
  const isCompared = report.fixed.length > 0 || report.findings.some(({ known }) => known === true);
  const results = told.map(({ finding, weight }) => ({
    ruleId: finding.rule,
    ruleIndex: positions.get(finding.rule) ?? -1,
    level: LEVEL[weight === "excused" ? ownWeight(finding) : weight],
    message: { text: sentence(finding) },
    locations: [locationOf(finding, report)],
    partialFingerprints: { primaryLocationLineHash: unique(finding.fingerprint, repeated) },
    ...(isCompared && { baselineState: finding.known === true ? "unchanged" : "new" }),
    ...(finding.waiver && { suppressions: [suppressionOf(finding)] }),
    properties: { verdict: finding.verdict, cause: finding.cause, controls: finding.controls },
  }));
  const run = {
    tool: { driver: driverOf(report, audience.catalogue) },
    automationDetails: { id: "flowgate/" },
    invocations: [invocationOf(report, weighed.length - told.length)],
    columnKind: "utf16CodeUnits",
    results,
    properties: { policyHash: report.policyHash, settingsHash: report.settingsHash },
  };
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const LEVEL: Readonly<Record<Exclude<Weight, "excused">, "error" | "warning" | "note">> = {
  fails: "error",
  warns: "warning",
  undecided: "note",
};

function ownWeight({ verdict, severity }: Finding): Exclude<Weight, "excused"> {
  if (verdict === "undecided") return "undecided";
  return severity === "error" ? "fails" : "warns";
}

function driverOf(report: Report, catalogue: readonly CatalogueRule[]): unknown {
  return {
    name: "flowgate",
    informationUri: "https://www.npmjs.com/package/flowgate",
    semanticVersion: report.tool.version,
    rules: catalogue.map((rule) => ({
      id: rule.id,
      name: cut(pascalCase(rule.id), LIMIT.name),
      shortDescription: { text: cut(rule.title, LIMIT.text) },
      fullDescription: { text: cut(rule.description, LIMIT.text) },
      help: { text: rule.help, markdown: helpOf(rule) },
      ...(rule.links[0] !== undefined && { helpUri: rule.links[0] }),
      defaultConfiguration: {
        enabled: rule.severity !== "off",
        level: rule.severity === "off" ? "error" : rule.severity,
      },
      properties: {
        precision: "very-high",
        "security-severity": rule.severity === "warning" ? "5.0" : "8.0",
        tags: ["security", rule.family, ...rule.controls].slice(0, LIMIT.tags),
      },
    })),
  };
}

function helpOf({ description, help, links }: CatalogueRule): string {
  return [description, `**Fix:** ${help}`, links.map((link) => `- <${link}>`).join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

function locationOf(finding: Finding, report: Report): unknown {
  const { path, line, column } = placeOf(finding, report);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
    },
    // A set, as the schema has it.
    logicalLocations: [...new Set([finding.address, finding.constructPath])].flatMap((name) =>
      name === undefined ? [] : [{ fullyQualifiedName: visible(name), kind: "resource" }],
    ),
  };
}

/** Hosts that are short of room show the first sentence alone. */
function sentence(finding: Finding): string {
  const { message, fix, address } = finding;
  const excuse = excuseOf(finding);
  return unlinked(visible(withFix(`${address}: ${message}${excuse && ` (${excuse})`}`, fix)));
}

/** `[text](target)` is a link in a SARIF message, and a resource may have any name. */
function unlinked(text: string): string {
  return text.replaceAll("](", "] (");
}

function suppressionOf(finding: Finding): unknown {
  return { kind: "external", status: "accepted", justification: visible(excuseOf(finding)) };
}

/** The same finding twice in a run (GitHub keeps one alert for a fingerprint): the second says that it is. */
function unique(fingerprint: string, repeated: Map<string, number>): string {
  const times = (repeated.get(fingerprint) ?? 0) + 1;
  repeated.set(fingerprint, times);
  return `${fingerprint}:${times}`;
}

function invocationOf(report: Report, untold: number): unknown {
  const notifications = [
    ...report.errors.map(notificationOf),
    ...(untold > 0
      ? [{ level: "warning", message: { text: `${untold} findings are left out: GitHub takes 25,000` } }]
      : []),
  ];
  return {
    executionSuccessful: report.verdict !== "error",
    exitCode: report.exitCode,
    exitCodeDescription: summary(report),
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

function notificationOf({ path, line, column, message, fix }: Fault): unknown {
  const text = unlinked(visible(withFix(`${path === undefined ? "" : `${path}: `}${message}`, fix)));
  if (path === undefined) return { level: "error", message: { text } };
  const artifactLocation = { uri: uriOf(repositoryPath(path)) };
  const region = line && { startLine: line, ...(column !== undefined && { startColumn: column }) };
  const physicalLocation = { artifactLocation, ...(region && { region }) };
  return { level: "error", message: { text }, locations: [{ physicalLocation }] };
}

/** SARIF wants a name that differs from the id (SARIF1001 of the multitool). */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3)}...`;
}
