import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check, readHcl, type Report } from "../../gate";
import { readCatalogue, readExamples } from "../../gate/judge/catalogue";
import type { Settings } from "../../gate/settings/settings";

interface Judged {
  readonly text: string;
  readonly settings: Settings;
}

interface Example {
  readonly avoid: string;
  readonly prefer?: string;
  readonly addresses: readonly string[];
  readonly wrong: Judged;
  readonly right: Judged;
}

const root = join(__dirname, "..", "..");
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the tool of the repository that writes the book
const { ruleExample, world } = require("../../tools/rule-examples.js") as {
  ruleExample: (id: string) => Example | undefined;
  world: string;
};

/** A change is between two configurations, and a construct in neither: no Terraform alone shows these. */
const SHOWN_ELSEWHERE = [
  "change-destroys-records",
  "change-shortens-retention",
  "change-stops-capture",
  "construct-merged",
];

const rules = readCatalogue().map(({ id }) => id);

async function judge({ text, settings }: Judged): Promise<Report> {
  const documents = await readHcl([{ path: "main.tf", text }]);
  return check(documents, { settings, today: "2026-11-21" });
}

const foundBy = (report: Report, rule: string) => report.findings.filter((finding) => finding.rule === rule);

test("every rule passes the configuration that the examples change", async () => {
  const { verdict, findings, errors } = await judge({ text: world, settings: {} });
  expect({ verdict, findings, errors }).toEqual({ verdict: "pass", findings: [], errors: [] });
});

test("every rule that Terraform or settings can show has an example", () => {
  expect(rules.filter((id) => ruleExample(id) === undefined)).toEqual(SHOWN_ELSEWHERE);
});

describe.each(rules.filter((id) => !SHOWN_ELSEWHERE.includes(id)))("the example of %s", (id) => {
  const { avoid, prefer, addresses, wrong, right } = ruleExample(id) as Example;

  it("fails the rule with what it says to avoid", async () => {
    const report = await judge(wrong);
    expect(report.errors).toEqual([]);
    expect(foundBy(report, id).map(({ verdict }) => verdict)).toContain("fail");
  });

  it("passes the rule with what it prefers", async () => {
    const report = await judge(right);
    expect(report.errors).toEqual([]);
    expect(foundBy(report, id).filter(({ address }) => addresses.includes(address))).toEqual([]);
  });

  it("stands in the rule book and in what flowgate explain reads", () => {
    const book = readFileSync(join(root, "docs", "rules.md"), "utf8");
    const section = book.split(`\n### ${id}\n`)[1]?.split("\n### ")[0] ?? "";
    expect(section).toContain(avoid.trimEnd());
    expect(section).toContain(prefer?.trimEnd() ?? "Prefer to leave it out.");
    expect(readExamples().get(id)).toEqual({ avoid, ...(prefer !== undefined && { prefer }) });
  });
});
