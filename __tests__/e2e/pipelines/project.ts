import { execFile, execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

import { ROOT } from "../../pipelines/recipes";
import { cliConfig } from "../terraform";

/** Terraform that records the traffic of a VPC, for `days`. */
const NETWORK = readFileSync(join(__dirname, "network.tf"), "utf8");

/** As a runner starts it: it ends at the first command that fails. */
const BASH = ["--noprofile", "--norc", "-eo", "pipefail", "-c"];

export interface Ran {
  readonly status: number;
  /** What it prints, errors first. */
  readonly output: string;
}

/**
 * A user's repository in a scratch folder: flowgate is installed as npm would, so that the real npx finds it without
 * network; `infra` is a folder of Terraform, which plans without AWS.
 */
export class Project {
  readonly path = mkdtempSync(join(tmpdir(), "flowgate-pipeline-"));
  readonly #environment: NodeJS.ProcessEnv;

  /** @param days How long records are kept: 365 pass, 7 fail. */
  constructor(days: number) {
    this.write("package.json", '{ "private": true }');
    this.write("infra/main.tf", NETWORK);
    this.write("infra/terraform.tfvars", `days = ${days}\n`);
    installFlowgate(this.path);
    // And where `npm install --global` would put it on a server.
    mkdirSync(join(this.path, "bin"));
    installBins(join(this.path, "bin"));
    const config = cliConfig(this.path);
    this.#environment = {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      NO_COLOR: "1",
      TF_CLI_ARGS: "-no-color",
      npm_config_offline: "true",
      ...(config === undefined ? {} : { TF_CLI_CONFIG_FILE: config }),
      PATH: [join(ROOT, ".tools", "bin"), join(this.path, "bin"), process.env["PATH"]].join(delimiter),
    };
  }

  /** Runs a recipe's text as hosts do: bash, which ends at the first command that fails. */
  run(
    text: string,
    { environment = {}, folder = "." }: { environment?: NodeJS.ProcessEnv; folder?: string } = {},
  ): Ran {
    const { status, stdout, stderr, error } = spawnSync("bash", [...BASH, text], {
      cwd: join(this.path, folder),
      env: { ...this.#environment, ...environment },
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (error !== undefined || status === null)
      throw new Error(`bash did not end: ${error?.message ?? text}`);
    return { status, output: stderr + stdout };
  }

  /** The same without holding up this process, which reads what its servers log: a full pipe would stop them. */
  async runBeside(
    text: string,
    { environment = {} }: { environment?: NodeJS.ProcessEnv } = {},
  ): Promise<Ran> {
    return new Promise((resolve) => {
      const options = { cwd: this.path, env: { ...this.#environment, ...environment }, maxBuffer: 1 << 26 };
      execFile("bash", [...BASH, text], options, (error, stdout, stderr) => {
        resolve({ status: error ? Number(error.code) : 0, output: stderr + stdout });
      });
    });
  }

  write(path: string, text: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text, { mode });
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), "utf8");
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  remove(path = "."): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }

  /** Makes the folder a git repository with one commit of what stands there. */
  commit(): void {
    this.write(".gitignore", "node_modules\nbin\n.terraform*\n*.bin\n*.tfrc\n");
    const git = (...args: string[]): void => {
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
        cwd: this.path,
        stdio: "pipe",
      });
    };
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--no-verify", "--message", "all");
  }
}

/** Puts this package where npm would put it in a project. */
export function installFlowgate(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(ROOT, join(modules, "flowgate"));
  installBins(join(modules, ".bin"));
}

/** The programs of this package, which npm makes executable. */
function installBins(folder: string): void {
  for (const [bin, file] of Object.entries({
    flowgate: "flowgate.js",
    "flowgate-terraform": "terraform.js",
  })) {
    const program = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "dist", "gate", file)}" "$@"\n`;
    writeFileSync(join(folder, bin), program, { mode: 0o755 });
  }
}
