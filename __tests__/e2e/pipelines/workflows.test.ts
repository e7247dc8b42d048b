import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { blocksOf } from "../../docs/pages";
import { RECIPES, ROOT } from "../../pipelines/recipes";

/** What tools/install-actionlint installs. */
const ACTIONLINT = join(ROOT, ".tools", "bin", "actionlint");

/** What actionlint says of a workflow, in a repository that holds the action; "" when nothing is wrong. */
function complaints(place: (workflows: string) => void): string {
  const repository = mkdtempSync(join(tmpdir(), "flowgate-workflows-"));
  try {
    const workflows = join(repository, ".github", "workflows");
    mkdirSync(workflows, { recursive: true });
    execFileSync("git", ["init", "--quiet"], { cwd: repository });
    cpSync(join(ROOT, "action.yml"), join(repository, "action.yml"));
    place(workflows);
    const { stdout, stderr } = spawnSync(ACTIONLINT, ["-oneline", "-no-color"], {
      cwd: repository,
      encoding: "utf8",
    });
    return stdout + stderr;
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}

test.each(RECIPES.filter((recipe) => recipe.startsWith("github-actions")))(
  "%s: actionlint has no complaint",
  (recipe) => {
    expect(
      complaints((workflows) => {
        cpSync(join(ROOT, "examples", "pipelines", recipe), join(workflows, recipe));
      }),
    ).toBe("");
  },
);

/** What actionlint says of a workflow with these steps. */
function ofSteps(steps: string): string {
  const indented = steps.trimEnd().replaceAll(/^/gm, "      ");
  return complaints((workflows) => {
    const workflow = `on: push\njobs:\n  check:\n    runs-on: ubuntu-24.04\n    steps:\n${indented}\n`;
    writeFileSync(join(workflows, "use.yml"), workflow);
  });
}

/** A workflow that uses the action with these inputs, and reads one of its outputs. */
function using(inputs: string, output: string): string {
  return ofSteps(
    `- uses: ./\n  id: flowgate\n  with:\n    ${inputs}\n- run: echo "$VERDICT"\n  env:\n    VERDICT: \${{ steps.flowgate.outputs.${output} }}`,
  );
}

test("the steps that docs/pull-requests.md shows for the action are a workflow's", () => {
  const [steps, ...others] = blocksOf("docs/pull-requests.md", "yaml").map(({ body }) => body);
  expect(steps).toContain("uses: YOUR-ORGANIZATION/flowgate@COMMIT");
  expect(others).toEqual([]);
  expect(ofSteps(steps?.replace("YOUR-ORGANIZATION/flowgate@COMMIT", "./") ?? "")).toBe("");
});

test("the action is one that a workflow can use, by the inputs and outputs that it names", () => {
  expect(using("path: cdktf.out", "verdict")).toBe("");
  expect(using("paths: cdktf.out", "verdict")).toContain('input "paths" is not defined');
  expect(using("path: cdktf.out", "answer")).toContain('property "answer" is not defined');
});
