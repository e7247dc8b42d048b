import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

/**
 * The CLI configuration that installs the AWS provider from a local mirror, where the machine has one; undefined
 * means Terraform's own download.
 */
export function cliConfig(folder: string): string | undefined {
  try {
    const script = join(ROOT, "tools", "terraform-cli-config");
    return execFileSync(script, [join(folder, "terraform.tfrc")], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return undefined;
  }
}

/** What `flowgate-terraform` starts. */
const GATE = join(ROOT, "dist", "gate", "terraform.js");

const SERVICES = ["athena", "cloudwatch", "ec2", "firehose", "glue", "iam", "kms", "logs", "s3", "sts"];

/** The aliases of the AWS providers in a cdk.tf.json; undefined is the default one's. */
function aliases(file: string): (string | undefined)[] {
  const { provider } = JSON.parse(readFileSync(file, "utf8")) as {
    provider?: { aws?: { alias?: string }[] };
  };
  return (provider?.aws ?? []).map(({ alias }) => alias);
}

/** Any provider from 5.100.0 on, instead of the exact pin. */
export const REQUIRED_AWS = { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" };

/** A provider that asks the stand-in, and keeps what the app said of its region. */
function standIn(endpoint: string, alias?: string): object {
  return {
    ...(alias === undefined ? {} : { alias }),
    access_key: "test",
    secret_key: "test",
    skip_credentials_validation: true,
    skip_metadata_api_check: "true",
    s3_use_path_style: true,
    endpoints: [Object.fromEntries(SERVICES.map((service) => [service, endpoint]))],
  };
}

/**
 * What stands beside cdk.tf.json so that the synthesized file stays as users get it: any provider from 5.100.0 on
 * instead of the exact pin, and with an endpoint the stand-in for AWS instead of AWS.
 */
function override(file: string, endpoint?: string): unknown {
  return {
    terraform: { required_providers: { aws: REQUIRED_AWS } },
    ...(endpoint === undefined
      ? {}
      : { provider: { aws: aliases(file).map((alias) => standIn(endpoint, alias)) } }),
  };
}

interface Synthesized {
  readonly terraform: object;
  readonly provider: { readonly aws: readonly { readonly alias?: string }[] };
}

/** The same said in cdk.tf.json itself: what a user who asks a stand-in would write, and flowgate reads. */
function rewritten(file: string, endpoint: string): unknown {
  const written = JSON.parse(readFileSync(file, "utf8")) as Synthesized;
  return {
    ...written,
    terraform: { ...written.terraform, required_providers: { aws: REQUIRED_AWS } },
    provider: { aws: written.provider.aws.map((each) => ({ ...each, ...standIn(endpoint) })) },
  };
}

export interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** A scratch copy of one synthesized stack in which the real Terraform runs. */
export class TerraformFolder {
  readonly path: string;
  private readonly root: string;
  private readonly environment: NodeJS.ProcessEnv;

  /** @param stack The folder that holds cdk.tf.json. `judged`: what stands there is judged, and may not be overridden. */
  constructor(stack: string, options: { endpoint?: string; judged?: boolean } = {}) {
    // As deep as CDKTF puts a stack, since its state may lie beside cdktf.json.
    this.root = mkdtempSync(join(tmpdir(), "flowgate-e2e-"));
    this.path = join(this.root, "cdktf.out", "stacks", "stack");
    mkdirSync(this.path, { recursive: true });
    const file = join(stack, "cdk.tf.json");
    const { endpoint, judged = false } = options;
    if (judged && endpoint !== undefined)
      writeFileSync(join(this.path, "cdk.tf.json"), JSON.stringify(rewritten(file, endpoint)));
    else {
      cpSync(file, join(this.path, "cdk.tf.json"));
      writeFileSync(join(this.path, "zz_override.tf.json"), JSON.stringify(override(file, endpoint)));
    }
    const config = cliConfig(this.root);
    this.environment = {
      ...process.env,
      AWS_EC2_METADATA_DISABLED: "true",
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
      ...(config === undefined ? {} : { TF_CLI_CONFIG_FILE: config }),
    };
  }

  /** Swaps the configuration, and keeps what `init` made. */
  replace(stack: string): void {
    cpSync(join(stack, "cdk.tf.json"), join(this.path, "cdk.tf.json"));
  }

  async run(...args: string[]): Promise<Outcome> {
    return this.#execute("terraform", [...args, "-no-color"]);
  }

  /** Runs the gate in Terraform's place; `input` is what a person types. */
  async runGated(
    args: readonly string[],
    { input = "", environment = {} }: { input?: string; environment?: NodeJS.ProcessEnv } = {},
  ): Promise<Outcome> {
    return this.#execute(process.execPath, [GATE, ...args], input, environment);
  }

  async #execute(
    program: string,
    args: readonly string[],
    input?: string,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = execFile(
        program,
        args,
        { cwd: this.path, env: { ...this.environment, ...environment }, maxBuffer: 1 << 26 },
        (error, stdout, stderr) => {
          if (error && typeof error.code !== "number") {
            reject(
              new Error(
                `terraform did not start (is it on PATH? https://developer.hashicorp.com/terraform/install): ${error.message}`,
              ),
            );
          } else {
            resolve({ status: error ? Number(error.code) : 0, output: stdout + stderr });
          }
        },
      );
      if (input !== undefined) child.stdin?.end(input);
    });
  }

  /** Runs and refuses any other exit code than 0, with Terraform's own words. */
  async mustRun(...args: string[]): Promise<string> {
    const { status, output } = await this.run(...args);
    if (status !== 0) throw new Error(`terraform ${args.join(" ")} exited with ${status}:\n${output}`);
    return output;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
