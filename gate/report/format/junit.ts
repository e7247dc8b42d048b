import type { Finding, Report, RuleCount } from "../report";
import { summary } from "../summary";
import { excuseOf, weightOf, type Audience, withFix } from "./audience";
import { xmlText } from "./xml";

/**
 * The report as JUnit XML, one suite a rule. A subject that fails is a failure; one that is undecided, waived, known or
 * only warned about is skipped, with the reason; the subjects that pass are one test, since the report counts them only.
 * What cannot be judged is an error. The shape is Jenkins' junit-10.xsd, which GitLab and Azure read too.
 */
export function renderJunit(report: Report, audience: Audience): string {
  const found = findingsByRule(report);
  const suites = [
    ...report.rules.map((rule) => ruleSuite(rule, found.get(rule.id) ?? [], audience)),
    ...(report.errors.length > 0 ? [faultSuite(report)] : []),
  ];
  const total = suites.reduce((sum, { figures }) => added(sum, figures), NONE);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="flowgate" ${attributes(total)}>`,
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Figures {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

interface Suite {
  readonly figures: Figures;
  readonly lines: readonly string[];
}

type Case = readonly [kind: "failures" | "errors" | "skipped" | "passed", lines: readonly string[]];

const NONE: Figures = { tests: 0, failures: 0, errors: 0, skipped: 0 };

function ruleSuite({ id, pass }: RuleCount, findings: readonly Finding[], audience: Audience): Suite {
  const passed: Case[] =
    pass > 0 ? [["passed", [`<testcase classname="${id}" name="${pass} passed"/>`]]] : [];
  return suiteOf(id, [...passed, ...findings.map((finding) => caseOf(finding, audience))]);
}

function caseOf(finding: Finding, audience: Audience): Case {
  const { rule, address, cause, message, fix, location } = finding;
  const open = `<testcase classname="${rule}" name="${xmlText(`${address} (${cause})`)}"${fileOf(location)}>`;
  const weight = weightOf(finding, audience);
  const body = xmlText(withFix(message, fix));
  if (weight === "fails")
    return [
      "failures",
      [
        open,
        `  <failure type="${xmlText(cause)}" message="${xmlText(message)}">${body}</failure>`,
        "</testcase>",
      ],
    ];
  const reason = weight === "excused" ? excuseOf(finding) : weight === "warns" ? "warning" : "undecided";
  return ["skipped", [open, `  <skipped message="${xmlText(`${reason}: ${message}`)}"/>`, "</testcase>"]];
}

function fileOf(location: Finding["location"]): string {
  return location === undefined ? "" : ` file="${xmlText(location.path)}" line="${location.line}"`;
}

function faultSuite(report: Report): Suite {
  const cases = report.errors.map(({ path = "", message, fix }, at): Case => [
    "errors",
    [
      `<testcase classname="flowgate" name="${xmlText(`input ${at + 1} ${path}`.trim())}">`,
      `  <error type="could-not-judge" message="${xmlText(message)}">${xmlText(withFix(message, fix))}</error>`,
      "</testcase>",
    ],
  ]);
  return suiteOf(xmlText(summary(report)), cases);
}

function suiteOf(name: string, cases: readonly Case[]): Suite {
  const of = (wanted: Case[0]): number => cases.filter(([kind]) => kind === wanted).length;
  const figures = {
    tests: cases.length,
    failures: of("failures"),
    errors: of("errors"),
    skipped: of("skipped"),
  };
  const lines = cases.flatMap(([, each]) => each.map((line) => `    ${line}`));
  return {
    figures,
    lines: [
      `  <testsuite name="${name}" ${attributes(figures)} skipped="${figures.skipped}">`,
      ...lines,
      "  </testsuite>",
    ],
  };
}

function added(one: Figures, other: Figures): Figures {
  return {
    tests: one.tests + other.tests,
    failures: one.failures + other.failures,
    errors: one.errors + other.errors,
    skipped: one.skipped + other.skipped,
  };
}

/** Jenkins' schema knows `skipped` of a suite, and not of them all. */
function attributes({ tests, failures, errors }: Omit<Figures, "skipped">): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}"`;
}

function findingsByRule({ findings }: Report): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = found.get(finding.rule);
    if (same === undefined) found.set(finding.rule, [finding]);
    else same.push(finding);
  }
  return found;
}
