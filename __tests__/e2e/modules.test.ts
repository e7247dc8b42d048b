import { cpSync } from "node:fs";
import { join } from "node:path";

import { Project } from "./pipelines/project";

/** A root that calls a module of its own folder and one of a git repository, which calls one beside it. */
const MODULES = join(__dirname, "modules");

/** What `terraform init` keeps of the git repository. */
const INSTALLED = ".terraform/modules/delivery/delivery";

interface Subject {
  readonly address: string;
  readonly location?: { readonly path: string; readonly line: number };
}

interface Report {
  readonly exitCode: number;
  readonly findings: readonly (Subject & {
    readonly rule: string;
    readonly cause: string;
    readonly verdict: string;
  })[];
}

let project: Project;

beforeAll(() => {
  project = new Project(365);
  cpSync(MODULES, project.path, { recursive: true });
  const main = project.read("infra/main.tf").replace("SHARED", join(project.path, "shared"));
  project.write("infra/main.tf", main);
  project.remove("infra/terraform.tfvars");
  must(
    "git init --quiet && git add --all && git -c user.name=t -c user.email=t@example.com commit --quiet --message v1 && git tag v1",
    "shared",
  );
  must(
    "terraform init -input=false && terraform plan -input=false -out=plan.bin && terraform show -json plan.bin > plan.json",
  );
});

afterAll(() => {
  project.remove();
});

function must(text: string, folder = "infra"): void {
  const { status, output } = project.run(text, { folder });
  if (status !== 0) throw new Error(output);
}

/** `RULE CAUSE ADDRESS FILE:LINE` of each finding, with a question mark before what is undecided. */
function findings(paths: string): readonly string[] {
  project.run(`npx flowgate check ${paths} --report json=report.out`, { folder: "infra" });
  const report = JSON.parse(project.read("infra/report.out")) as Report;
  return report.findings
    .map(({ rule, cause, verdict, address, location: at }) => {
      const words = [verdict === "fail" ? rule : `? ${rule}`, cause, address];
      return [...words, ...(at === undefined ? [] : [`${at.path}:${at.line}`])].join(" ");
    })
    .sort();
}

test("terraform init keeps the module of the repository below .terraform, and leaves the local one where it is", () => {
  const { Modules: installed } = JSON.parse(project.read("infra/.terraform/modules/modules.json")) as {
    readonly Modules: readonly { readonly Key: string; readonly Dir: string }[];
  };
  expect(Object.fromEntries(installed.map(({ Key, Dir }) => [Key, Dir]))).toEqual({
    "": ".",
    delivery: INSTALLED,
    "delivery.grant": `${INSTALLED}/grant`,
    network: "network",
  });
});

test("a plan and its folder show what is wrong in a module, with its file and line", () => {
  expect(findings("plan.json .")).toEqual([
    "delivery-not-granted missing-stream-suffix module.network.aws_flow_log.all network/main.tf:18",
    "retention-too-short too-short module.network.aws_cloudwatch_log_group.records network/main.tf:13",
    `trust-confused-deputy unrestricted module.delivery.aws_iam_role.this ${INSTALLED}/main.tf:5`,
  ]);
});

test("a plan alone shows what Terraform knows, without file and line, and leaves open what its modules say", () => {
  const role = "module.delivery.aws_iam_role.this";
  expect(findings("plan.json")).toEqual([
    "? delivery-not-granted policy-unread module.network.aws_flow_log.all",
    ...[
      "create-log-group",
      "excess-action",
      "extra-policy",
      "negated-element",
      "pass-role",
      "wildcard-action",
      "wildcard-resource",
    ].map((rule) => `? privilege-${rule} policy-unread ${role}`),
    "retention-too-short too-short module.network.aws_cloudwatch_log_group.records",
    `trust-confused-deputy unrestricted ${role}`,
  ]);
});
