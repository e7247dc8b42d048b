import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

import { VERBS, type Verb } from "../../../gate/cli/arguments";
import { HELP } from "../../../gate/cli/help";
import { CLI, ROOT, workplace } from "./workplace";

const { folder, write } = workplace();

const APPS = join(ROOT, "__tests__", "fixtures", "plans", "apps");
const OPA = join(ROOT, ".tools", "bin", "opa");

/** A CDKTF project after `cdktf synth` and `terraform show -json`, with flowgate installed. */
function furnish(): void {
  const stack = { name: "network", constructPath: "network", dependencies: [] };
  write({
    "cdktf.json": "{}",
    "cdktf.out/manifest.json": JSON.stringify({
      version: "0.21.0",
      stacks: { network: { ...stack, synthesizedStackPath: "stacks/network/cdk.tf.json" } },
    }),
    "bin/flowgate": `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`,
    // Where OPA is not installed, what is handed to it is read to its end.
    "bin/opa": `#!/bin/sh\n${existsSync(OPA) ? `exec "${OPA}" "$@"` : "cat >/dev/null"}\n`,
  });
  for (const program of ["flowgate", "opa"]) chmodSync(join(folder(), "bin", program), 0o755);
  mkdirSync(join(folder(), "cdktf.out", "stacks", "network"), { recursive: true });
  copyFileSync(
    join(APPS, "network.tf.json"),
    join(folder(), "cdktf.out", "stacks", "network", "cdk.tf.json"),
  );
  copyFileSync(join(APPS, "network.json"), join(folder(), "plan.json"));
  mkdirSync(join(folder(), "node_modules"));
  symlinkSync(ROOT, join(folder(), "node_modules", "flowgate"));
}

function examplesOf(verb: Verb): string[] {
  return (HELP[verb].split("Examples\n")[1] ?? "").split("\n").flatMap((line) => line.trim() || []);
}

test.each(VERBS)(
  "the examples of %s --help do what they show",
  (verb) => {
    furnish();
    const examples = examplesOf(verb);
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      const run = spawnSync("bash", ["-o", "pipefail", "-c", example], {
        cwd: folder(),
        encoding: "utf8",
        env: { ...process.env, PATH: [join(folder(), "bin"), process.env.PATH].join(delimiter) },
      });
      expect([example, run.status, run.stderr.replace(/^no flowgate\.json.*\n/, "")]).toEqual([
        example,
        0,
        "",
      ]);
    }
  },
  60_000,
);
