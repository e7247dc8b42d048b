/** The roots of the matrix test: every case of __tests__/gate/matrix/cases.ts in one, as Terraform JSON and as HCL. */
"use strict";
const load = require("../typescript.js");

/** What stands around every case, and asks for buckets as moto answers. */
function head() {
  const { AROUND } = load("__tests__/gate/matrix/matrix-case.ts");
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
    provider: { aws: AROUND.provider.aws.map((each) => ({ ...each, s3_use_path_style: true })) },
  };
}

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

/**
 * What is planned of each root, and what is applied of it then.
 * @returns {{ name: string, file: string, planned: string, applied?: string, head: string }[]}
 */
function matrixRoots(cases = load("__tests__/gate/matrix/cases.ts")) {
  const { printHcl } = load("__tests__/gate/matrix/print-hcl.ts");
  const applied = merged(cases.CASES);
  const planned = merged([...cases.CASES, ...cases.PLANNED_CASES]);
  const around = JSON.stringify(head());
  return [
    { name: "json", file: "main.tf.json", planned: JSON.stringify(planned, null, 1), head: around },
    { name: "hcl", file: "main.tf", planned: printHcl(planned), applied: printHcl(applied), head: around },
  ];
}

module.exports = { matrixRoots };
