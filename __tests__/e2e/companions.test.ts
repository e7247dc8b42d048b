import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { alarms } from "../../examples/alarms/main";
import { analysis } from "../../examples/analysis/main";
import { AnalystPolicy, FlowLogAlarms, FlowLogs, OperatorPolicy } from "../../modules";
import { COMPANIONS } from "../modules/companions";
import { startMoto } from "./moto";
import { TerraformFolder } from "./terraform";

/** Synthesizes one stack; the folder that holds its cdk.tf.json. */
function synthesize(outdir: string, build: (stack: TerraformStack) => void): string {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "companion");
  new LocalBackend(stack, { path: "terraform.tfstate" });
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  build(stack);
  app.synth();
  return join(outdir, "stacks", "companion");
}

describe("what stands beside a flow log is valid for the real Terraform and AWS provider", () => {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-synth-"));
  let folder: TerraformFolder;

  beforeAll(async () => {
    const [first] = Object.values(COMPANIONS);
    if (first === undefined) throw new Error("no companion to validate");
    folder = new TerraformFolder(synthesize(outdir, first));
    await folder.mustRun("init", "-input=false", "-backend=false");
  });

  afterAll(() => {
    folder.remove();
    rmSync(outdir, { recursive: true });
  });

  test.each(Object.entries(COMPANIONS))("%s", async (_, build) => {
    folder.replace(synthesize(outdir, build));
    const { status, output } = await folder.run("validate");
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining("is valid") as string });
  });

  test.each([
    ["alarms", alarms],
    ["analysis", analysis],
  ] as const)("the example %s", async (name, example) => {
    example(outdir).synth();
    folder.replace(join(outdir, "stacks", name));
    const { status, output } = await folder.run("validate");
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining("is valid") as string });
  });
});

test("alarms, dashboard and policies are applied, planned again without a change, and destroyed", async () => {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-synth-"));
  const stack = synthesize(outdir, (scope) => {
    const vpc = new Vpc(scope, "vpc", { cidrBlock: "10.0.0.0/16" });
    const flowLogs = new FlowLogs(scope, "flow-logs", { vpcId: vpc.id });
    new FlowLogAlarms(scope, "alarms", { flowLogs });
    new OperatorPolicy(scope, "operators", { roles: [flowLogs.role], scopes: [{ vpcId: vpc.id }] });
    new AnalystPolicy(scope, "analysts", { logGroups: [flowLogs.logGroup] });
  });
  const moto = await startMoto();
  const folder = new TerraformFolder(stack, { endpoint: moto.endpoint });
  try {
    await folder.mustRun("init", "-input=false");
    expect(await folder.mustRun("apply", "-auto-approve", "-input=false")).toContain("Apply complete!");
    const { status, output } = await folder.run("plan", "-input=false", "-detailed-exitcode");
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringContaining("No changes") as string,
    });
    await folder.mustRun("destroy", "-auto-approve", "-input=false");
    expect((await folder.mustRun("state", "list")).trim()).toBe("");
  } finally {
    await moto.stop();
    folder.remove();
    rmSync(outdir, { recursive: true });
  }
});
