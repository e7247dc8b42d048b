import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "@cdktn/hcl2json";

import { ROOT, textOf } from "../../pipelines/recipes";
import { Project, type Ran } from "./project";

const POLICY = join(ROOT, "examples", "pipelines", "spacelift", "plan-policy.rego");
const OPA = join(ROOT, ".tools", "bin", "opa");
const NOT_JUDGED = "flowgate has not judged this plan: see what its after_plan hook printed";

interface Decision {
  readonly deny: readonly string[];
  readonly warn: readonly string[];
}

/** What the policy says of a plan, given what Spacelift merged of *.custom.spacelift.json. */
function decide(custom: unknown): Decision {
  const input = JSON.stringify({ spacelift: {}, terraform: {}, third_party_metadata: { custom } });
  const args = ["eval", "--strict", "--format", "raw", "--stdin-input", "--data", POLICY, "data.spacelift"];
  return JSON.parse(execFileSync(OPA, args, { input, encoding: "utf8" })) as Decision;
}

/** The after_plan hooks of the context, in order. */
async function hooks(): Promise<readonly string[]> {
  const { resource } = (await parse("spacelift.tf", textOf("examples/pipelines/spacelift/spacelift.tf"))) as {
    resource: { spacelift_context: { flowgate: { after_plan: string[] }[] } };
  };
  return resource.spacelift_context.flowgate[0]?.after_plan ?? [];
}

/** Runs the hooks where Spacelift does, in the folder of the stack, each a command that may end the run. */
async function afterPlan(project: Project): Promise<Ran> {
  return project.run((await hooks()).join("\n"), { folder: "infra" });
}

describe("after a plan", () => {
  let project: Project;

  beforeAll(() => {
    project = new Project(7);
    const { status, output } = project.run(
      "cd infra && terraform init -input=false && terraform plan -input=false -out=spacelift.plan",
    );
    if (status !== 0) throw new Error(output);
  });

  afterAll(() => {
    project.remove();
  });

  function report(): unknown {
    return JSON.parse(project.read("infra/flowgate.custom.spacelift.json"));
  }

  test("what fails goes on to the policy, which denies it by name", async () => {
    expect((await afterPlan(project)).status).toBe(0);
    expect(decide({ flowgate: report() })).toMatchObject({
      deny: [
        "flowgate fails this plan, as its settings ask",
        "retention-too-short: records are deleted after 7 days, where at least 30 are required (aws_cloudwatch_log_group.records)",
      ],
      warn: [],
    });
  });

  test("what is told and does not fail is a warning, and what passes is nothing", async () => {
    project.write("infra/flowgate.json", '{ "rules": { "retention-too-short": "warning" } }');
    await afterPlan(project);
    expect(decide({ flowgate: report() })).toMatchObject({
      deny: [],
      warn: [expect.stringMatching(/^retention-too-short/)],
    });
    project.write(
      "infra/flowgate.json",
      '{ "rules": { "retention-too-short": "warning" }, "failOn": "warning" }',
    );
    await afterPlan(project);
    expect(decide({ flowgate: report() }).deny).toEqual(["flowgate fails this plan, as its settings ask"]);
    project.write("infra/flowgate.json", '{ "retention": { "minimumDays": 7 } }');
    await afterPlan(project);
    expect(decide({ flowgate: report() })).toMatchObject({ deny: [], warn: [] });
    project.remove("infra/flowgate.json");
  });

  test("a waived finding is neither denied nor warned of", async () => {
    const waiver = {
      rule: "retention-too-short",
      address: "aws_cloudwatch_log_group.records",
      reason: "a test network",
      until: "2999-12-31",
    };
    project.write("infra/flowgate.json", JSON.stringify({ waivers: [waiver] }));
    await afterPlan(project);
    project.remove("infra/flowgate.json");
    expect((report() as { findings: unknown[] }).findings).toHaveLength(1);
    expect(decide({ flowgate: report() })).toMatchObject({ deny: [], warn: [] });
  });

  test("what cannot be judged ends the run at the hook", async () => {
    project.write("infra/flowgate.json", '{ "retension": {} }');
    expect((await afterPlan(project)).status).not.toBe(0);
    project.remove("infra/flowgate.json");
    expect(decide({ flowgate: report() }).deny).toEqual([NOT_JUDGED]);
  });

  test("a report that the pull request brought along does not stay", async () => {
    project.write("infra/flowgate.custom.spacelift.json", '{ "exitCode": 0, "findings": [] }');
    await afterPlan(project);
    expect(decide({ flowgate: report() }).deny).toHaveLength(2);
  });
});

test.each([
  ["no report", {}],
  ["a report of nothing", { flowgate: {} }],
  ["a report that is an error", { flowgate: { verdict: "error", exitCode: 2, findings: [] } }],
])("%s is denied", (_, custom) => {
  expect(decide(custom).deny).toEqual([NOT_JUDGED]);
});

test("undecided is a warning, and what a baseline knew is nothing", () => {
  const finding = { rule: "r", message: "m", address: "a.b", severity: "error" };
  const findings = [
    { ...finding, verdict: "undecided" },
    { ...finding, verdict: "fail", known: true },
  ];
  expect(decide({ flowgate: { verdict: "undecided", exitCode: 0, findings } })).toMatchObject({
    deny: [],
    warn: ["r: m (a.b)"],
  });
});

test("the policy is strict Rego in OPA's own format", () => {
  execFileSync(OPA, ["check", "--strict", POLICY], { stdio: "pipe" });
  expect(execFileSync(OPA, ["fmt", POLICY], { encoding: "utf8" })).toBe(readFileSync(POLICY, "utf8"));
  expect(textOf("examples/pipelines/spacelift/spacelift.tf")).toContain(
    'file("${path.module}/plan-policy.rego")',
  );
});
