import Ajv from "ajv";

import { check, type CheckOptions } from "../../gate/check";
import { renderText } from "../../gate/report/text";
import type { Report } from "../../gate/report/report";
import schema from "../../schemas/report.schema.json";

const TODAY = "2026-11-21";
const validate = new Ajv({ strict: false }).compile(schema);

interface Waived {
  readonly waive?: unknown;
  readonly location?: object;
}

/** A VPC without flow log, and a log group that a flow log keeps for 7 days. */
function documents({ waive, location }: Waived = {}): { path: string; text: string }[] {
  const text = JSON.stringify({
    resource: {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_cloudwatch_log_group: {
        g: { "//": { flowgate: { waive, location } }, name: "/net/flow", retention_in_days: 7 },
      },
      aws_flow_log: {
        f: {
          vpc_id: "${aws_vpc.v.id}",
          traffic_type: "ALL",
          log_destination: "${aws_cloudwatch_log_group.g.arn}",
          iam_role_arn: "arn:aws:iam::111122223333:role/flow",
        },
      },
    },
  });
  return [{ path: "net.tf.json", text }];
}

function judged(waived: Waived, options: CheckOptions = {}): Report {
  const report = check(documents(waived), { today: TODAY, ...options });
  expect(validate(report) || validate.errors).toBe(true);
  return report;
}

const short = ({ findings }: Report): unknown => findings.find(({ rule }) => rule === "retention-too-short");
const rules = ({ findings }: Report): string[] => findings.map(({ rule }) => rule);
const WAIVER = { rule: "retention-too-short", reason: "sandbox", until: "2026-11-30" };
const ADDRESSED = { ...WAIVER, address: "aws_cloudwatch_log_group.g" };

test.each<[string, Waived, CheckOptions]>([
  ["in code", { waive: [WAIVER] }, {}],
  ["in the settings", {}, { settings: { waivers: [ADDRESSED] } }],
  ["in the settings for one path", {}, { settings: { waivers: [{ ...ADDRESSED, path: "./net.tf.json" }] } }],
])("a waiver %s excuses its finding, which stays visible", (_, waived, options) => {
  const report = judged(waived, options);
  expect(short(report)).toMatchObject({
    verdict: "fail",
    waiver: { reason: "sandbox", until: "2026-11-30", daysLeft: 9 },
  });
  expect(report.rules.find(({ id }) => id === "retention-too-short")).toEqual({
    id: "retention-too-short",
    pass: 0,
    fail: 0,
    undecided: 0,
    waived: 1,
  });
  expect(report.verdict).toBe("undecided");
  expect(report.flowLogs).toMatchObject([{ verdict: "undecided" }]);
});

test("a flow log whose failures are all waived does not fail, one whose are not does", () => {
  expect(judged({}).flowLogs).toMatchObject([{ verdict: "fail" }]);
});

test.each<[string, boolean]>([
  ["2026-11-29", true],
  ["2026-11-30", true],
  ["2026-12-01", false],
])("on %s, a waiver until 2026-11-30 holds: %p", (today, holds) => {
  const report = judged({ waive: [WAIVER] }, { today });
  expect(rules(report).includes("waiver-expired")).toBe(!holds);
  expect(report.verdict).toBe(holds ? "undecided" : "fail");
});

test("a waiver that has run out leads to where it stands, and the finding is back", () => {
  const past = { ...WAIVER, until: "2026-11-20" };
  const inCode = judged({ waive: [past], location: { path: "main.ts", line: 14 } });
  expect(inCode.findings.find(({ rule }) => rule === "waiver-expired")).toMatchObject({
    source: 0,
    address: "aws_cloudwatch_log_group.g",
    location: { path: "main.ts", line: 14 },
    severity: "error",
    cause: "expired",
  });
  expect(short(inCode)).not.toHaveProperty("waiver");
  const places = [{ path: "flowgate.json", line: 3, column: 5 }];
  const inSettings = judged({}, { settings: { waivers: [{ ...ADDRESSED, until: "2026-11-20" }] }, places });
  const finding = inSettings.findings.find(({ rule }) => rule === "waiver-expired");
  expect(finding).toMatchObject({ location: places[0], address: "aws_cloudwatch_log_group.g" });
  expect(finding).not.toHaveProperty("source");
});

test("a waiver that matches nothing is told the nearest address", () => {
  const report = judged(
    {},
    { settings: { waivers: [{ ...ADDRESSED, address: "aws_cloudwatch_log_group.gg" }] } },
  );
  expect(report.findings.find(({ rule }) => rule === "waiver-unused")).toMatchObject({
    severity: "warning",
    message: "the waiver of retention-too-short for aws_cloudwatch_log_group.gg matches no finding",
    fix: "write the address aws_cloudwatch_log_group.g, where its rule finds something, or take the waiver out",
  });
});

test.each<[string, CheckOptions, Waived, string]>([
  [
    "the settings",
    { settings: { waivers: [{ ...ADDRESSED, rule: "capture-scope" }] } },
    {},
    "capture-scope cannot be waived: what it finds never works, whoever accepts it",
  ],
  [
    "code",
    {},
    { waive: [{ ...WAIVER, rule: "no-such-rule" }] },
    'in a waiver of aws_cloudwatch_log_group.g: there is no rule "no-such-rule"',
  ],
  ["the day of the run", { today: "tomorrow" }, {}, 'today cannot be "tomorrow"'],
])("what is wrong in %s is refused, and nothing is judged", (_, options, waived, message) => {
  const report = judged(waived, options);
  expect([report.verdict, report.exitCode]).toEqual(["error", 2]);
  expect(report.errors.map((fault) => fault.message)).toEqual([message]);
});

test.each([
  'module.m["a.b"].aws_cloudwatch_log_group.g["c\\"d"]',
  "arn:aws:logs:eu-west-1:111122223333:log-group:/net/flow",
  "stack::group",
  "__proto__",
])("an address is compared as it is: %s", (address) => {
  const report = judged({}, { settings: { waivers: [{ ...ADDRESSED, address }] } });
  const unused = report.findings.find(({ rule }) => rule === "waiver-unused");
  expect(unused?.message).toBe(`the waiver of retention-too-short for ${address} matches no finding`);
});

describe("the text report", () => {
  test("shows a waived finding with its reason and the days that are left", () => {
    const text = renderText(judged({ waive: [WAIVER] }), { settings: "../flowgate.json" });
    expect(text).toContain(
      "waived[retention-too-short]: records are deleted after 7 days, where at least 30\n",
    );
    expect(text).toContain("   = waived: until 2026-11-30 (9 days left): sandbox\n");
    expect(text).toMatch(/\nsettings: \.\.\/flowgate\.json\n\nnot proven: .*, 1 finding waived; /);
  });

  test.each<[string, string]>([
    ["2026-11-30", "(the last day)"],
    ["2026-11-29", "(1 day left)"],
  ])("says on %s that it is %s", (today, left) => {
    expect(renderText(judged({ waive: [WAIVER] }, { today }))).toContain(left);
  });

  test("puts what is found about waivers of the settings file under its name", () => {
    const places = [{ path: "flowgate.json", line: 3, column: 5 }];
    const text = renderText(judged({}, { settings: { waivers: [{ ...ADDRESSED, address: "x" }] }, places }));
    expect(text).toMatch(/\n\nflowgate\.json\n\nwarning\[waiver-unused\]/);
    expect(text).toContain("  --> x  flowgate.json:3:5\n");
  });

  test("says once what several rules cannot tell for one reason", () => {
    const unknown =
      documents()[0]?.text.replace('"retention_in_days":7', '"retention_in_days":"${var.days}"') ?? "";
    const report = check([{ path: "net.tf.json", text: unknown }], { today: TODAY });
    const doubts = report.findings.filter(({ address }) => address === "aws_cloudwatch_log_group.g");
    expect(doubts.length).toBeGreaterThan(1);
    const text = renderText(report);
    expect(text.match(/undecided\[retention-/g)).toHaveLength(1);
    expect(text).toContain("undecided[retention-invalid and 2 more]: the retention of the");
    expect(text).toContain("   = rules: retention-invalid, retention-too-short, retention-unset\n");
  });

  test("says why a strict run exits 0", () => {
    const report = judged({ waive: [WAIVER] }, { strict: true, failOn: "never" });
    expect([report.verdict, report.exitCode]).toEqual(["undecided", 0]);
    expect(renderText(report, { strict: true })).toMatch(/ \(exit 0, as --fail-on asks\)\n$/);
    expect(renderText(report)).not.toContain("exit 0");
  });
});
