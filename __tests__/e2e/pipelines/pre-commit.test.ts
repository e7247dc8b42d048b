import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";

import { ROOT, textOf } from "../../pipelines/recipes";
import { Project, type Ran } from "./project";

/** What tools/install-pre-commit installs. */
const PRE_COMMIT = join(ROOT, ".tools", "pre-commit");

let cache = "";
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), "flowgate-pre-commit-"));
});
afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

function preCommit(project: Project, words: string, environment: NodeJS.ProcessEnv = {}): Ran {
  return project.run(`python3 -m pre_commit ${words} --color never`, {
    environment: { PYTHONPATH: PRE_COMMIT, PRE_COMMIT_HOME: cache, ...environment },
  });
}

/** Terraform with neither a VPC nor a flow log. */
const DNS = 'resource "aws_route53_zone" "main" {\n  name = "example.com"\n}\n';

/** A project with everything added to git, and this configuration of pre-commit. */
function configured(
  days: number,
  configuration: string,
  files: Readonly<Record<string, string>> = {},
): Project {
  const project = new Project(days);
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  project.write(".pre-commit-config.yaml", configuration);
  project.write("README.md", "no Terraform\n");
  project.commit();
  return project;
}

test(".pre-commit-hooks.yaml is what pre-commit takes", () => {
  const project = new Project(365);
  try {
    project.write(".pre-commit-hooks.yaml", textOf(".pre-commit-hooks.yaml"));
    expect(preCommit(project, "validate-manifest .pre-commit-hooks.yaml")).toEqual({ status: 0, output: "" });
    project.write("wrong.yaml", "- id: flowgate\n");
    expect(preCommit(project, "validate-manifest wrong.yaml").status).toBe(1);
  } finally {
    project.remove();
  }
});

describe("the hooks of this repository", () => {
  const hooks = (parse(textOf(".pre-commit-hooks.yaml")) as Record<string, unknown>[]).map((hook) =>
    hook["id"] === "flowgate-terraform" ? { ...hook, args: ["infra"] } : hook,
  );
  /** The same hooks as `repo: local` says them: the entry that pre-commit runs is the same. */
  const configuration = JSON.stringify({ repos: [{ repo: "local", hooks }] });

  test.each([
    [365, 0, "Passed"],
    [7, 1, "Failed"],
  ])("a folder of .tf that keeps records for %i days", (days, status, word) => {
    const project = configured(days, configuration);
    try {
      const { status: code, output } = preCommit(project, "run flowgate-terraform --all-files");
      expect([code, output.includes(word), output.includes("error[retention-too-short]")]).toEqual([
        status,
        true,
        status === 1,
      ]);
    } finally {
      project.remove();
    }
  });

  test.each([
    [365, 0, "Passed"],
    [7, 1, "Failed"],
  ])(
    "a file beside it, of a folder with nothing to judge, is judged with it (%i days)",
    (days, status, word) => {
      const project = configured(days, configuration, { "dns/main.tf": DNS });
      try {
        const ran = preCommit(project, "run flowgate-terraform --files dns/main.tf");
        expect([ran.status, ran.output.includes(word), ran.output.includes("exit code: 2")]).toEqual([
          status,
          true,
          false,
        ]);
      } finally {
        project.remove();
      }
    },
  );

  test("without `args` the root of the repository is judged, and a folder is named where it holds nothing", () => {
    const plain = JSON.stringify({
      repos: [{ repo: "local", hooks: parse(textOf(".pre-commit-hooks.yaml")) as unknown[] }],
    });
    const project = configured(365, plain);
    try {
      const { status, output } = preCommit(project, "run flowgate-terraform --all-files");
      expect([status, output]).toEqual([1, expect.stringContaining("= help: give infra")]);
      project.write("root.tf", project.read("infra/main.tf"));
      expect(preCommit(project, "run flowgate-terraform --all-files").status).toBe(0);
    } finally {
      project.remove();
    }
  });

  test("what holds no Terraform is not asked about", () => {
    const project = configured(7, configuration);
    try {
      const { status, output } = preCommit(project, "run flowgate-terraform --files README.md");
      expect([status, output.includes("Skipped")]).toEqual([0, true]);
    } finally {
      project.remove();
    }
  });

  test("cdktf.out is judged when the app changes, and nothing to judge fails", () => {
    const project = new Project(365);
    try {
      project.write(".pre-commit-config.yaml", configuration);
      project.write("main.ts", "export {};\n");
      const synthesized = join(ROOT, "__tests__", "fixtures", "plans", "apps", "network.tf.json");
      project.write("cdktf.out/cdk.tf.json", readFileSync(synthesized, "utf8"));
      project.commit();
      expect(preCommit(project, "run flowgate-cdktf --all-files").status).toBe(0);
      project.remove("cdktf.out");
      const { status, output } = preCommit(project, "run flowgate-cdktf --all-files");
      expect([status, output.includes("exit code: 2")]).toEqual([1, true]);
    } finally {
      project.remove();
    }
  });
});

test("the recipe: a Node environment of its own, with the package as npm packs it", () => {
  const packed = mkdtempSync(join(tmpdir(), "flowgate-packed-"));
  const project = new Project(7);
  try {
    execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", packed], {
      cwd: ROOT,
      stdio: "pipe",
    });
    const { version } = JSON.parse(textOf("package.json")) as { version: string };
    const recipe = textOf("examples/pipelines/pre-commit-config.yaml");
    // In place of what will be on npm.
    const archive = join(packed, `flowgate-${version}.tgz`);
    project.write(
      ".pre-commit-config.yaml",
      recipe.replace(`"flowgate@${version}"`, JSON.stringify(archive)),
    );
    project.write("dns/main.tf", DNS);
    project.commit();
    project.remove("node_modules");
    const { status, output } = preCommit(project, "run --files dns/main.tf", { npm_config_offline: "false" });
    expect([status, output]).toEqual([1, expect.stringContaining("error[retention-too-short]")]);
  } finally {
    project.remove();
    rmSync(packed, { recursive: true, force: true });
  }
});
