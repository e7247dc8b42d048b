/** The roots of the matrix test: every case of __tests__/gate/matrix/cases.ts in one, as Terraform JSON and as HCL. */
"use strict";
const load = require("../typescript.js");

const HEAD = {
  terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
  provider: { aws: [{ region: "eu-west-1", s3_use_path_style: true }] },
};

/** One level deep: blocks by type, and by name below it. */
function merged(cases) {
  const all = {};
  for (const { terraform } of cases)
    for (const [block, members] of Object.entries(terraform)) {
      const into = (all[block] ??= {});
      for (const [label, body] of Object.entries(members))
        into[label] = block === "locals" ? body : { ...into[label], ...body };
    }
  return all;
}

/** @returns {{ name: string, files: Record<string, string>, applied: boolean }[]} */
function matrixRoots() {
  const { CASES } = load("__tests__/gate/matrix/cases.ts");
  const { printHcl } = load("__tests__/gate/matrix/print-hcl.ts");
  const all = merged(CASES);
  const head = { "head.tf.json": JSON.stringify(HEAD) };
  return [
    { name: "json", files: { ...head, "main.tf.json": JSON.stringify(all) }, applied: false },
    { name: "hcl", files: { ...head, "main.tf": printHcl(all) }, applied: true },
  ];
}

module.exports = { matrixRoots };
