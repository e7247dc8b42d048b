// Puts the compiled modules of the CLI into one file, dist/gate/flowgate.js: Node finds, reads and compiles one file
// sooner than two hundred, and a check of ten flow logs is little else. `npm run build` runs it after tsc.
"use strict";
const { chmodSync } = require("node:fs");
const { join } = require("node:path");
const { buildSync } = require("esbuild");

const gate = join(__dirname, "..", "dist", "gate");
const outfile = join(gate, "flowgate.js");

buildSync({
  entryPoints: [join(gate, "cli.js")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  packages: "external",
  legalComments: "none",
  logLevel: "error",
});
chmodSync(outfile, 0o755);
