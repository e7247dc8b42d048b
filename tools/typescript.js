/** Loads a TypeScript module of the repository, and those that it imports, into a tool that is written in JavaScript. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { transformSync } = require("@swc/core");

const root = path.join(__dirname, "..");

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, "utf8"), {
    filename,
    module: { type: "commonjs" },
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  });
  module._compile(code, filename);
};

/** @param {string} file From the root of the repository. */
module.exports = (file) => require(path.join(root, file));
