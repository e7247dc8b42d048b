import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ROOT } from "../../cli/workplace";

const PLANS = join(ROOT, "__tests__", "fixtures", "plans", "apps");

/** Stands in for Terraform: writes down what it is asked, and shows the plan that it is given. */
const TERRAFORM = `#!/bin/sh
echo "$@ [$TF_CLI_ARGS$TF_CLI_ARGS_plan$TF_CLI_ARGS_apply$TF_CLI_ARGS_show]" >> asked.txt
for word in "$@"; do [ "$word" = show ] && cat plan.json; done
exit 0
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowgate-apply-"));
  writeFileSync(join(folder, "terraform"), TERRAFORM);
  chmodSync(join(folder, "terraform"), 0o755);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What Terraform was asked, with the words that it still finds in its environment in brackets. */
function asked(
  app: "network" | "documented",
  words: string[],
  environment: Record<string, string>,
): { code: number | null; err: string; asked: string[] } {
  for (const [name, file] of [
    ["plan.json", `${app}.json`],
    ["cdk.tf.json", `${app}.tf.json`],
  ] as const)
    writeFileSync(join(folder, name), readFileSync(join(PLANS, file)));
  writeFileSync(join(folder, "asked.txt"), "");
  const program = join(ROOT, "dist", "gate", "terraform.js");
  const run = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, FLOWGATE_TERRAFORM: join(folder, "terraform"), ...environment },
  });
  const lines = readFileSync(join(folder, "asked.txt"), "utf8").trimEnd().split("\n");
  const shown = lines.map((line) =>
    line.replace(/\S*flowgate-plan-\S*/g, (word) => word.replace(/\/\S*/, "PLAN")),
  );
  return { code: run.status, err: run.stderr, asked: shown };
}

describe("words of TF_CLI_ARGS", () => {
  test("are planned with, as apply would, and left out of everything else", () => {
    const run = asked("network", ["apply"], {
      TF_CLI_ARGS_apply: "-auto-approve -target=aws_vpc.v -var 'x=a b'",
      TF_CLI_ARGS: "-no-color",
      TF_CLI_ARGS_plan: "-target=aws_vpc.other",
      TF_CLI_ARGS_show: "-x",
    });
    expect([run.code, run.asked]).toEqual([
      0,
      [
        "plan -target=aws_vpc.v -var x=a b -no-color -out=PLAN []",
        "show -json PLAN []",
        "apply -no-color PLAN []",
      ],
    ]);
  });

  test("that name a saved plan have that plan judged and applied", () => {
    expect(asked("network", ["apply"], { TF_CLI_ARGS_apply: "saved" }).asked).toEqual([
      "show -json saved []",
      "apply saved []",
    ]);
    const refused = asked("documented", ["apply"], { TF_CLI_ARGS_apply: "saved" });
    expect([refused.code, refused.asked]).toEqual([1, ["show -json saved []"]]);
    expect(refused.err).toMatch(/flowgate: the plan was not applied\n$/);
  });

  test("that make it a destroy let it through as it was asked", () => {
    const run = asked("network", ["apply"], { TF_CLI_ARGS_apply: "-destroy" });
    expect([run.err, run.asked]).toEqual(["flowgate: a destroy is not judged\n", ["apply [-destroy]"]]);
  });

  test("that cannot be read apply nothing", () => {
    const run = asked("network", ["apply"], { TF_CLI_ARGS: "-var 'x" });
    expect([run.code, run.asked]).toEqual([2, [""]]);
    expect(run.err).toMatch(/^flowgate-terraform: the environment variable TF_CLI_ARGS cannot be read at /);
  });

  test("of other commands are Terraform's own business", () => {
    expect(asked("network", ["plan", "-out=x"], { TF_CLI_ARGS_plan: "a;b" }).asked).toEqual([
      "plan -out=x [a;b]",
    ]);
  });
});
