import { readFileSync } from "node:fs";
import { join } from "node:path";

import { check } from "../../../gate/check";
import type { Document } from "../../../gate/read/document";
import { readHcl } from "../../../gate/read/hcl/read-hcl";
import { readCatalogue } from "../../../gate/judge/catalogue";
import { planOf } from "../../fixtures/plans/split";
import { CASES, type MatrixCase, PLANNED_CASES, SOURCE_CASES } from "./cases";
import { AROUND, type SourceName, SOURCES } from "./matrix-case";
import { type PolicyStyle, printHcl } from "./print-hcl";

const ALL = [...CASES, ...PLANNED_CASES, ...SOURCE_CASES];

/** `CASE SOURCE RULE`: what a plan passes over by design (rules.md, "Plans"), or leaves to another rule. */
const SILENT = [
  "groupending plan of HCL destination-arn-suffix",
  "latebucket plan of HCL destination-prefix-reserved",
  "latetype plan of HCL destination-arn-suffix",
  "latetype plan of JSON destination-arn-suffix",
  "passeslater plan of HCL privilege-pass-role",
];

/** `RULE CAUSE` of each finding, with a question mark before what is undecided; faults of the input as they are. */
function findings(documents: readonly Document[], { settings }: MatrixCase): string[] {
  const report = check(documents, { ...(settings && { settings }) });
  return [
    ...report.errors.map(({ message }) => `! ${message}`),
    ...report.findings.map(({ rule, cause, verdict }) => `${verdict === "fail" ? "" : "? "}${rule} ${cause}`),
  ].sort();
}

function ruleOf(finding: string): string {
  return finding.replace(/^\? /, "").split(" ")[0] ?? "";
}

function expected({ findings: everywhere, except }: MatrixCase, source: SourceName): readonly string[] {
  return except?.[source]?.findings ?? everywhere;
}

async function hcl({ terraform }: MatrixCase, style: PolicyStyle): Promise<Document[]> {
  return readHcl([{ path: "main.tf", text: printHcl({ ...AROUND, ...terraform }, style) }]);
}

test.each(ALL)("$name as synthesized JSON", (each) => {
  const document = { path: "cdk.tf.json", text: JSON.stringify({ ...AROUND, ...each.terraform }) };
  expect(findings([document], each)).toEqual(expected(each, "synth"));
});

describe.each(["quoted", "heredoc", "jsonencode"] as const)("with policies as %s", (style) => {
  test.each(ALL)("$name as HCL", async (each) => {
    expect(findings(await hcl(each, style), each)).toEqual(expected(each, "hcl"));
  });
});

describe.each([
  ["plan of JSON", "json", [...CASES, ...PLANNED_CASES]],
  ["plan of HCL", "hcl", [...CASES, ...PLANNED_CASES]],
  ["second plan", "second", CASES],
  ["state", "state", CASES],
] as const)("as %s", (source, file, cases) => {
  const path = join(__dirname, "../../fixtures/plans/matrix", `${file}.json`);
  const shown = JSON.parse(readFileSync(path, "utf8")) as object;
  test.each(cases)("$name", (each) => {
    const document = { path: "plan.json", text: JSON.stringify(planOf(shown, each.name)) };
    expect(findings([document], each)).toEqual(expected(each, source));
  });
});

describe("as a plan of HCL beside its source, which knows what the plan does not", () => {
  const path = join(__dirname, "../../fixtures/plans/matrix/hcl.json");
  const shown = JSON.parse(readFileSync(path, "utf8")) as object;
  test.each([...CASES, ...PLANNED_CASES])("$name", async (each) => {
    const plan = { path: "plan.json", text: JSON.stringify(planOf(shown, each.name)) };
    const source = { path: "main.tf", text: printHcl({ ...AROUND, ...each.terraform }) };
    const heard = each.findings.filter(
      (finding) => !SILENT.includes(`${each.name} plan of JSON ${ruleOf(finding)}`),
    );
    expect(findings(await readHcl([plan, source]), each)).toEqual(heard);
  });
});

describe("the table", () => {
  test("names its cases apart, none the beginning of another's resources", () => {
    const names = ALL.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9]*$/.test(name))).toEqual([]);
  });

  test("gives a reason for each exception, and none that is no exception", () => {
    for (const { name, findings: everywhere, except } of ALL)
      for (const source of SOURCES) {
        const exception = except?.[source];
        if (exception === undefined) continue;
        expect([name, source, exception.because]).not.toContain("");
        expect([name, source, exception.findings]).not.toEqual([name, source, everywhere]);
      }
  });

  test("an exception is never a pass or a fail where another source before the apply says the contrary", () => {
    for (const { name, findings: everywhere, except } of ALL)
      for (const source of ["hcl", "plan of JSON", "plan of HCL"] as const)
        for (const finding of except?.[source]?.findings ?? everywhere)
          if (!everywhere.includes(finding)) expect([name, source, finding[0]]).toEqual([name, source, "?"]);
  });

  test("a rule that finds something is silent in no source before the apply but by design", () => {
    const rulesOf = (findings: readonly string[]): string[] => [...new Set(findings.map(ruleOf))];
    const silent = ALL.flatMap(({ name, findings: everywhere, except }) =>
      (["hcl", "plan of JSON", "plan of HCL"] as const).flatMap((source) => {
        const heard = rulesOf(except?.[source]?.findings ?? everywhere);
        const missed = rulesOf(everywhere).filter((rule) => !heard.includes(rule));
        return missed.map((rule) => `${name} ${source} ${rule}`);
      }),
    );
    expect(silent.sort()).toEqual(SILENT);
  });

  /** Judged elsewhere: what only two states of the world show, and what stands in no configuration. */
  const ELSEWHERE = /^(change|waiver)-|^construct-merged$/;

  test("has a failing case for every rule", () => {
    const failing = new Set(ALL.flatMap((each) => each.findings).map((finding) => finding.split(" ")[0]));
    const rules = readCatalogue().map(({ id }) => id);
    expect(rules.filter((id) => !failing.has(id) && !ELSEWHERE.test(id))).toEqual([]);
  });

  test("has a case for every rule that can be undecided", () => {
    const open = new Set(
      ALL.flatMap((each) => each.findings).flatMap((finding) => /^\? (\S+)/.exec(finding)?.[1] ?? []),
    );
    const rules = readCatalogue().map(({ id }) => id);
    expect(rules.filter((id) => !open.has(id) && !ELSEWHERE.test(id))).toEqual([]);
  });
});
