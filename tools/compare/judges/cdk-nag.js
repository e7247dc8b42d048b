// cdk-nag with all of its packs. It judges the constructs of a CDK app, so it is given one that includes a template.
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { TOOLS, printed } = require("./program");

const MODULES = join(TOOLS, "cdk-nag", "node_modules");
const manifest = join(MODULES, "cdk-nag", "package.json");

/** Asks once for all: the templates become the stacks of one app. */
function violations(templates) {
  const outdir = join(dirname(templates[0]), "cdk.out");
  printed(process.execPath, [join(__dirname, "cdk-nag-app.js"), MODULES, outdir, ...templates]);
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, "validation-report.json"), "utf8"));
  const all = pluginReports.flatMap(({ violations: each }) =>
    each.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => ({ ruleName, place: constructPath.split("/") })),
    ),
  );
  return templates.map((_, at) =>
    all
      .filter(({ place }) => place[0] === `Stack${at}`)
      .map(({ ruleName, place }) => ({
        // Its packs have most rules in common: HIPAA.Security-VPCFlowLogsEnabled and PCI.DSS.321-VPCFlowLogsEnabled.
        check: ruleName.replace(/\[.*/s, "").replace(/^(?!AwsSolutions)[\w.]+-/, ""),
        subject: place.slice(1).join("/"),
        detail: /\[.*/s.exec(ruleName)?.[0],
      })),
  );
}

module.exports = {
  name: "cdk-nag",
  install: "tools/install-cdk-nag",
  version: () => (existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined),
  judge: {
    cloudFormation: (inputs) => violations(inputs.map(({ cloudFormation }) => cloudFormation)),
  },
};
