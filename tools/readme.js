// Runs the console blocks of README.md and writes their output into them; `--check` only compares.
//
//     node tools/readme.js [--check]
//     node tools/readme.js --tests JEST_REPORT [--check]     the figures of `npm test` instead
//
// A block is fenced as ```console; its lines that begin with "$ " are run in order, in a scratch folder that looks
// like the repository, and what they print follows. A line "# exit N" is the exit code where it is not 0.
const { spawnSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const ROOT = join(__dirname, "..");
const README = join(ROOT, "README.md");
const CLI = join(ROOT, "dist", "gate", "cli.js");

/** Commands as README shows them, and what they run: `npm start` without building again. */
const COMMANDS = [
  [/^npm start$/, () => [[join(ROOT, "dist", "main.js")], [CLI, "check", "cdktf.out"]]],
  [
    /^npm run --silent example (\w+)(?: -- (\S+))?$/,
    ([, name, option]) => [
      [join(ROOT, "dist", "examples", name, "main.js")],
      [CLI, "check", `examples/${name}/cdktf.out`, ...(option === undefined ? [] : [option])],
    ],
  ],
  [/^npx flowgate (.+)$/, ([, args]) => [[CLI, ...args.split(" ")]]],
];

function run(command, folder) {
  for (const [pattern, steps] of COMMANDS) {
    const match = pattern.exec(command);
    if (match === null) continue;
    let output = "";
    for (const args of steps(match)) {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
      output += stdout + stderr + (status === 0 ? "" : `# exit ${status}\n`);
      if (status !== 0) break;
    }
    return output;
  }
  throw new Error(`README.md: tools/readme.js does not know how to run "${command}"`);
}

/** The text with every console block's output as it is now. */
function refresh(text) {
  const folder = mkdtempSync(join(tmpdir(), "flowgate-readme-"));
  for (const name of readdirSync(join(ROOT, "examples")))
    mkdirSync(join(folder, "examples", name), { recursive: true });
  try {
    return text.replace(/^```console\n([\s\S]*?)^```$/gm, (_, body) => {
      const commands = body.split("\n").filter((line) => line.startsWith("$ "));
      const parts = commands.map((line) => `${line}\n${run(line.slice(2), folder)}`);
      return "```console\n" + parts.join("\n") + "```";
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text with the closing figures of a test run, as jest prints them. */
function withFigures(text, { numPassedTestSuites, numTotalTestSuites, numPassedTests, numTotalTests }) {
  return text
    .replace(/^Test Suites: .*$/m, `Test Suites: ${numPassedTestSuites} passed, ${numTotalTestSuites} total`)
    .replace(/^Tests: .*$/m, `Tests:       ${numPassedTests} passed, ${numTotalTests} total`);
}

if (require.main === module) {
  const [what, report] = process.argv.slice(2);
  const text = readFileSync(README, "utf8");
  const fresh =
    what === "--tests" ? withFigures(text, JSON.parse(readFileSync(report, "utf8"))) : refresh(text);
  if (!process.argv.includes("--check")) writeFileSync(README, fresh);
  else if (fresh !== text) {
    console.error("README.md shows what the commands no longer print: run `node tools/readme.js`");
    process.exitCode = 1;
  }
}

module.exports = { refresh };
