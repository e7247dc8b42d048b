// Leaves in dist/ what the package's programs and exports reach, and nothing else: the CLI is one bundled file, so the
// modules that it was made of, and everything of the house that no user can import, stay at home. `npm pack` runs it
// last; the next build makes all of dist again.
"use strict";
const { existsSync, readdirSync, readFileSync, rmSync, statSync } = require("node:fs");
const { dirname, join } = require("node:path");

const ROOT = join(__dirname, "..");
const manifest = require("../package.json");

const kept = new Set();

/** Keeps a file, and what it imports by a relative path; `ending` tells code from types. */
function keep(file, ending) {
  if (kept.has(file)) return;
  kept.add(file);
  for (const [, specifier] of readFileSync(file, "utf8").matchAll(
    /(?:\bfrom\s*|\brequire\(|\bimport\()["'](\.[^"']*)["']/g,
  )) {
    const path = join(dirname(file), specifier);
    const target = [path, path.replace(/\.js$/, "") + ending, join(path, `index${ending}`)].find(isFile);
    if (target === undefined) throw new Error(`${file} imports ${specifier}, which the build did not make`);
    if (/\.(js|ts)$/.test(target)) keep(target, ending);
    else kept.add(target);
  }
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}

for (const program of Object.values(manifest.bin)) keep(join(ROOT, program), ".js");
for (const entry of Object.values(manifest.exports)) {
  if (entry.default === undefined) continue;
  keep(join(ROOT, entry.default), ".js");
  keep(join(ROOT, entry.types), ".d.ts");
}

const dist = join(ROOT, "dist");
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && !kept.has(file)) rmSync(file);
}
