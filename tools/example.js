// Synthesizes an example and judges it:  npm run example NAME [-- OPTIONS OF flowgate check]
const { existsSync, readdirSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const ROOT = join(__dirname, "..");
const name = process.argv[2] ?? "";
const names = readdirSync(join(ROOT, "examples")).filter((each) =>
  existsSync(join(ROOT, "examples", each, "main.ts")),
);

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 2;
  return status === 0;
}

if (!names.includes(name)) {
  console.error(`example: give one of ${names.join(", ")}`);
  process.exitCode = 2;
} else if (node(join("dist", "examples", name, "main.js"))) {
  node(join("dist", "gate", "cli.js"), "check", `examples/${name}/cdktf.out`, ...process.argv.slice(3));
}
