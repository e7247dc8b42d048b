/**
 * Makes the plan and state fixtures of __tests__/fixtures/plans/ again, with the real Terraform and AWS provider
 * against moto (tools/install-moto). Names of some as arguments make those alone. The roots stand in
 * tools/plan-fixtures/; what is another each time is numbered (tools/plan-fixtures/stable.js), so that a second run
 * writes the same.
 */
"use strict";
const { execFile, execFileSync } = require("node:child_process");
const fs = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { promisify } = require("node:util");
const { startMoto } = require("./typescript.js")("__tests__/e2e/moto.ts");
const { matrixRoots } = require("./plan-fixtures/matrix.js");
const { stable } = require("./plan-fixtures/stable.js");

const root = path.join(__dirname, "..");
const FIXTURES = path.join(root, "__tests__/fixtures/plans");
const ROOTS = path.join(__dirname, "plan-fixtures");

/** A scratch folder in which Terraform runs. */
class Workspace {
  constructor(scratch, name, endpoint) {
    this.path = path.join(scratch, name);
    fs.mkdirSync(this.path, { recursive: true });
    this.environment = {
      ...process.env,
      AWS_ACCESS_KEY_ID: "test",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_MAX_ATTEMPTS: "3",
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: "eu-west-1",
      AWS_SECRET_ACCESS_KEY: "test",
      CHECKPOINT_DISABLE: "1",
      TF_CLI_CONFIG_FILE: execFileSync(path.join(root, "tools/terraform-cli-config"), [
        path.join(scratch, "terraform.tfrc"),
      ])
        .toString()
        .trim(),
      TF_IN_AUTOMATION: "1",
    };
  }

  /** Takes a folder, or one file, of tools/plan-fixtures. */
  copy(from, to = ".") {
    fs.cpSync(path.join(ROOTS, from), path.join(this.path, to), { recursive: true });
    return this;
  }

  write(name, text) {
    fs.writeFileSync(path.join(this.path, name), text);
    return this;
  }

  /** Not the synchronous kind: moto would stop once nobody reads what it prints. */
  async run(...args) {
    const options = { cwd: this.path, env: this.environment, maxBuffer: 1 << 28 };
    try {
      return (await promisify(execFile)("terraform", [...args, "-no-color"], options)).stdout;
    } catch (error) {
      throw new Error(`terraform ${args.join(" ")} in ${this.path}:\n${error.stderr}`);
    }
  }

  async init() {
    await this.run("init", "-input=false");
  }

  /** Plans, and keeps the plan as a fixture. */
  async plan(fixture, ...args) {
    await this.run("plan", "-input=false", "-out=tfplan", ...args);
    await this.keep(fixture, "tfplan");
  }

  async apply() {
    await this.run("apply", "-input=false", "tfplan");
  }

  /** Keeps what `terraform show -json` prints: of a plan file, or of the state. */
  async keep(fixture, ...shown) {
    const target = path.join(FIXTURES, fixture);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, stable(await this.run("show", "-json", ...shown), new Date()));
    console.log(`${fixture}  ${fs.statSync(target).size}`);
  }
}

/** The folder of a synthesized stack of one of the repository's apps. */
function synthesized(scratch, app, stack) {
  const outdir = path.join(scratch, "synth", stack);
  fs.mkdirSync(outdir, { recursive: true });
  execFileSync(process.execPath, ["-r", path.join(__dirname, "typescript.js"), path.join(root, app)], {
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
  return path.join(outdir, "stacks", stack, "cdk.tf.json");
}

/** The synthesized file pins the provider exactly; an override beside it takes the one that is there. */
const ANY_PROVIDER = JSON.stringify({
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
});

async function main() {
  const scratch = fs.mkdtempSync(path.join(tmpdir(), "flowgate-plans-"));
  const wanted = process.argv.slice(2);
  const moto = await startMoto();
  const workspace = (name) => new Workspace(scratch, name, moto.endpoint);
  const made = {
    async shapes() {
      const shapes = workspace("shapes").copy("shapes");
      await shapes.init();
      await shapes.plan("shapes/first.json");
      await shapes.apply();
      await shapes.plan("shapes/second.json");
      await shapes.keep("shapes/state.json");
      await shapes.plan("shapes/target.json", "-target=aws_vpc.net");
      await shapes.plan("shapes/destroy.json", "-destroy");
    },
    async changed() {
      const outside = workspace("outside").copy("outside");
      await outside.init();
      await outside.plan("changed/outside.json");
      await outside.apply();
      const changed = workspace("changed").copy("changed/before.tf", "main.tf");
      await changed.init();
      await changed.plan("changed/before.json");
      await changed.apply();
      await changed.copy("changed/after.tf", "main.tf").plan("changed/after.json");
    },
    async called() {
      const called = workspace("called").copy("called");
      await called.init();
      await called.plan("called/plan.json");
    },
    async apps() {
      for (const [app, stack] of [
        ["main.ts", "network"],
        ["examples/documented/main.ts", "documented"],
      ]) {
        const source = fs.readFileSync(synthesized(scratch, app, stack), "utf8");
        const folder = workspace(`app/cdktf.out/stacks/${stack}`);
        await folder.write("cdk.tf.json", source).write("zz_override.tf.json", ANY_PROVIDER).init();
        await folder.plan(`apps/${stack}.json`);
        fs.writeFileSync(path.join(FIXTURES, `apps/${stack}.tf.json`), source);
      }
    },
    async matrix() {
      for (const { name, head, file, planned, applied } of matrixRoots()) {
        const matrix = workspace(`matrix-${name}`).write("head.tf.json", head).write(file, planned);
        await matrix.init();
        await matrix.plan(`matrix/${name}.json`);
        if (applied === undefined) continue;
        await matrix.write(file, applied).run("apply", "-input=false", "-auto-approve", "-parallelism=40");
        await matrix.plan("matrix/second.json");
        await matrix.keep("matrix/state.json");
      }
    },
  };
  try {
    for (const [name, make] of Object.entries(made))
      if (wanted.length === 0 || wanted.includes(name)) await make();
  } finally {
    await moto.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

void main();
