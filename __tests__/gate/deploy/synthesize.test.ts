import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { synthesize, type Report, type SynthesizeOptions } from "../../../gate";
import { addMerged, Network, outputFolder } from "./app";

const { folder, app: newApp } = outputFolder();

/** A stack with flow logs, or without; by its name. */
type Stacks = Readonly<Record<string, boolean>>;

let exitCode: typeof process.exitCode;
let printed = "";

beforeEach(() => {
  exitCode = process.exitCode;
  printed = "";
});
afterEach(() => {
  process.exitCode = exitCode;
});

function options(more: SynthesizeOptions = {}): SynthesizeOptions {
  return { environment: {}, settings: {}, print: (text) => (printed += text), ...more };
}

function run(stacks: Stacks, more?: SynthesizeOptions): Report {
  const app = newApp();
  for (const [name, hasFlowLogs] of Object.entries(stacks)) new Network(app, name, hasFlowLogs);
  return synthesize(app, options(more));
}

function isWritten(...path: string[]): boolean {
  return existsSync(join(folder(), ...path));
}

describe("an app that passes", () => {
  test("is written as app.synth() writes it, and the process succeeds", () => {
    const report = run({ network: true });
    expect([report.verdict, process.exitCode]).toEqual(["pass", exitCode]);
    expect([isWritten("manifest.json"), isWritten("stacks", "network", "cdk.tf.json")]).toEqual([true, true]);
    expect(printed).toMatch(/\npass {2}\d+ rules hold for 1 flow log \(\d+ resources\) in network\n$/);
  });

  test("is judged by the settings that are given", () => {
    const report = run({ network: true }, { settings: { retention: { minimumDays: 3653 } } });
    expect(report.findings.map(({ rule }) => rule)).toEqual(["retention-too-short"]);
  });
});

describe("an app that fails", () => {
  test("leaves nothing that could be deployed, not of the stacks that pass either, and fails the process", () => {
    const report = run({ covered: true, bare: false });
    expect([report.exitCode, process.exitCode]).toEqual([1, 1]);
    expect(isWritten("manifest.json")).toBe(false);
    expect(isWritten("stacks", "covered", "cdk.tf.json")).toBe(false);
    expect(isWritten("stacks", "bare", "cdk.tf.json")).toBe(false);
  });

  test("keeps what Terraform needs for the next run", () => {
    mkdirSync(join(folder(), "stacks", "bare", ".terraform"), { recursive: true });
    writeFileSync(join(folder(), "stacks", "bare", ".terraform.lock.hcl"), "");
    run({ bare: false });
    expect(isWritten("stacks", "bare", ".terraform")).toBe(true);
    expect(isWritten("stacks", "bare", ".terraform.lock.hcl")).toBe(true);
  });

  test("is told of what is found in every stack, and why that matters", () => {
    run({ one: false, two: false });
    expect(printed.match(/error\[capture-uncovered\]/g)).toHaveLength(1);
    expect(printed.match(/^ {2}--> (?:one|two)\//gm)).toEqual(["  --> one/", "  --> two/"]);
    expect(printed).toContain("  = why: ");
  });

  test("is written with FLOWGATE=warn, which says so and succeeds", () => {
    const report = run({ bare: false }, { environment: { FLOWGATE: "warn" } });
    expect([report.verdict, process.exitCode]).toEqual(["fail", exitCode]);
    expect(isWritten("stacks", "bare", "cdk.tf.json")).toBe(true);
    expect(printed).toMatch(
      /\nflowgate: FLOWGATE=warn is set, so this goes on in spite of what stands above\n$/,
    );
  });

  test("may be let through by a baseline that knows it", () => {
    const baseline = run({ bare: false });
    process.exitCode = exitCode;
    expect(run({ bare: false }, { baseline }).exitCode).toBe(0);
    expect(isWritten("manifest.json")).toBe(true);
  });
});

describe("what cannot be judged cannot be deployed", () => {
  test("an unknown value of FLOWGATE enforces nothing less", () => {
    const report = run({ network: true }, { environment: { FLOWGATE: "off" } });
    expect([report.exitCode, process.exitCode, isWritten("manifest.json")]).toEqual([2, 2, false]);
    expect(printed).toContain('error: the environment variable FLOWGATE cannot be "off"\n');
    expect(printed).toContain("write FLOWGATE=warn to go on in spite of findings, or leave it out");
  });

  test("an app that throws leaves neither the old synthesis nor half of the new one", () => {
    run({ network: true });
    const app = newApp();
    new Network(app, "network", true);
    new Network(app, "last", true).node.addValidation({ validate: () => ["no"] });
    expect(() => synthesize(app, options())).toThrow("Validation failed");
    expect(isWritten("manifest.json")).toBe(false);
    expect(isWritten("stacks", "network", "cdk.tf.json")).toBe(false);
  });

  test("a stale manifest does not stand for a synthesis that wrote none", () => {
    run({ network: true });
    const app = { outdir: folder(), node: { findAll: () => [] }, synth: () => undefined };
    const report = synthesize(app, options());
    expect([report.verdict, process.exitCode]).toEqual(["error", 2]);
    expect(printed).toContain("manifest.json is missing: the last synthesis did not finish");
    expect(isWritten("stacks", "network", "cdk.tf.json")).toBe(false);
  });

  test("HCL output is refused, and removed", () => {
    const app = newApp(true);
    new Network(app, "network", true);
    expect(synthesize(app, options()).verdict).toBe("error");
    expect(printed).toContain("the stack was synthesized as HCL (--hcl)");
    expect(isWritten("stacks", "network", "cdk.tf")).toBe(false);
  });

  test("settings that are wrong are refused", () => {
    expect(run({ network: true }, { settings: { rules: { "no-rule": "off" } } }).exitCode).toBe(2);
    expect(isWritten("manifest.json")).toBe(false);
  });
});

describe("settings that nobody gives", () => {
  const here = process.cwd();
  afterEach(() => {
    process.chdir(here);
  });

  test("are those of the nearest flowgate.json, as for the command line", () => {
    const app = newApp();
    new Network(app, "network", true);
    const root = join(folder(), "..");
    writeFileSync(join(root, "flowgate.json"), JSON.stringify({ retention: { minimumDays: 3653 } }));
    mkdirSync(join(root, "app"));
    process.chdir(join(root, "app"));
    const report = synthesize(app, { environment: {}, print: (text) => (printed += text) });
    expect(report.findings.map(({ rule }) => rule)).toEqual(["retention-too-short"]);
    expect(printed).toContain("settings: ../flowgate.json");
  });
});

describe("constructs that became one resource", () => {
  test("are found, with the path of each", () => {
    const app = newApp();
    const stack = new Network(app, "network", true);
    addMerged(stack);
    const report = synthesize(app, options({ environment: { FLOWGATE: "warn" } }));
    expect(report.findings).toMatchObject([
      {
        rule: "construct-merged",
        verdict: "fail",
        severity: "error",
        source: 0,
        address: "aws_cloudwatch_log_group.AB",
        message: "2 constructs became this one resource: network/A B, network/AB",
      },
    ]);
    const written = JSON.parse(readFileSync(join(folder(), "stacks/network/cdk.tf.json"), "utf8")) as {
      resource: { aws_cloudwatch_log_group: object };
    };
    expect(Object.keys(written.resource.aws_cloudwatch_log_group)).toContain("AB");
  });

  test("are none where the same id stands in two stacks", () => {
    const app = newApp();
    new Network(app, "one", true);
    new Network(app, "two", true);
    expect(synthesize(app, options()).verdict).toBe("pass");
  });

  test("cannot be excused", () => {
    const app = newApp();
    addMerged(new Network(app, "network", true));
    const waiver = {
      rule: "construct-merged",
      address: "aws_cloudwatch_log_group.AB",
      reason: "r",
      until: "2026-12-01",
    };
    synthesize(app, options({ settings: { waivers: [waiver] }, today: "2026-11-21" }));
    expect(printed).toContain("error: construct-merged cannot be waived");
    expect([process.exitCode, isWritten("manifest.json")]).toEqual([2, false]);
  });
});
