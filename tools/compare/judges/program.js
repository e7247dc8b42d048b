// How the judges start the programs that they ask.
"use strict";
const { spawnSync } = require("node:child_process");
const { accessSync, constants } = require("node:fs");
const { delimiter, join } = require("node:path");

const ROOT = join(__dirname, "..", "..", "..");
const TOOLS = join(ROOT, ".tools");

/** A program of .tools, where tools/install-* put it, or of PATH; undefined where there is none. */
function find(name, ...folders) {
  const places = [...folders.map((folder) => join(TOOLS, folder)), ...process.env.PATH.split(delimiter)];
  return places.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a program prints to standard output. Throws where it ends with another exit code than `ends` names. */
function printed(program, args, { ends = [0, 1], ...options } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error !== undefined) throw error;
  if (!ends.includes(status)) throw new Error(`${program} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

module.exports = { ROOT, TOOLS, find, printed };
