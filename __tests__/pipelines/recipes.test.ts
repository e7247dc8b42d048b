import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

import { readAction, RECIPES, ROOT, textOf, workflowSteps, type Step } from "./recipes";

const { version } = JSON.parse(textOf("package.json")) as { version: string };
const GITHUB = RECIPES.filter((recipe) => recipe.startsWith("github-actions"));

test("there is a recipe for each host, and each is shown in docs/pipelines.md", () => {
  expect(RECIPES).toEqual([
    "atlantis/repos.yaml",
    "azure-pipelines-cdktf.yml",
    "azure-pipelines.yml",
    "check.sh",
    "conftest.sh",
    "github-actions-cdktf.yml",
    "github-actions.yml",
    "gitlab-ci-cdktf.yml",
    "gitlab-ci.yml",
    "pre-commit-config.yaml",
    "spacelift/plan-policy.rego",
    "spacelift/spacelift.tf",
  ]);
  const page = textOf("docs/pipelines.md");
  expect(RECIPES.filter((recipe) => !page.includes(`examples/pipelines/${recipe}`))).toEqual([]);
});

test.each([
  ...RECIPES.map((recipe) => `examples/pipelines/${recipe}`),
  "action.yml",
  ".pre-commit-hooks.yaml",
])("%s asks for this very version, wherever it names one", (path) => {
  const named = [...textOf(path).matchAll(/flowgate@([\w.^~-]+)/g)].map(([, asked]) => asked);
  expect(named.filter((asked) => asked !== version)).toEqual([]);
});

test("the action's default is this very version", () => {
  expect(readAction().inputs["version"]?.default).toBe(version);
});

test.each(GITHUB)("%s pins what it uses by commit, and says which version that is", (recipe) => {
  const uses = textOf(`examples/pipelines/${recipe}`)
    .split("\n")
    .filter((line) => /\buses:/.test(line));
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test.each(GITHUB)("%s gives its token no more than it needs", (recipe) => {
  const { permissions, jobs } = parse(textOf(`examples/pipelines/${recipe}`)) as {
    permissions: unknown;
    jobs: Record<string, { permissions: unknown }>;
  };
  expect(permissions).toEqual({});
  expect(jobs["flow-logs"]?.permissions).toEqual({
    contents: "read",
    "pull-requests": "write",
    "security-events": "write",
  });
});

test.each(GITHUB)("%s shows alerts and the comment when the check has failed too", (recipe) => {
  const after = workflowSteps(recipe).filter(({ name }) => name === "Alerts" || name === "Comment");
  expect(after).toHaveLength(2);
  for (const step of after) expect(step.if).toContain("!cancelled() && steps.check.outcome != 'skipped'");
});

const STEPS: readonly Step[] = [...GITHUB.flatMap(workflowSteps), ...readAction().runs.steps];

test("no expression is text of a shell script, where what it holds would be run", () => {
  const scripts = STEPS.flatMap(({ run }) => run ?? []);
  expect(scripts.length).toBeGreaterThan(4);
  expect(scripts.filter((run) => run.includes("${{"))).toEqual([]);
});

test("the action is composite, needs no secret, and every input reaches its script", () => {
  const { inputs, runs } = readAction();
  expect([runs.using, runs.steps.length, runs.steps[0]?.shell]).toEqual(["composite", 1, "bash"]);
  const given = Object.values(runs.steps[0]?.env ?? {});
  expect(given).toHaveLength(Object.keys(inputs).length);
  for (const name of Object.keys(inputs)) expect(given).toContain(`\${{ inputs.${name} }}`);
  expect(textOf("action.yml")).not.toMatch(/secrets\.|github\.token/);
});

test("both workflows for GitHub comment in one way", () => {
  const [workflow, cdktf] = GITHUB.map((recipe) =>
    workflowSteps(recipe).find(({ name }) => name === "Comment"),
  );
  expect(workflow?.run).toBe(cdktf?.run);
  expect(workflow?.run).toContain("flowgate:");
});

test("a pre-commit hook asks for the files that it can judge", () => {
  const hooks = parse(textOf(".pre-commit-hooks.yaml")) as { id: string; files: string }[];
  const asked = (id: string, file: string): boolean =>
    new RegExp(hooks.find((hook) => hook.id === id)?.files ?? "").test(file);
  const terraform = ["infra/main.tf", "a.tf.json", "terraform.tfvars", "infra/x.auto.tfvars.json"];
  expect(terraform.filter((file) => !asked("flowgate-terraform", file))).toEqual([]);
  expect(["main.ts", "notes.tfx", "prod.tfvars"].filter((file) => asked("flowgate-terraform", file))).toEqual(
    [],
  );
  expect(["main.ts", "lib/net.py", "cdktf.json"].filter((file) => !asked("flowgate-cdktf", file))).toEqual(
    [],
  );
  expect(["README.md", "cdktf.jsonc"].filter((file) => asked("flowgate-cdktf", file))).toEqual([]);
});

test("the pre-commit recipe asks for the files that the hook of this repository asks for", () => {
  const [hook] = parse(textOf(".pre-commit-hooks.yaml")) as { files: string }[];
  const { repos } = parse(textOf("examples/pipelines/pre-commit-config.yaml")) as {
    repos: { hooks: { files: string }[] }[];
  };
  expect(repos[0]?.hooks[0]?.files).toBe(hook?.files);
});

test("what a recipe for Spacelift reads stands beside it", () => {
  const [, policy = ""] =
    /file\("\$\{path\.module\}\/([^"]+)"\)/.exec(textOf("examples/pipelines/spacelift/spacelift.tf")) ?? [];
  expect(existsSync(join(ROOT, "examples", "pipelines", "spacelift", policy))).toBe(true);
  expect(readFileSync(join(ROOT, "examples", "pipelines", "spacelift", policy), "utf8")).toMatch(
    /^package spacelift\n/,
  );
});
