// conftest has no check of its own: it runs the Rego that it is given. Here that is flowgate's bundle, on the model that
// flowgate makes of the input.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { ROOT, find, printed } = require("./program");

const CLI = join(ROOT, "dist", "gate", "cli.js");
const program = find("conftest", "bin");

function denied(inputs, sources) {
  const models = inputs.map((input) => {
    const [path, ...others] = sources(input);
    const model = `${path}.model.json`;
    writeFileSync(model, printed(process.execPath, [CLI, "model", path, ...others]));
    return model;
  });
  const policies = ["--namespace", "flowgate", "--policy", join(ROOT, "policies")];
  const told = JSON.parse(printed(program, ["test", "--output", "json", ...policies, ...models]));
  return models.map((model) =>
    told
      .filter(({ filename }) => filename === model)
      .flatMap(({ failures = [], warnings = [] }) => [...failures, ...warnings])
      .filter(({ metadata }) => metadata.verdict === "fail")
      .map(({ metadata }) => ({ check: metadata.rule, subject: metadata.address })),
  );
}

module.exports = {
  name: "conftest",
  install: "tools/install-conftest",
  bundle: true,
  // Built from source, it calls itself "dev".
  version: () =>
    program && /conftest v(\S+)/.exec(readFileSync(join(ROOT, "tools", "conftest", "go.mod"), "utf8"))[1],
  judge: {
    tf: (inputs) => denied(inputs, ({ tf }) => [tf]),
    json: (inputs) => denied(inputs, ({ json }) => [json]),
    plan: (inputs) => denied(inputs, ({ plan, tf }) => [plan, tf]),
  },
};
