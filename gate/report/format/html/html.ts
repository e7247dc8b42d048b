import { createHash } from "node:crypto";

import type { Report } from "../../report";
import { summary } from "../../summary";
import { byWeight, type Audience, type Weight, withFix } from "../audience";
import { controls, rules, sources } from "./evidence";
import { findingCard, WEIGHT_WORDS } from "./finding-card";
import { element, htmlText, section } from "./html-text";
import { pathPicture } from "./path-picture";
import { SCRIPT } from "./script";
import { STYLE } from "./style";

/**
 * The report as one HTML file that loads nothing: summary, findings that filter and search, the delivery path of each
 * flow log, and the evidence by rule and by control for an auditor. Its own policy (CSP) lets run what it was written
 * with and nothing else, whatever a resource is called.
 */
export function renderHtml(report: Report, audience: Audience): string {
  const body = [
    header(report),
    element(
      "main",
      {},
      faults(report),
      findings(report, audience),
      fixed(report),
      paths(report),
      rules(report, audience),
      controls(report, audience),
      sources(report),
    ),
  ];
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>flowgate: ${htmlText(report.verdict)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    ...body,
    `<script>${SCRIPT}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function header(report: Report): string {
  const { verdict, tool } = report;
  return element(
    "header",
    {},
    element("h1", {}, "flowgate: ", element("span", { class: `verdict ${verdict}` }, htmlText(verdict))),
    element("p", {}, htmlText(summary(report))),
    element("p", { class: "quiet" }, htmlText(`${tool.name} ${tool.version}`)),
  );
}

function faults({ errors }: Report): string {
  if (errors.length === 0) return "";
  const items = errors.map(({ path, line, column, message, fix }) => {
    const place = [path, line, column].filter((part) => part !== undefined).join(":");
    return element("li", {}, element("code", {}, htmlText(place)), " ", htmlText(withFix(message, fix)));
  });
  return section("faults", "What could not be judged", element("ul", {}, ...items));
}

function findings(report: Report, audience: Audience): string {
  if (report.findings.length === 0) return "";
  const why = new Map(audience.catalogue.map(({ id, description }) => [id, description]));
  const cards = byWeight(report, audience).map(({ finding, weight }) =>
    findingCard(finding, weight, report, why.get(finding.rule) ?? ""),
  );
  return section("findings", "Findings", filter(), ...cards);
}

/** What the baseline has and this run does not find. */
function fixed(report: Report): string {
  if (report.fixed.length === 0) return "";
  const items = report.fixed.map(({ rule, address, message }) =>
    element("li", {}, htmlText(`${rule}: ${message} `), element("code", {}, htmlText(address))),
  );
  return section("fixed", "Fixed since the baseline", element("ul", {}, ...items));
}

/** Hidden until the script runs: without it, it would promise what it cannot do. */
function filter(): string {
  const boxes = (Object.entries(WEIGHT_WORDS) as [Weight, string][]).map(([weight, word]) =>
    element("label", {}, `<input type="checkbox" value="${weight}" checked> `, htmlText(word)),
  );
  return element(
    "div",
    { id: "filter", hidden: "hidden", role: "search" },
    element("label", { for: "search" }, "Search"),
    '<input type="search" id="search" autocomplete="off">',
    ...boxes,
    element("output", { id: "count", for: "search", class: "quiet" }),
  );
}

function paths(report: Report): string {
  if (report.flowLogs.length === 0) return "";
  const figures = report.flowLogs.map((path, at) =>
    element(
      "figure",
      { class: path.verdict },
      pathPicture(path, report, `path${at}`),
      element(
        "figcaption",
        {},
        element("code", {}, htmlText(path.address)),
        " ",
        element("span", { class: `verdict ${path.verdict}` }, htmlText(path.verdict)),
      ),
    ),
  );
  return section("paths", "Delivery paths", ...figures);
}
