// Puts the compiled modules of the CLI into one file, dist/gate/flowgate.js: Node finds, reads and compiles one file
// sooner than two hundred, and a check of ten flow logs is little else. The SDK that runs the policies goes along, so
// that what it needs for functions which no policy calls is not loaded. `npm run build` runs it after tsc.
"use strict";
const { chmodSync } = require("node:fs");
const { join } = require("node:path");
const { build } = require("esbuild");

const gate = join(__dirname, "..", "dist", "gate");
const outfile = join(gate, "flowgate.js");

const SDK = "@open-policy-agent/opa-wasm";

/** Loads what the SDK needs when it is first called. */
const onDemand = {
  name: "on-demand",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${SDK}$`) }, ({ path, kind }) =>
      kind === "require-resolve" ? { path, external: true } : { path: require.resolve(SDK) },
    );
    onResolve({ filter: /^(yaml|sprintf-js)$/ }, ({ path }) => ({ path, namespace: "on-demand" }));
    onLoad({ filter: /./, namespace: "on-demand" }, ({ path }) => ({
      contents: `
        const load = () => require(require.resolve("${path}", { paths: [require.resolve("${SDK}")] }));
        module.exports = new Proxy({}, { get: (_, name) => (...given) => load()[name](...given) });`,
    }));
  },
};

build({
  entryPoints: [join(gate, "cli.js")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  packages: "external",
  plugins: [onDemand],
  legalComments: "none",
  footer: { js: `// Holds ${SDK}: Copyright 2018 The OPA Authors, Apache License 2.0.` },
  logLevel: "error",
}).then(() => chmodSync(outfile, 0o755));
