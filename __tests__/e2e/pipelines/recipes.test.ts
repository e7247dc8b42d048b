import { join } from "node:path";

import { bashOf, jobOf, readRecipe, ROOT, runOf, textOf } from "../../pipelines/recipes";
import { startMoto, type Moto } from "../moto";
import { Project, type Ran } from "./project";
import { PullRequest } from "./pull-request";

/** What a network with these days of retention comes to: 365 pass, 7 fail. */
const CASES = [
  { days: 365, verdict: "passes", status: 0 },
  { days: 7, verdict: "fails", status: 1 },
] as const;

let moto: Moto;
beforeAll(async () => (moto = await startMoto()));
afterAll(async () => {
  await moto.stop();
});

describe.each(CASES)("a network that $verdict", ({ days, status }) => {
  let project: Project;
  beforeAll(() => {
    project = new Project(days);
    const { status: planned, output } = project.run(runOf("github-actions.yml", "Plan"));
    if (planned !== 0) throw new Error(output);
  });
  afterAll(() => {
    project.remove();
  });

  test("GitHub Actions: annotations, SARIF, summary, and one comment however often it runs", () => {
    const pullRequest = new PullRequest(project);
    project.write("summary.md", "");
    const environment = { ...pullRequest.environment, GITHUB_STEP_SUMMARY: join(project.path, "summary.md") };
    const check = project.run(runOf("github-actions.yml", "Check"), { environment });
    expect(check.status).toBe(status);
    expect(check.output.includes("::error file=infra/main.tf,line=27,")).toBe(status === 1);
    const { runs } = JSON.parse(project.read("flowgate.sarif")) as { runs: { results: unknown[] }[] };
    expect(runs[0]?.results).toHaveLength(status);
    expect(project.read("summary.md")).toBe(project.read("comment.md"));
    for (const time of ["first", "second"]) {
      const comment = project.run(runOf("github-actions.yml", "Comment"), { environment });
      expect([time, comment]).toEqual([time, { status: 0, output: "" }]);
    }
    expect(pullRequest.comments.map(({ id, body }) => [id, body.split("\n")[0]])).toEqual([
      [1, "looks good <!-- another bot -->"],
      [101, project.read("comment.md").split("\n")[0]],
    ]);
  });

  test("GitLab: code quality and JUnit", () => {
    expect(jobOf("gitlab-ci.yml", "plan").script.join("\n")).toBe(runOf("github-actions.yml", "Plan").trim());
    const { script, artifacts } = jobOf("gitlab-ci.yml", "flow-logs");
    expect(project.run(script.join("\n")).status).toBe(status);
    const quality = JSON.parse(project.read(artifacts.reports.codequality)) as { check_name: string }[];
    expect(quality.map(({ check_name: rule }) => rule)).toEqual(status === 1 ? ["retention-too-short"] : []);
    expect(project.read(artifacts.reports.junit)).toContain("<testsuites");
    expect(artifacts.paths.filter((path) => !project.has(path))).toEqual([]);
  });

  test("Azure Pipelines: an issue for each finding, JUnit and a summary", () => {
    const recipe = "azure-pipelines.yml";
    expect(bashOf(recipe, "Plan").trim()).toBe(runOf("github-actions.yml", "Plan").trim());
    const check = project.run(bashOf(recipe, "Check"));
    expect([check.status, check.output.includes("##vso[task.logissue type=error;")]).toEqual([
      status,
      status === 1,
    ]);
    expect(project.run(bashOf(recipe, "Summary"))).toEqual({
      status: 0,
      output: `##vso[task.uploadsummary]${project.path}/flowgate.md\n`,
    });
    expect(project.read("flowgate.xml")).toContain("<testsuites");
  });

  test("Atlantis: the text that it reads the verdict off, and exit 0", () => {
    const { workflows } = readRecipe("atlantis/repos.yaml") as {
      workflows: Record<string, { policy_check: { steps: (string | { run: string })[] } }>;
    };
    const [show, check] = workflows["flowgate"]?.policy_check.steps ?? [];
    expect(show).toBe("show");
    const run = typeof check === "object" ? check.run : "exit 99";
    const environment = { SHOWFILE: join(project.path, "plan.json") };
    const ran = project.run(run, { environment, folder: "infra" });
    expect([ran.status, failsForAtlantis(ran)]).toEqual([0, status === 1]);
    const unreadable = project.run(run, { environment: { SHOWFILE: "nowhere.json" }, folder: "infra" });
    expect([unreadable.status, failsForAtlantis(unreadable)]).toEqual([2, true]);
  });

  test.each([
    ["a folder", () => join(ROOT, "policies")],
    ["a git repository", () => `git::file://${bundleRepository(project)}//policies`],
  ])("conftest, with the bundle pulled from %s", (_, bundle) => {
    project.remove(".flowgate");
    const { status: code, output } = project.run(textOf("examples/pipelines/conftest.sh"), {
      environment: { BUNDLE: bundle() },
    });
    expect(output).toMatch(/\d+ tests?, \d+ passed/);
    expect([code, output.includes("retention-too-short")]).toEqual([status, status === 1]);
  });

  test("a shell applies what passes, and stops before what fails", async () => {
    const { status: code, output } = await project.runBeside(textOf("examples/pipelines/check.sh"), {
      environment: { AWS_ENDPOINT_URL: moto.endpoint },
    });
    expect([code, output.includes("Apply complete! Resources: 5 added")]).toEqual([status, status === 0]);
    expect(output.includes("error[retention-too-short]")).toBe(status === 1);
    expect(project.has("flowgate.html")).toBe(true);
  });
});

/** How Atlantis 0.36 tells a custom policy check that fails (server/events/project_command_runner.go). */
function failsForAtlantis({ output }: Ran): boolean {
  return /([1-9][0-9]* failure|failures": \[)/.test(output) || output.trim().startsWith("FAIL");
}

/** A git repository that holds the policies, as a copy of this one does. */
function bundleRepository(project: Project): string {
  const { status, output } = project.run(
    `rm -rf copy && mkdir copy && cp -r ${join(ROOT, "policies")} copy/ && cd copy && git init --quiet && git add --all &&
     git -c user.name=t -c user.email=t@example.com commit --quiet --message policies`,
  );
  if (status !== 0) throw new Error(output);
  return join(project.path, "copy");
}
