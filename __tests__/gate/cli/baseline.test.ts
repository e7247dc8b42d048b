import { readFileSync } from "node:fs";
import { join } from "node:path";

import Ajv from "ajv";

import type { Report } from "../../../gate/report/report";
import reportSchema from "../../../schemas/report.schema.json";
import { UNCOVERED, workplace } from "./workplace";

const { folder, write, flowgate } = workplace();

/** Two VPCs without flow log. */
const TWO = JSON.stringify({
  resource: { aws_vpc: { v: { cidr_block: "10.0.0.0/16" }, w: { cidr_block: "10.1.0.0/16" } } },
});

function reportOf(...args: string[]): Report {
  return JSON.parse(flowgate([...args, "--format", "json"]).out) as Report;
}

beforeEach(() => {
  write({ "net.tf.json": UNCOVERED });
  flowgate(["net.tf.json", "--report", "json=old.json"]);
});

test("what the baseline has is known, stays visible and does not fail", () => {
  const { code, out } = flowgate(["net.tf.json", "--baseline", "old.json"]);
  expect(out).toContain("known[capture-uncovered]: ");
  expect(out).toContain("  --> aws_vpc.v\n   = known: the baseline has it, so it does not fail\n");
  expect(out).toMatch(/\npass {2}\d+ rules hold for .*, 1 finding known\n$/);
  expect(code).toBe(0);
});

test("what it has not is new and fails", () => {
  write({ "net.tf.json": TWO });
  const { code, out } = flowgate(["net.tf.json", "--baseline", "old.json"]);
  expect(out).toContain("known[capture-uncovered]: ");
  expect(out).toContain("error[capture-uncovered]: ");
  expect(out).toMatch(/\nfail {2}1 failed, .*, 1 finding known\n$/);
  expect(code).toBe(1);
});

test("what is found no longer is fixed", () => {
  write({ "net.tf.json": TWO });
  flowgate(["net.tf.json", "--report", "json=old.json"]);
  write({ "net.tf.json": UNCOVERED });
  const { code, out } = flowgate(["net.tf.json", "--baseline", "old.json"]);
  expect(out).toMatch(/\n\nfixed\[capture-uncovered\]: [^\n]+(\n {2}[^\n]+)*\n {2}--> aws_vpc\.w\n\n/);
  expect(out).toMatch(/, 1 finding known, 1 finding fixed\n$/);
  expect(code).toBe(0);
});

test("the JSON report says so too, by its schema, with counts that agree, and serves as the next baseline", () => {
  write({ "net.tf.json": TWO });
  const report = reportOf("net.tf.json", "--baseline", "old.json");
  const valid = new Ajv({ strict: false }).compile(reportSchema);
  expect(valid(report) || valid.errors).toBe(true);
  expect(report.findings.map(({ address, known }) => [address, known])).toEqual([
    ["aws_vpc.v", true],
    ["aws_vpc.w", undefined],
  ]);
  expect(report.rules.find(({ id }) => id === "capture-uncovered")).toEqual({
    id: "capture-uncovered",
    pass: 0,
    fail: 1,
    undecided: 0,
    waived: 0,
    known: 1,
  });
  write({ "next.json": JSON.stringify(report) });
  expect(reportOf("net.tf.json", "--baseline", "next.json").exitCode).toBe(0);
});

test("fixed findings fit the schema, and point into the sources of this run", () => {
  write({ "a/net.tf.json": TWO, "b/net.tf.json": UNCOVERED });
  flowgate(["b", "a", "--report", "json=old.json"]);
  write({ "a/net.tf.json": UNCOVERED });
  const report = reportOf("a", "b", "--baseline", "old.json");
  const valid = new Ajv({ strict: false }).compile(reportSchema);
  expect(valid(report) || valid.errors).toBe(true);
  expect(report.fixed.map(({ address, source = -1 }) => [report.sources[source]?.path, address])).toEqual([
    ["a/net.tf.json", "aws_vpc.w"],
  ]);
});

test("what is not judged again is not fixed: another stack, or a rule that is off", () => {
  write({ "other.tf.json": UNCOVERED, "off.json": '{"rules":{"capture-uncovered":"off"}}' });
  expect(reportOf("other.tf.json", "--baseline", "old.json").fixed).toEqual([]);
  expect(reportOf("net.tf.json", "-c", "off.json", "--baseline", "old.json").fixed).toEqual([]);
});

test("what was waived for a time is new when that time is over", () => {
  const waiver = { rule: "capture-uncovered", address: "aws_vpc.v", reason: "r", until: "2026-11-21" };
  write({ "flowgate.json": JSON.stringify({ waivers: [waiver] }) });
  flowgate(["net.tf.json", "--today", "2026-11-21", "--report", "json=old.json"]);
  const late = reportOf("net.tf.json", "--today", "2026-11-22", "--baseline", "old.json");
  expect(late.findings.map(({ rule, known }) => [rule, known])).toEqual([
    ["waiver-expired", undefined],
    ["capture-uncovered", undefined],
  ]);
  expect(late.exitCode).toBe(1);
});

describe("a baseline that cannot be compared with is refused", () => {
  const source = { path: "p", kind: "synth", hash: "h" };
  const whole = { version: 1, tool: { name: "flowgate" }, verdict: "fail", sources: [source], findings: [] };
  const found = {
    rule: "r",
    cause: "c",
    address: "a",
    fingerprint: "f",
    message: "m",
    source: 0,
    related: [],
  };
  test.each([
    ["that is not there", undefined, "there is no such baseline"],
    ["that is empty", "", "the document is empty"],
    ["that is no JSON", "fail  1 failed", "the JSON is malformed"],
    ["that is another JSON", "[]", "the baseline is no JSON report of flowgate"],
    ["of another tool", '{"version":1,"tool":{"name":"x"}}', "the baseline is no JSON report of flowgate"],
    [
      "of another version",
      JSON.stringify({ ...whole, version: 2 }),
      "the baseline is a report of version 2, where 1 is needed",
    ],
    [
      "of a run that could not judge",
      JSON.stringify({ ...whole, verdict: "error" }),
      "the baseline is the report of a run that could not judge",
    ],
    [
      "without findings",
      JSON.stringify({ ...whole, findings: undefined }),
      "the baseline is a report that something is missing from",
    ],
    [
      "with a finding of no source",
      JSON.stringify({ ...whole, findings: [{ ...found, source: 7 }] }),
      "the baseline is a report that something is missing from",
    ],
  ])("%s", (_, text, message) => {
    if (text !== undefined) write({ "bad.json": text });
    const { code, out, err } = flowgate(["net.tf.json", "--baseline", "bad.json"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(`error: ${message}`);
    expect(err).toContain("  --> bad.json");
    expect(err).toContain("   = help: ");
  });

  test("that is a folder", () => {
    const { code, err } = flowgate(["net.tf.json", "--baseline", "."]);
    expect([code, err.includes("error: the baseline cannot be read (EISDIR)")]).toEqual([2, true]);
  });
});

test("the report of a run with a baseline is the same bytes twice", () => {
  flowgate(["net.tf.json", "--baseline", "old.json", "--report", "json=one.json"]);
  flowgate(["net.tf.json", "--baseline", "old.json", "--report", "json=two.json"]);
  expect(readFileSync(join(folder(), "one.json"), "utf8")).toBe(
    readFileSync(join(folder(), "two.json"), "utf8"),
  );
});
