// trivy with the checks that it carries, of every severity.
"use strict";
const { find, printed } = require("./program");

const program = find("trivy", "bin");
const QUIETLY = ["--quiet", "--format", "json", "--skip-check-update", "--skip-version-check"];

function misconfigurations(path) {
  const { Results: results = [] } = JSON.parse(printed(program, ["config", ...QUIETLY, path]));
  return results.flatMap(({ Misconfigurations: all = [] }) =>
    all.map(({ ID: check, CauseMetadata: cause }) => ({ check, subject: cause.Resource ?? "" })),
  );
}

module.exports = {
  name: "trivy",
  install: "tools/install-trivy",
  version: () => program && /Version: (\S+)/.exec(printed(program, ["--version"]))[1],
  judge: {
    tf: (inputs) => inputs.map(({ tf }) => misconfigurations(tf)),
    json: (inputs) => inputs.map(({ json }) => misconfigurations(json)),
    plan: (inputs) => inputs.map(({ plan }) => misconfigurations(plan)),
  },
};
