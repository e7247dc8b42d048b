// checkov with every check that it has.
"use strict";
const { sep } = require("node:path");
const { find, printed } = require("./program");

const program = find("checkov", "checkov/bin");
const ALONE = ["--output", "json", "--compact", "--skip-download"];

/** Asks once for all: to start costs it more than to judge. It prints a document for each folder, one after another. */
function failed(option, paths) {
  const told = printed(program, [...paths.flatMap((path) => [option, path]), ...ALONE]);
  const documents = JSON.parse(`[${told.replace(/^([}\]])\n+(?=[{[])/gm, "$1,\n")}]`).flat();
  const results = documents.map((each) => each.results ?? refused(told));
  const unread = results.flatMap(({ parsing_errors: files }) => files);
  if (unread.length > 0) throw new Error(`checkov cannot read ${unread.join(", ")}`);
  const all = results.flatMap(({ failed_checks: checks }) => checks);
  return paths.map((path) =>
    all
      .filter(({ file_abs_path: file }) => file === path || file.startsWith(`${path}${sep}`))
      .map(({ check_id: check, resource: subject }) => ({ check, subject })),
  );
}

function refused(told) {
  throw new Error(`checkov judged nothing: ${told.slice(0, 500)}`);
}

module.exports = {
  name: "checkov",
  install: "tools/install-checkov",
  version: () => program && printed(program, ["--version"]).trim(),
  judge: {
    tf: (inputs) =>
      failed(
        "--directory",
        inputs.map(({ tf }) => tf),
      ),
    json: (inputs) =>
      failed(
        "--directory",
        inputs.map(({ json }) => json),
      ),
    plan: (inputs) =>
      failed(
        "--file",
        inputs.map(({ plan }) => plan),
      ),
  },
};
