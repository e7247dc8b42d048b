import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { UNCOVERED, workplace } from "./workplace";

const { folder, write, flowgate } = workplace();
const WAIVER = {
  rule: "capture-uncovered",
  address: "aws_vpc.v",
  reason: "nothing in it",
  until: "2026-11-30",
};
const SETTINGS = JSON.stringify({ $schema: "x", strict: true, waivers: [WAIVER] });

beforeEach(() => {
  // Ends the search for settings, whatever lies above.
  mkdirSync(join(folder(), ".git"));
  write({ "net.tf.json": UNCOVERED });
});

describe("the settings file", () => {
  test("is found in the working directory, and the report says so", () => {
    write({ "flowgate.json": SETTINGS });
    const { code, out } = flowgate(["net.tf.json", "--today", "2026-11-21"]);
    expect(code).toBe(0);
    expect(out).toContain("\nsettings: flowgate.json\n");
    expect(out).toContain("   = waived: until 2026-11-30 (9 days left): nothing in it\n");
    expect(out).toMatch(
      /\npass {2}\d+ rules hold for 0 flow logs \(1 resource\) in net\.tf\.json, 1 finding waived\n$/,
    );
  });

  test("that is given takes the place of the one that would be found", () => {
    write({ "flowgate.json": "not JSON", "other.json": SETTINGS });
    const { code, out } = flowgate(["net.tf.json", "-c", "other.json", "--today", "2026-11-21"]);
    expect(code).toBe(0);
    expect(out).toContain("\nsettings: other.json\n");
  });

  test("is named neither with --quiet nor in JSON", () => {
    write({ "flowgate.json": SETTINGS });
    expect(flowgate(["net.tf.json", "--quiet"]).out).not.toContain("flowgate.json");
    const { out } = flowgate(["net.tf.json", "--format", "json", "--today", "2026-11-21"]);
    expect(out).not.toContain("flowgate.json");
  });

  test("that is wrong is refused with its place, though nobody named it", () => {
    write({ "flowgate.json": '{\n  "waivers": [{ "rule": "capture-uncoverd" }]\n}' });
    const { code, out, err } = flowgate(["net.tf.json"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain('error: waivers[0] has no "address"\n  --> flowgate.json:2:15\n');
  });

  test("that cannot be read says what to do", () => {
    mkdirSync(join(folder(), "flowgate.json"));
    const { code, err } = flowgate(["net.tf.json"]);
    expect(code).toBe(2);
    expect(err).toContain("error: the settings file cannot be read (EISDIR)\n  --> flowgate.json\n");
    expect(err).toContain("   = help: make it a file that can be read, or give another with --config\n");
  });
});

describe("the day of the run", () => {
  test.each([
    ["2026-11-30", 0],
    ["2026-12-01", 1],
  ])("--today %s", (today, code) => {
    write({ "flowgate.json": SETTINGS });
    expect(flowgate(["net.tf.json", "--today", today]).code).toBe(code);
    expect(flowgate(["model", "net.tf.json", "--today", today]).out).toContain(`"today": "${today}"`);
  });

  test.each([
    [
      ["--today", "2026-02-30"],
      '--today cannot be "2026-02-30"',
      "write a day of the calendar as YYYY-MM-DD",
    ],
    [["--today"], "--today needs a value", "give it one"],
    [["--today", "--strict"], "--today needs a value", "give it one"],
  ])("%j is refused", (args, message, fix) => {
    const { code, err } = flowgate(["net.tf.json", ...args]);
    expect(code).toBe(2);
    expect(err).toContain(`error: ${message}\n   = help: ${fix}\n`);
  });
});

describe("flowgate settings", () => {
  test("prints what the policies are given, and says from where", () => {
    write({ "flowgate.json": SETTINGS });
    const { code, out, err } = flowgate(["settings"]);
    expect([code, err]).toEqual([0, "settings: flowgate.json\n"]);
    expect(JSON.parse(out)).toEqual({ flowgate_settings: { strict: true, waivers: [WAIVER] } });
  });

  test("prints the baseline where there is no file", () => {
    expect(flowgate(["settings"])).toEqual({
      code: 0,
      out: '{\n  "flowgate_settings": {}\n}\n',
      err: "no flowgate.json: the baseline holds\n",
    });
  });

  test.each([
    [["settings", "x"], '"x" is one word too many', "write `flowgate settings -c FILE`"],
    [["settings", "--strict"], "flowgate settings takes no --strict", "leave it out"],
    [
      ["settings", "-c", "none.json"],
      "there is no such settings file",
      "correct the path after --config, or leave it out",
    ],
  ])("%j is refused", (args, message, fix) => {
    const { code, out, err } = flowgate(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`error: ${message}\n`);
    expect(err).toContain(`   = help: ${fix}\n`);
  });
});

describe("help and version", () => {
  test.each([
    [["help"], ["--help"]],
    [
      ["help", "explain"],
      ["explain", "--help"],
    ],
    [["-v"], ["--version"]],
  ])("%j is %j", (one, other) => {
    expect(flowgate(one)).toEqual(flowgate(other));
    expect(flowgate(one).code).toBe(0);
  });

  test("help about an unknown verb names the nearest", () => {
    const { code, err } = flowgate(["help", "explian"]);
    expect(code).toBe(2);
    expect(err).toContain('   = help: write "explain"\n');
  });
});

test("explain names the controls of a rule", () => {
  expect(flowgate(["explain", "capture-uncovered"]).out).toContain("\nControls\n  CIS AWS v1.2.0 2.9\n");
});

test("a strict run that exits 0 says why", () => {
  write({
    "maybe.tf.json": JSON.stringify({ module: { m: { source: "./m" } }, resource: { aws_vpc: { v: {} } } }),
  });
  const { code, out } = flowgate(["maybe.tf.json", "--strict", "--fail-on", "never"]);
  expect(code).toBe(0);
  expect(out).toMatch(/\(exit 0, as --fail-on asks\)\n$/);
});

test("the same input gives the same bytes in another folder and at another time", () => {
  const texts = { "a/net.tf.json": UNCOVERED, "b/c/net.tf.json": UNCOVERED };
  write({ ...texts, "a/s.json": SETTINGS, "b/c/s.json": SETTINGS });
  const args = ["-c", "s.json", "--today", "2026-11-21", "--format", "json", "net.tf.json"];
  const [one, other] = ["a", "b/c"].map((inner) => flowgate(args, "", inner));
  expect(one?.out).toBe(other?.out);
  expect(JSON.parse(one?.out ?? "")).toMatchObject({
    policyHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    settingsHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    sources: [{ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
  });
});
