import { join } from "node:path";

import { bashOf, jobOf, runOf } from "../../pipelines/recipes";
import { cdktfProject } from "./cdktf-project";
import type { Project } from "./project";
import { PullRequest } from "./pull-request";

describe.each([
  ["passes", { FLOW_LOGS: "1" }, 0],
  ["fails", {}, 1],
])("an app that %s, synthesized by the real cdktf CLI", (_, flowLogs, status) => {
  let project: Project;
  beforeEach(() => (project = cdktfProject()));
  afterEach(() => {
    project.remove();
  });
  const synthesis = { ...flowLogs, DISABLE_VERSION_CHECK: "1" };

  test("GitHub Actions", () => {
    const recipe = "github-actions-cdktf.yml";
    expect(project.run(runOf(recipe, "Synthesize"), { environment: synthesis }).status).toBe(0);
    const pullRequest = new PullRequest(project);
    project.write("summary.md", "");
    const environment = { ...pullRequest.environment, GITHUB_STEP_SUMMARY: join(project.path, "summary.md") };
    const check = project.run(runOf(recipe, "Check"), { environment });
    expect([check.status, check.output.includes("title=capture-uncovered::")]).toEqual([
      status,
      status === 1,
    ]);
    expect(project.run(runOf(recipe, "Comment"), { environment }).status).toBe(0);
    expect(pullRequest.comments.at(-1)?.body).toBe(project.read("summary.md"));
    expect(JSON.parse(project.read("flowgate.sarif"))).toMatchObject({ version: "2.1.0" });
  });

  test("GitLab", () => {
    const { script, artifacts } = jobOf("gitlab-ci-cdktf.yml", "flow-logs");
    expect(project.run(script.join("\n"), { environment: synthesis }).status).toBe(status);
    expect(JSON.parse(project.read(artifacts.reports.codequality))).toHaveLength(status);
    expect([artifacts.reports.junit, ...artifacts.paths].filter((path) => !project.has(path))).toEqual([]);
  });

  test("Azure Pipelines", () => {
    const recipe = "azure-pipelines-cdktf.yml";
    expect(project.run(bashOf(recipe, "Synthesize"), { environment: synthesis }).status).toBe(0);
    const check = project.run(bashOf(recipe, "Check"));
    expect([check.status, check.output.includes("##vso[task.logissue type=error;")]).toEqual([
      status,
      status === 1,
    ]);
    expect(project.run(bashOf(recipe, "Summary")).output).toContain("##vso[task.uploadsummary]");
  });
});
