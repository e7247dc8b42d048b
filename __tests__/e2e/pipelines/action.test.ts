import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readAction, ROOT } from "../../pipelines/recipes";
import { installFlowgate, Project, type Ran } from "./project";

const { inputs, outputs, runs } = readAction();
const [step] = runs.steps;

let project: Project;
let runner = "";

beforeAll(() => {
  project = new Project(365);
  const plans = join(ROOT, "__tests__", "fixtures", "plans");
  for (const [name, file] of Object.entries({ network: "apps/network.json", changed: "changed/after.json" }))
    project.write(`plans/${name}.json`, readFileSync(join(plans, file), "utf8"));
  project.write("cdktf.out/cdk.tf.json", readFileSync(join(plans, "apps", "network.tf.json"), "utf8"));
});

beforeEach(() => {
  runner = mkdtempSync(join(tmpdir(), "flowgate-runner-"));
  installFlowgate(join(runner, "flowgate"));
  for (const file of ["summary", "output"]) writeFileSync(join(runner, file), "");
});

afterEach(() => {
  rmSync(runner, { recursive: true, force: true });
});

afterAll(() => {
  project.remove();
});

/** Runs the action's step with inputs, as the runner does: each expression is an input, or its default. */
function act(
  given: Readonly<Record<string, string>>,
): Ran & { outputs: Record<string, string>; summary: string } {
  const evaluated = (text: string): string =>
    text.replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_, name: string) => given[name] ?? inputs[name]?.default ?? "",
    );
  const environment = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => [name, evaluated(value)]),
  );
  const ran = project.run(step?.run ?? "exit 99", {
    folder: given["working-directory"] ?? ".",
    environment: {
      ...environment,
      RUNNER_TEMP: runner,
      GITHUB_STEP_SUMMARY: join(runner, "summary"),
      GITHUB_OUTPUT: join(runner, "output"),
    },
  });
  const lines = readFileSync(join(runner, "output"), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return {
    ...ran,
    outputs: Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    ),
    summary: readFileSync(join(runner, "summary"), "utf8"),
  };
}

test("a plan that passes: exit 0, the verdict in the summary, and the three reports", () => {
  const { status, outputs, summary } = act({ path: "plans/network.json\ncdktf.out\n" });
  expect({ status, outputs }).toEqual({
    status: 0,
    outputs: {
      verdict: "pass",
      "exit-code": "0",
      sarif: "flowgate.sarif",
      comment: "flowgate-comment.md",
      json: "flowgate-report.json",
    },
  });
  expect(summary).toBe(project.read("flowgate-comment.md"));
  expect(summary).toMatch(/^## flowgate: pass {2}48 rules hold/);
  expect(JSON.parse(project.read("flowgate.sarif"))).toMatchObject({ version: "2.1.0" });
});

test("a plan that fails: exit 1, annotations, and the reports all the same", () => {
  const { status, output, outputs, summary } = act({ path: "plans/changed.json" });
  expect([status, outputs["verdict"], outputs["exit-code"]]).toEqual([1, "fail", "1"]);
  expect(output).toContain("::error file=plans/changed.json,line=1,title=change-destroys-records::");
  expect(summary).toContain("change-destroys-records");
});

test("findings that the baseline has do not fail", () => {
  act({ path: "plans/changed.json", json: "old.json" });
  writeFileSync(join(runner, "output"), "");
  const { status, outputs } = act({ path: "plans/changed.json", baseline: "old.json" });
  expect([status, outputs["verdict"]]).toEqual([0, "pass"]);
});

test("severity, strictness, settings and text are what the inputs say", () => {
  const told = act({ path: "plans/changed.json", "fail-on": "never", annotations: "false" });
  expect([told.status, told.outputs["verdict"]]).toEqual([0, "fail"]);
  expect(told.output).toContain("error[change-destroys-records]");
  project.write("strict.json", '{ "retention": { "minimumDays": 400 } }');
  expect(act({ path: "cdktf.out", config: "strict.json" }).status).toBe(1);
  project.write(
    "lone/main.tf",
    'resource "aws_flow_log" "f" {\n  vpc_id = "vpc-1"\n  traffic_type = "ALL"\n  log_destination = "arn:aws:logs:eu-west-1:123456789012:log-group:/x"\n  iam_role_arn = "arn:aws:iam::123456789012:role/r"\n}\n',
  );
  expect([act({ path: "lone" }).status, act({ path: "lone", strict: "true" }).status]).toEqual([0, 1]);
});

test("reports of a folder below the root are named from the root", () => {
  const { outputs } = act({
    path: "network.json",
    "working-directory": "plans",
    sarif: "/tmp/../tmp/flowgate-abs.sarif",
  });
  rmSync("/tmp/flowgate-abs.sarif");
  expect([outputs["comment"], outputs["sarif"]]).toEqual([
    "plans/flowgate-comment.md",
    "/tmp/../tmp/flowgate-abs.sarif",
  ]);
});

test("what cannot be judged is exit 2, and no reports of an earlier run stay", () => {
  project.write("flowgate.sarif", "of an earlier run");
  const { status, outputs, summary } = act({ path: "nowhere" });
  expect([status, outputs["verdict"], outputs["exit-code"]]).toEqual([2, "error", "2"]);
  expect(summary).toContain("could not judge");
  expect(project.read("flowgate.sarif")).toContain('"executionSuccessful": false');
});

test("a version that npx cannot get is an error, and no verdict of another run stands for it", () => {
  project.write("flowgate-report.json", '{ "verdict": "pass" }');
  const { status, output, outputs } = act({ path: "cdktf.out", version: "9.9.9" });
  expect([status, outputs["verdict"]]).toEqual([2, "error"]);
  expect(output).toContain("::error title=flowgate::flowgate 9.9.9 could not be run");
  expect(project.has("flowgate-report.json")).toBe(false);
});

test.each([
  ["a range as version", { version: "^0.1.0" }, "names no single version"],
  ["a tag as version", { version: "latest" }, "names no single version"],
  ["no file for a report", { sarif: "" }, "each name one file"],
  ["two lines for a report", { json: "a\nverdict=pass" }, "each name one file"],
  ["a switch that is neither", { strict: "yes" }, "are true or false"],
])("%s is refused before anything runs", (_, given, sentence) => {
  const { status, output, outputs } = act({ path: "cdktf.out", ...given });
  expect([status, outputs]).toEqual([2, {}]);
  expect(output).toContain(sentence);
});

test("no input is run as text of the script, nor read as an option", () => {
  const hostile = '"; touch pwned; $(touch pwned) `touch pwned` #';
  for (const name of ["path", "config", "baseline", "fail-on", "sarif"]) {
    const { status } = act({ path: "cdktf.out", [name]: hostile });
    expect([name, project.has("pwned")]).toEqual([name, false]);
    expect([name, status]).toEqual([name, name === "sarif" ? 0 : 2]);
  }
  expect(act({ path: "--fail-on=never" }).output).toContain("there is no such file or folder");
});

test("what the pull request brings along does not choose what judges it", () => {
  const other = new Project(365);
  try {
    other.write(
      "cdktf.out/cdk.tf.json",
      '{ "resource": { "aws_vpc": { "main": { "cidr_block": "10.0.0.0/16" } } } }',
    );
    other.remove("node_modules");
    other.write(
      "node_modules/flowgate/package.json",
      '{ "name": "flowgate", "version": "0.1.0", "bin": "pass.js" }',
    );
    other.write("node_modules/flowgate/pass.js", "#!/usr/bin/env node\n", 0o755);
    other.write("node_modules/.bin/flowgate", "#!/usr/bin/env node\n", 0o755);
    const mine = project;
    project = other;
    const { status, outputs } = act({ path: "cdktf.out" });
    project = mine;
    expect([status, outputs["verdict"]]).toEqual([1, "fail"]);
  } finally {
    other.remove();
  }
});

test("every output is one that the step writes", () => {
  const written = act({ path: "cdktf.out" }).outputs;
  expect(Object.entries(outputs).map(([name, { value }]) => [name, value])).toEqual(
    Object.keys(written).map((name) => [name, `\${{ steps.check.outputs.${name} }}`]),
  );
});
