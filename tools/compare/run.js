// Puts flowgate beside the tools that people know: plants each defect of defects.js in Terraform that is right, asks
// every tool that is installed, prints who finds what, and keeps it in results.json and README.md.
//
//     npm run compare            all of it: tools/install-{checkov,trivy,conftest,cdk-nag} first
//     npm run compare -- --print the table alone; nothing is kept
"use strict";
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { findings, hashOf, setOff } = require("./found");
const { inputs, planner, written } = require("./inputs");
const { table, withTable } = require("./table");

const JUDGES = ["flowgate", "checkov", "trivy", "cdk-nag", "conftest"].map((name) =>
  require(`./judges/${name}`),
);
const README = join(__dirname, "..", "..", "README.md");

/** What each tool that is installed finds in each input, on this day. */
async function compare(scratch, judges = JUDGES) {
  const plan = planner(scratch);
  const present = judges.filter((judge) => judge.version() !== undefined);
  const all = inputs();
  const paths = new Map();
  for (const input of all) paths.set(input.id, await written(input, scratch, plan));
  const found = Object.fromEntries(present.map((judge) => [judge.name, findings(judge, paths)]));
  const of = (name, { id, right }) => {
    const own = found[name].get(id);
    const before =
      right === undefined
        ? Object.fromEntries(Object.keys(own).map((form) => [form, []]))
        : found[name].get(right);
    return setOff(own, before);
  };
  return {
    date: new Date().toISOString().slice(0, 10),
    tools: Object.fromEntries(
      present.map(({ name, version, bundle }) => [
        name,
        { version: version(), forms: Object.keys(found[name].get("log-group")), ...(bundle && { bundle }) },
      ]),
    ),
    absent: judges
      .filter((judge) => !present.includes(judge))
      .map(({ name, install }) => `${name} (\`${install}\`)`),
    inputs: all.map((input) => ({
      id: input.id,
      title: input.title,
      ...(input.right !== undefined && { right: input.right }),
      hash: hashOf(input),
      found: Object.fromEntries(present.map(({ name }) => [name, of(name, input)])),
    })),
  };
}

async function main() {
  const scratch = mkdtempSync(join(tmpdir(), "flowgate-compare-"));
  try {
    const results = await compare(scratch);
    console.log(table(results));
    if (process.argv.includes("--print")) return;
    writeFileSync(join(__dirname, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
    const prettier = await import("prettier");
    const options = await prettier.resolveConfig(README);
    const page = withTable(readFileSync(README, "utf8"), results);
    writeFileSync(README, await prettier.format(page, { ...options, filepath: README }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (require.main === module) void main();

module.exports = { JUDGES, compare };
