import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import Ajv from "ajv";

import { VERBS } from "../../../gate/cli/arguments";
import type { Report } from "../../../gate/report/report";
import modelSchema from "../../../schemas/model.schema.json";
import reportSchema from "../../../schemas/report.schema.json";
import { CLI, ROOT, UNCOVERED, workplace } from "./workplace";

const { folder, write, flowgate } = workplace();

describe("what is read", () => {
  const manifest = (name: string): string =>
    JSON.stringify({
      version: "0.21.0",
      stacks: {
        [name]: {
          name,
          constructPath: name,
          dependencies: [],
          synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
        },
      },
    });

  test("is cdktf.out when nothing is given", () => {
    write({
      "cdktf.out/manifest.json": manifest("network"),
      "cdktf.out/stacks/network/cdk.tf.json": UNCOVERED,
    });
    const { code, out } = flowgate([]);
    expect([code, out.split("\n")[0]]).toEqual([1, "network  cdktf.out/stacks/network/cdk.tf.json"]);
  });

  test("is never half of it: a manifest that names a missing file is refused", () => {
    write({ "cdktf.out/manifest.json": manifest("network") });
    const { code, err } = flowgate(["cdktf.out"]);
    expect(code).toBe(2);
    expect(err).toContain(
      'the manifest names cdktf.out/stacks/network/cdk.tf.json (stack\n  "network"), which is missing\n',
    );
  });

  test("is standard input for -", () => {
    const { code, out } = flowgate(["-"], UNCOVERED);
    expect([code, out.split("\n")[0]]).toEqual([1, "-"]);
  });
});

describe("the JSON report", () => {
  test("of several paths holds a source for each, and the same bytes wherever they stand", () => {
    const files = {
      "a/cdk.tf.json": UNCOVERED,
      "b/cdk.tf.json": UNCOVERED,
      "elsewhere/a/cdk.tf.json": UNCOVERED,
    };
    write({ ...files, "elsewhere/b/cdk.tf.json": UNCOVERED });
    const { code, out } = flowgate(["a", "b", "--format", "json"]);
    const report = JSON.parse(out) as Report;
    const valid = new Ajv({ strict: false }).compile(reportSchema);
    expect([code, valid(report) || valid.errors]).toEqual([1, true]);
    expect(report.sources.map(({ path }) => path)).toEqual(["a/cdk.tf.json", "b/cdk.tf.json"]);
    expect(report.findings.map(({ source }) => source)).toEqual([0, 1]);
    const moved = spawnSync(process.execPath, [CLI, "a", "b", "--format", "json"], {
      cwd: join(folder(), "elsewhere"),
      encoding: "utf8",
    });
    expect(moved.stdout).toBe(out);
  });
});

describe("what is printed", () => {
  beforeEach(() => {
    write({ "bad.tf.json": UNCOVERED });
  });

  test("has no colour where nobody sees it, and with --quiet one line", () => {
    expect(flowgate(["bad.tf.json"]).out).not.toContain("\u001b");
    expect(flowgate(["bad.tf.json", "--quiet"]).out).toMatch(/^fail .*\n$/);
    expect(flowgate(["missing.tf.json", "--quiet"]).err).toMatch(
      /^error: .*\n[^]*could not judge: 1 problem\n$/,
    );
  });

  test("may be cut off by its reader without a word", () => {
    const resource = { aws_vpc: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`v${at}`, {}])) };
    write({ "many.tf.json": JSON.stringify({ resource }) });
    const script = `"${process.execPath}" "${CLI}" many.tf.json --format json | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const run = spawnSync("bash", ["-c", script], { cwd: folder(), encoding: "utf8" });
    expect([run.stdout, run.stderr]).toEqual(["{\n1\n", ""]);
  });

  test.each<[string, string, string]>([
    ["whose reader is gone", "nowhere 2>&1 | true; exit ${PIPESTATUS[0]}", ""],
    [
      "for which there is no room",
      "bad.tf.json >/dev/full",
      "error: the output cannot be written (ENOSPC)\n   = help: make room for it\n",
    ],
  ])("%s leaves exit code 2 and no stack trace", (_, args, err) => {
    const script = `"${process.execPath}" "${CLI}" ${args}`;
    const run = spawnSync("bash", ["-c", script], { cwd: folder(), encoding: "utf8" });
    expect([run.status, run.stdout, run.stderr]).toEqual([2, "", err]);
  });

  test("by model is the model, which keeps its schema", () => {
    const { code, out } = flowgate(["model", "bad.tf.json"]);
    const valid = new Ajv({ strict: false }).compile(modelSchema);
    const model: unknown = JSON.parse(out);
    expect([code, valid(model) || valid.errors]).toEqual([0, true]);
    expect(model).toMatchObject({ version: 1, vpcs: [{ address: "aws_vpc.v" }] });
  });

  test("by model is nothing where there is nothing to judge, so that no policy calls it a pass", () => {
    write({ "none.tf.json": '{"locals": {}}' });
    const { code, out, err } = flowgate(["model", "none.tf.json"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("there is nothing to judge");
  });

  test("by rules is every rule of the catalogue with its severity", () => {
    const catalogue = JSON.parse(readFileSync(join(ROOT, "policies", "built", "catalogue.json"), "utf8")) as {
      id: string;
      severity: string;
      title: string;
    }[];
    const { code, out } = flowgate(["rules"]);
    const listed = out.split("\n").filter((line) => line.startsWith("  "));
    expect(code).toBe(0);
    expect(listed.map((line) => line.trim().replace(/ {2,}/g, " "))).toEqual(
      catalogue.map(({ id, severity, title }) => `${id} ${severity} ${title}`),
    );
  });

  test("by explain is what a rule asserts, why, its causes, its cure and its links", () => {
    const { code, out } = flowgate(["explain", "delivery-not-granted"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^delivery-not-granted: .+\nerror, cannot be waived, lowered or switched off \(delivery\)\n\n/,
    );
    for (const heading of ["Causes", "How to fix it", "Links"]) expect(out).toContain(`\n\n${heading}\n  `);
    expect(out).toMatch(/\n {2}other-log-group +\S/);
    expect(out).toContain('\n\nAvoid\n  data "aws_iam_policy_document" "grant" {\n    statement {\n');
    expect(out).toContain('\n\nPrefer\n  data "aws_iam_policy_document" "grant" {\n');
    expect(flowgate(["explain", "privilege-extra-policy"]).out).toContain("\n\nPrefer to leave it out\n");
    expect(flowgate(["explain", "change-stops-capture"]).out).not.toContain("Avoid");
    expect(flowgate(["explain", "retention-unset"]).out).toContain(
      "error, may be waived, lowered and switched off (retention)",
    );
  });

  test("by --version is the package's version", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(flowgate(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  test.each(VERBS)("by %s --help is its usage with two examples", (verb) => {
    const { code, out, err } = flowgate([verb, "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`Usage: flowgate ${verb === "check" ? "[check]" : verb}`);
    expect(out.split("Examples\n")[1]?.match(/^ {2}flowgate /gm)).toHaveLength(2);
  });

  test("by -h alone is the help of check", () => {
    expect(flowgate(["-h"]).out).toBe(flowgate(["check", "--help"]).out);
  });
});
