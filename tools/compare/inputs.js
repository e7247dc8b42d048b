// What the tools judge: each wish as a folder of .tf, as the JSON that CDKTF synthesizes, as a plan of the real
// Terraform, and as a CloudFormation template.
"use strict";
const { execFileSync } = require("node:child_process");
const { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { template } = require("./cloud-formation");
const { DEFECTS } = require("./defects");

const ROOT = join(__dirname, "..", "..");
const INFRA = join(__dirname, "infra");
const GUIDE = join(ROOT, "__tests__", "fixtures", "documented");

/** A provider that asks AWS nothing, for the guide's Terraform, which names the region alone. */
const OFFLINE = `
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
`;

/**
 * Every input by id: the two that are right, the published guide with its syntax error repaired, and each defect.
 *
 * @returns {{ id: string, title: string, right?: string, tf: Record<string, string>, cloudFormation?: object }[]}
 *   `right` is the id of the input that differs in the one defect alone.
 */
function inputs() {
  const right = ["log-group", "bucket"].map((infra) => ({
    id: infra,
    title: "nothing",
    tf: { "main.tf": source(infra) },
    cloudFormation: template(infra),
  }));
  const wrong = DEFECTS.map(({ id, title, infra, edits, cloudFormation }) => ({
    id,
    title,
    right: infra,
    tf: { "main.tf": planted(infra, edits) },
    cloudFormation: template(infra, cloudFormation),
  }));
  return [...right, { id: "guide", title: "a published guide", tf: guide() }, ...wrong];
}

function source(infra) {
  return readFileSync(join(INFRA, infra, "main.tf"), "utf8");
}

/** The main.tf of an infra, with defects planted in it. */
function planted(infra, edits) {
  return edits.reduce(edited, source(infra));
}

/** Every occurrence: an edit that finds nothing would plant no defect. */
function edited(text, [from, to]) {
  if (!text.includes(from)) throw new Error(`no such text to edit: ${from}`);
  return text.replaceAll(from, () => to);
}

function guide() {
  const files = readdirSync(GUIDE).map((file) => [file, readFileSync(join(GUIDE, file), "utf8")]);
  return Object.fromEntries(
    files.map(([file, text]) => [
      file,
      text.replaceAll("<<EOF \n", "<<EOF\n").replace('  region = "eu-west-1"\n', (line) => line + OFFLINE),
    ]),
  );
}

/** Writes an input below `folder`; returns the paths, the plan's only where there is a Terraform to make it. */
async function written({ id, tf, cloudFormation }, folder, terraform) {
  const paths = { tf: join(folder, id, "tf"), json: join(folder, id, "json") };
  for (const path of Object.values(paths)) mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(tf)) writeFileSync(join(paths.tf, file), text);
  const json = JSON.stringify(await synthesized(tf), null, 2);
  writeFileSync(join(paths.json, "cdk.tf.json"), json);
  if (cloudFormation !== undefined) {
    paths.cloudFormation = join(folder, id, "template.json");
    writeFileSync(paths.cloudFormation, JSON.stringify(cloudFormation, null, 2));
  }
  if (terraform !== undefined) {
    paths.plan = join(folder, id, "plan.json");
    writeFileSync(paths.plan, terraform(paths.tf));
  }
  return paths;
}

/** The blocks of .tf as CDKTF writes them: each resource an object, and names in depends_on bare. */
async function synthesized(tf) {
  // Once loaded, its Go program keeps the process busy.
  const { parse } = require("@cdktn/hcl2json");
  const all = { terraform: { required_providers: { aws: { source: "hashicorp/aws" } } } };
  for (const [file, text] of Object.entries(tf)) {
    const { provider, resource } = await parse(file, text);
    if (provider !== undefined) all.provider = provider;
    all.resource = { ...all.resource, ...resources(resource ?? {}) };
  }
  return all;
}

function resources(byType) {
  return Object.fromEntries(
    Object.entries(byType).map(([type, byName]) => [
      type,
      Object.fromEntries(
        Object.entries(byName).map(([name, [{ depends_on: needs, ...body }]]) => [
          name,
          { ...body, ...(needs && { depends_on: needs.map((each) => each.replace(/^\$\{(.*)\}$/, "$1")) }) },
        ]),
      ),
    ]),
  );
}

/** A function that plans a folder of .tf; undefined where Terraform or its AWS provider is not to be had. */
function planner(scratch) {
  const folder = join(scratch, "terraform");
  mkdirSync(folder, { recursive: true });
  let config = {};
  try {
    const mirror = join(ROOT, "tools", "terraform-cli-config");
    const file = execFileSync(mirror, [join(scratch, "terraform.tfrc")], { encoding: "utf8", stdio: "pipe" });
    config = { TF_CLI_CONFIG_FILE: file.trim() };
  } catch {
    // No mirror: Terraform downloads the provider.
  }
  const env = { ...process.env, ...config, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
  const terraform = (...args) =>
    execFileSync("terraform", args, {
      cwd: folder,
      env,
      encoding: "utf8",
      stdio: "pipe",
      maxBuffer: 1 << 26,
    });
  const plan = (source) => {
    for (const file of readdirSync(folder)) if (file.endsWith(".tf")) writeFileSync(join(folder, file), "");
    cpSync(source, folder, { recursive: true });
    terraform("plan", "-input=false", "-refresh=false", "-out=tfplan");
    return terraform("show", "-json", "tfplan");
  };
  try {
    cpSync(join(INFRA, "log-group"), folder, { recursive: true });
    terraform("init", "-input=false");
    return plan;
  } catch (error) {
    console.error(`no plans: ${error.message.split("\n")[0]}`);
    return undefined;
  }
}

module.exports = { inputs, planted, planner, synthesized, written };
