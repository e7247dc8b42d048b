// flowgate, by its baseline. A plan is given with the .tf that it comes from, as the README says.
"use strict";
const { join } = require("node:path");
const { ROOT, printed } = require("./program");

const CLI = join(ROOT, "dist", "gate", "cli.js");

function report(paths) {
  const { errors, findings } = JSON.parse(
    printed(process.execPath, [CLI, "check", "--format", "json", ...paths]),
  );
  if (errors.length > 0) throw new Error(errors[0].message);
  return findings
    .filter(({ verdict }) => verdict === "fail")
    .map(({ rule, address }) => ({ check: rule, subject: address }));
}

module.exports = {
  name: "flowgate",
  install: "npm run build",
  version: () => require("../../../package.json").version,
  judge: {
    tf: (inputs) => inputs.map(({ tf }) => report([tf])),
    json: (inputs) => inputs.map(({ json }) => report([json])),
    plan: (inputs) => inputs.map(({ plan, tf }) => report([plan, tf])),
  },
};
