import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startMoto, type Moto } from "./moto";
import { cliConfig, REQUIRED_AWS, type Outcome } from "./terraform";

const ROOT = join(__dirname, "..", "..");
/** What tools/install-cdktf installs. */
const CDKTF = join(ROOT, ".tools", "cdktf", "node_modules", ".bin", "cdktf");

/** An app as a user writes it: with FLOW_LOGS it passes, with UNGATED it calls app.synth() itself. */
function mainOf(endpoint: string): string {
  const provider = {
    region: "eu-west-1",
    accessKey: "test",
    secretKey: "test",
    skipCredentialsValidation: true,
    skipMetadataApiCheck: "true",
    endpoints: [Object.fromEntries(["ec2", "iam", "logs", "sts"].map((service) => [service, endpoint]))],
  };
  const module = (name: string): string => JSON.stringify(join(ROOT, name));
  return `
const { App, LocalBackend, TerraformStack } = require(${module("node_modules/cdktf")});
const { AwsProvider } = require(${module("node_modules/@cdktf/provider-aws/lib/provider")});
const { Vpc } = require(${module("node_modules/@cdktf/provider-aws/lib/vpc")});
const { FlowLogs } = require(${module("dist/modules")});
const { synthesize } = require(${module("dist/gate")});
const app = new App();
const stack = new TerraformStack(app, "network");
new LocalBackend(stack, { path: "../../../terraform.network.tfstate" });
new AwsProvider(stack, "aws", ${JSON.stringify(provider)});
stack.addOverride("terraform.required_providers.aws", ${JSON.stringify(REQUIRED_AWS)});
const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
if (process.env.FLOW_LOGS) new FlowLogs(stack, "flow-logs", { vpcId: vpc.id });
if (process.env.UNGATED) app.synth();
else synthesize(app);
`;
}

let moto: Moto;
let folder = "";

beforeAll(async () => {
  moto = await startMoto();
  folder = mkdtempSync(join(tmpdir(), "flowgate-cdktf-"));
  writeFileSync(join(folder, "main.js"), mainOf(moto.endpoint));
  writeFileSync(
    join(folder, "cdktf.json"),
    JSON.stringify({
      language: "typescript",
      app: "node main.js",
      projectId: "p",
      sendCrashReports: "false",
    }),
  );
  const gate = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "dist/gate/terraform.js")}" "$@"\n`;
  writeFileSync(join(folder, "flowgate-terraform"), gate, { mode: 0o755 });
});

afterAll(async () => {
  await moto.stop();
  rmSync(folder, { recursive: true, force: true });
});

function cdktf(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const config = cliConfig(folder);
  const env = {
    ...process.env,
    AWS_EC2_METADATA_DISABLED: "true",
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    ...(config === undefined ? {} : { TF_CLI_CONFIG_FILE: config }),
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(CDKTF, words, { cwd: folder, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

const DEPLOY = ["deploy", "--auto-approve", "--skip-provider-lock"];

function isDeployed(): boolean {
  return existsSync(join(folder, "terraform.network.tfstate"));
}

test("the cdktf CLI stands where tools/install-cdktf puts it", () => {
  expect(existsSync(CDKTF)).toBe(true);
});

test("cdktf deploy refuses an app that violates the policies, and shows what is wrong", async () => {
  const { status, output } = await cdktf(DEPLOY);
  expect(status).toBe(1);
  expect(output).toContain("error[capture-uncovered]");
  expect(isDeployed()).toBe(false);
});

test("cdktf deploy --skip-synth finds nothing that it could deploy", async () => {
  const { status, output } = await cdktf([...DEPLOY, "--skip-synth"]);
  expect(status).toBe(1);
  expect(output).toContain("manifest");
  expect(isDeployed()).toBe(false);
});

test("an app that is not gated is refused by flowgate-terraform in Terraform's place", async () => {
  const { status, output } = await cdktf(DEPLOY, {
    UNGATED: "1",
    TERRAFORM_BINARY_NAME: join(folder, "flowgate-terraform"),
  });
  expect(status).toBe(1);
  expect(output).toContain("error[capture-uncovered]");
  expect(output).toContain("flowgate: the plan was not applied");
  expect(isDeployed()).toBe(false);
});

test("an app that passes is deployed, gated by both", async () => {
  const { status, output } = await cdktf(DEPLOY, {
    FLOW_LOGS: "1",
    TERRAFORM_BINARY_NAME: join(folder, "flowgate-terraform"),
  });
  expect(output).toMatch(/Apply complete! Resources: [1-9]\d* added/);
  expect(status).toBe(0);
});

test("what does not pass any more is destroyed with FLOWGATE=warn", async () => {
  const { status, output } = await cdktf(["destroy", "--auto-approve"], { FLOWGATE: "warn" });
  expect(output).toMatch(/Destroy complete! Resources: [1-9]\d* destroyed/);
  expect(status).toBe(0);
});
