// A CDK app with a stack for each CloudFormation template, validated by every pack of cdk-nag:
//
//     node cdk-nag-app.js NODE_MODULES OUTDIR TEMPLATE...
"use strict";
const { createRequire } = require("node:module");
const { join } = require("node:path");

const [modules, outdir, ...templates] = process.argv.slice(2);
const load = createRequire(join(modules, "app.js"));
const { App, Stack, Validations } = load("aws-cdk-lib");
const { CfnInclude } = load("aws-cdk-lib/cloudformation-include");
const nag = load("cdk-nag");

const app = new App({ outdir });
templates.forEach((templateFile, at) => {
  new CfnInclude(new Stack(app, `Stack${at}`), "Template", { templateFile });
});
for (const pack of [
  nag.AwsSolutionsChecks,
  nag.HIPAASecurityChecks,
  nag.NIST80053R4Checks,
  nag.NIST80053R5Checks,
  nag.PCIDSS321Checks,
  nag.ServerlessChecks,
])
  Validations.of(app).addPlugins(new pack(app));
app.synth();
