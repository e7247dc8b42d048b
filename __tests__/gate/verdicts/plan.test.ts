import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { check } from "../../../gate/check";
import type { Document } from "../../../gate/read/document";
import { readHcl } from "../../../gate/read/hcl/read-hcl";
import type { Report } from "../../../gate/report/report";
import { summary } from "../../../gate/report/summary";
import { fixture } from "../read/plan/fixture";

/** `RULE CAUSE ADDRESS` of each finding, with a question mark before what is undecided. */
function findings({ findings: found, errors }: Report): string[] {
  return [
    ...errors.map(({ message }) => `! ${message}`),
    ...found.map(
      ({ rule, cause, verdict, address }) => `${verdict === "fail" ? "" : "? "}${rule} ${cause} ${address}`,
    ),
  ].sort();
}

function folder(path: string): Document {
  return {
    path: `${path}/main.tf`,
    text: readFileSync(join(__dirname, "../../..", path, "main.tf"), "utf8"),
  };
}

describe("plans of this repository's own apps", () => {
  test("the one of main.ts proves everything, before anything is there", () => {
    expect(check([fixture("apps/network")]).verdict).toBe("pass");
  });

  test("the documented Terraform breaks in its plan what it breaks in its synthesis", () => {
    const synthesized = findings(check([fixture("apps/documented.tf")]));
    expect(synthesized.length).toBeGreaterThan(6);
    expect(findings(check([fixture("apps/documented")]))).toEqual(synthesized);
  });

  test("with its source, a finding names the construct", () => {
    const { findings: found, sources } = check([fixture("apps/documented"), fixture("apps/documented.tf")]);
    expect(
      found.map(({ constructPath }) => constructPath).every((path) => path?.startsWith("documented/")),
    ).toBe(true);
    expect(sources.map(({ kind }) => kind)).toEqual(["synth", "plan"]);
  });
});

const RACES = [
  "delivery-race no-dependency aws_flow_log.counted[0]",
  "delivery-race no-dependency aws_flow_log.counted[1]",
];
const RACES_OF_MODULES = [
  'delivery-race no-dependency module.scoped["a"].aws_flow_log.this',
  'delivery-race no-dependency module.scoped["b.c"].aws_flow_log.this',
];
const OTHER_GROUP = [
  "delivery-not-granted other-log-group aws_flow_log.counted[0]",
  "delivery-not-granted other-log-group aws_flow_log.counted[1]",
];

describe("modules, count and for_each", () => {
  test.each(["shapes/second", "shapes/state"])("%s: everything is known", (name) => {
    expect(findings(check([fixture(name)]))).toEqual([...OTHER_GROUP, ...RACES, ...RACES_OF_MODULES].sort());
  });

  test("a first plan of .tf proves nothing about texts that hang on what is to be made", () => {
    const report = check([fixture("shapes/first")]);
    const ofNet = findings(report).filter((finding) => /aws_flow_log\.net|aws_iam_role\.flow/.test(finding));
    expect(ofNet).toEqual([
      "? delivery-not-granted not-certain aws_flow_log.net",
      "? privilege-wildcard-resource resource-unknown aws_iam_role.flow",
    ]);
    expect(findings(report).filter((finding) => !finding.startsWith("? "))).toEqual(RACES);
    expect(summary(report)).toMatch(
      /; to prove it, add its source: flowgate check shapes\/first\.json SOURCE$/,
    );
  });

  test("a policy that is known by references alone asks for the source of the plan", () => {
    const unread = check([fixture("shapes/first")]).findings.filter(({ cause }) => cause === "policy-unread");
    expect(unread.length).toBeGreaterThan(0);
    expect(new Set(unread.filter(({ rule }) => rule !== "delivery-race").map(({ fix }) => fix))).toEqual(
      new Set(["give the source of the plan too, its synthesized stack or folder of .tf"]),
    );
  });

  test("with its folder of .tf the same plan proves them, or finds what is wrong", async () => {
    const report = check(await readHcl([fixture("shapes/first"), folder("tools/plan-fixtures/shapes")]));
    const found = findings(report).filter((finding) => !finding.includes("module."));
    expect(found).toEqual([...OTHER_GROUP, ...RACES].sort());
  });
});

describe("a plan that changes what is there", () => {
  test("is judged as the world after it, and for what it takes away", () => {
    const rules = new Set(
      check([fixture("changed/after")]).findings.map(({ rule, address }) => `${rule} ${address}`),
    );
    expect(rules).toContain('delivery-policy-unattached aws_flow_log.all["kept"]');
    expect(rules).toContain('change-destroys-records aws_cloudwatch_log_group.all["deleted"]');
    expect(rules).not.toContain('change-destroys-records aws_cloudwatch_log_group.all["kept"]');
  });

  test("may destroy everything and still be judged", () => {
    const report = check([fixture("shapes/destroy")]);
    expect(report.errors).toEqual([]);
    expect(report.judged.flowLogs).toBe(0);
    expect(new Set(report.findings.map(({ rule }) => rule))).toEqual(
      new Set(["change-destroys-records", "change-stops-capture"]),
    );
  });
});

/** A plan in which what stands in no policy, the name of a log group and that of a role, has a suffix wherever it occurs. */
function renamed(plan: Document, suffix: string): Document {
  const rename = (value: unknown): unknown => {
    if (typeof value === "string")
      return value === "flow" || /(?::role\/flow|\/counted\/[01])$/.test(value) ? value + suffix : value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rename(each)]));
  };
  const parsed = JSON.parse(plan.text) as { resource_changes: { change: object }[] };
  for (const each of parsed.resource_changes) each.change = rename(each.change) as object;
  return { ...plan, text: JSON.stringify(parsed) };
}

describe("literal strings of a plan never change a verdict by holding ${ or %{:", () => {
  const marker = fc.constantFrom(
    "${aws_iam_role.flow.arn}",
    "${data.aws_iam_policy_document.write.json}",
    "%{ if true }",
    "$${x}",
    "${",
    "}",
    "%%{",
    '${"}',
  );

  test.each(["shapes/first", "shapes/second", "apps/documented"])("%s", (name) => {
    const plan = fixture(name);
    const plain = findings(check([plan]));
    fc.assert(
      fc.property(fc.array(marker, { minLength: 1, maxLength: 3 }), (markers) => {
        expect(findings(check([renamed(plan, markers.join(""))]))).toEqual(plain);
      }),
      { numRuns: 20, seed: 20261121 },
    );
  });

  test("in a policy of IAM, ${ is IAM's own variable, and what it covers is not told", () => {
    const text = fixture("shapes/second").text.replaceAll("/net/flow:*", "/net/${aws:username}:*");
    expect(findings(check([{ path: "plan.json", text }]))).toContain(
      "? privilege-wildcard-resource resource-unknown aws_iam_role.flow",
    );
  });
});
