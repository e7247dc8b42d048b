import Ajv from "ajv";

import reportSchema from "../../../schemas/report.schema.json";
import { UNCOVERED, workplace } from "./workplace";

/** The module may hold the flow log: it is not read. */
const UNCERTAIN = JSON.stringify({ module: { m: { source: "./m" } }, resource: { aws_vpc: { v: {} } } });
const SETTINGS_OFF = JSON.stringify({ rules: { "capture-uncovered": "off" } });

const { write, flowgate } = workplace();

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

describe("exit codes", () => {
  beforeEach(() => {
    write({ "bad.tf.json": UNCOVERED, "maybe/x.tf.json": UNCERTAIN, "off.json": SETTINGS_OFF });
  });

  test.each<[number, string, readonly string[], RegExp]>([
    [
      0,
      "all rules hold",
      ["bad.tf.json", "-c", "off.json"],
      /^pass {2}\d+ rules hold for 0 flow logs \(1 resource\) in bad\.tf\.json$/,
    ],
    [1, "a finding", ["bad.tf.json"], /^fail {2}1 failed, /],
    [1, "a finding, by the verb", ["check", "bad.tf.json"], /^fail {2}1 failed, /],
    [
      0,
      "a finding with --fail-on never",
      ["bad.tf.json", "--fail-on", "never"],
      /^fail .*\(exit 0, as --fail-on asks\)$/,
    ],
    [0, "something undecided", ["maybe"], /^not proven: 2 undecided for 0 flow logs in .*; to prove it, /],
    [1, "something undecided with --strict", ["maybe", "--strict"], /^not proven: /],
  ])("%d: %s", (code, _, args, answer) => {
    const text = flowgate(args);
    expect([text.code, text.err]).toEqual([code, ""]);
    expect(lastLine(text.out)).toMatch(answer);
    const json = flowgate([...args, "--format", "json"]);
    expect([json.code, json.err]).toEqual([code, ""]);
    expect(JSON.parse(json.out)).toMatchObject({ exitCode: code });
  });

  test.each<[string, readonly string[], string, string]>([
    [
      "no cdktf.out",
      [],
      "no path is given, and there is no cdktf.out",
      "judge the .tf files here with `flowgate check .`, and once there is a plan, `flowgate check plan.json .`",
    ],
    [
      "a missing path",
      ["nowhere/at/all"],
      "there is no such file or folder",
      "give cdktf.out, a stack folder, a folder of .tf files, or what `terraform show -json` prints",
    ],
    [
      "a missing settings file",
      ["bad.tf.json", "-c", "none.json"],
      "there is no such settings file",
      "correct the path after --config, or leave it out",
    ],
    ["an unknown verb", ["chek"], 'there is no verb "chek", nor a file of that name', 'write "check"'],
    ["an unknown option", ["--strct"], "there is no option --strct", "write --strict"],
    [
      "an unknown short option",
      ["-x"],
      "there is no option -x",
      "list the options with `flowgate check --help`",
    ],
    ["an option of another verb", ["model", "--strict"], "flowgate model takes no --strict", "leave it out"],
    ["an option in place of a value", ["-c", "--strict"], "-c needs a value", "give it one"],
    ["an option without its value", ["--config"], "--config needs a value", "give it one"],
    ["a value too many", ["--strict=yes"], "--strict takes no value", "write --strict alone"],
    ["an unknown format", ["--format", "jsn"], '--format cannot be "jsn"', "write --format json"],
    [
      "two formats to print",
      ["bad.tf.json", "--format", "json", "--format=text"],
      "--format is given twice",
      "give it once, and further reports with --report FORMAT=FILE",
    ],
    [
      "two settings files",
      ["bad.tf.json", "-c", "a.json", "--config=b.json"],
      "--config is given twice",
      "give it once",
    ],
    [
      "an unknown threshold",
      ["--fail-on", "xyz"],
      '--fail-on cannot be "xyz"',
      "write error, warning or never",
    ],
    [
      "no rule to explain",
      ["explain"],
      "flowgate explain needs a rule",
      "list the rules with `flowgate rules`",
    ],
    [
      "an unknown rule",
      ["explain", "retention-unst"],
      'there is no rule "retention-unst"',
      'write "retention-unset"',
    ],
    [
      "a rule like none",
      ["explain", "qqqqqqqq"],
      'there is no rule "qqqqqqqq"',
      "list the rules with `flowgate rules`",
    ],
    ["two rules", ["explain", "a", "b"], '"b" is one word too many', "write `flowgate explain RULE`"],
    ["a word after rules", ["rules", "x"], '"x" is one word too many', "write `flowgate rules`"],
  ])("2: %s", (_, args, message, fix) => {
    const { code, out, err } = flowgate(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`error: ${message}\n`);
    expect(err.replace(/\n {11}/g, " ")).toContain(`   = help: ${fix}\n`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(lastLine(err)).toBe("could not judge: 1 problem");
  });

  test("2, as JSON too: a fault is a report with the verdict error", () => {
    const valid = new Ajv({ strict: false }).compile(reportSchema);
    for (const args of [
      ["--format", "json"],
      ["--format=json", "--strct"],
      ["nowhere", "--format", "json"],
    ]) {
      const { code, out, err } = flowgate(args);
      expect([code, err]).toEqual([2, ""]);
      const report: unknown = JSON.parse(out);
      expect(valid(report) || valid.errors).toBe(true);
      expect(report).toMatchObject({ verdict: "error", exitCode: 2, errors: [{}] });
    }
  });

  test("2: settings that are no settings, with line and column", () => {
    write({ "s.json": '{\n  "strict": 1,\n  "strict": 2\n}', "t.json": '{ "retention": { "minDays": 1 } ' });
    expect(flowgate(["bad.tf.json", "-c", "s.json"]).err).toContain(
      `error: "strict" stands twice in the same block\n  --> s.json:3:3\n   = help: correct the settings file`,
    );
    expect(flowgate(["bad.tf.json", "-c", "t.json"]).err).toContain(
      "--> t.json:1:33\n   = help: correct the settings file",
    );
  });
});
