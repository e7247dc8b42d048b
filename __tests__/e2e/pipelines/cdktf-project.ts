import { symlinkSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../../pipelines/recipes";
import { REQUIRED_AWS } from "../terraform";
import { Project } from "./project";

/** An app that does not gate itself. With FLOW_LOGS its VPC has a flow log, and without it none. */
const APP = `
const { App, LocalBackend, TerraformStack } = require("cdktf");
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { Vpc } = require("@cdktf/provider-aws/lib/vpc");
const { FlowLogs } = require("flowgate");
const app = new App();
const stack = new TerraformStack(app, "network");
new LocalBackend(stack, { path: "../../../terraform.network.tfstate" });
new AwsProvider(stack, "aws", { region: "eu-west-1" });
stack.addOverride("terraform.required_providers.aws", ${JSON.stringify(REQUIRED_AWS)});
const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
if (process.env.FLOW_LOGS) new FlowLogs(stack, "flow-logs", { vpcId: vpc.id });
app.synth();
`;
const CONFIGURATION = {
  language: "typescript",
  app: "node main.js",
  projectId: "p",
  sendCrashReports: "false",
};

/** A CDKTF project with the real cdktf CLI, of tools/install-cdktf, where npm would put it. */
export function cdktfProject(): Project {
  const project = new Project(365);
  project.write("main.js", APP);
  project.write("cdktf.json", JSON.stringify(CONFIGURATION));
  const modules = join(project.path, "node_modules");
  for (const name of ["@cdktf", "cdktf", "constructs"])
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  symlinkSync(join(ROOT, ".tools", "cdktf", "node_modules", "cdktf-cli"), join(modules, "cdktf-cli"));
  symlinkSync(join("..", "cdktf-cli", "bundle", "bin", "cdktf"), join(modules, ".bin", "cdktf"));
  return project;
}
