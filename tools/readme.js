// Runs the console blocks of README.md and docs/ and writes their output into them; `--check` only compares.
//
//     node tools/readme.js [--check]
//     node tools/readme.js --tests JEST_REPORT [--check]     the figures of `npm test` instead
//
// A block is fenced as ```console; its lines that begin with "$ " are run in order, in a scratch folder that looks
// like the repository, and what they print follows. A line "# exit N" is the exit code where it is not 0. A block whose
// fence names a file (```hcl infra/main.tf) is that file, for the console blocks after it; one of examples/pipelines is
// written into the page.
const { spawnSync } = require("node:child_process");
const {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} = require("node:fs");
const { tmpdir } = require("node:os");
const { dirname, delimiter, join } = require("node:path");

const ROOT = join(__dirname, "..");
const CLI = join(ROOT, "dist", "gate", "cli.js");
const PLANS = join(ROOT, "__tests__", "fixtures", "plans");

/** Pages whose blocks need Node alone, by path. docs/rules.md and docs/api are made by others. */
const PAGES = [
  "README.md",
  "docs/judging.md",
  "docs/settings.md",
  "docs/reports.md",
  "docs/deploy-gate.md",
  "docs/pull-requests.md",
  "docs/pipelines.md",
  "docs/modules.md",
];

/** Pages whose commands are opa and conftest of .tools/bin. */
const PAGES_WITH_OPA = ["docs/bundle.md"];

/** What `terraform show -json` would have printed, by the name that the pages give it. */
const SHOWN = {
  "plan.json": join(PLANS, "apps", "network.json"),
  "changed.json": join(PLANS, "changed", "after.json"),
  "state.json": join(PLANS, "shapes", "state.json"),
};

/** Commands as the pages show them, and what they run: `npm start` without building again. */
const COMMANDS = [
  [/^npm start$/, () => [[join(ROOT, "dist", "main.js")]]],
  [
    /^npm run --silent example (\S+)(?: -- (\S+))?$/,
    ([, name, option]) => [
      [join(ROOT, "dist", "examples", name, "main.js")],
      [CLI, "check", `examples/${name}/cdktf.out`, ...(option === undefined ? [] : [option])],
    ],
  ],
  [/^npx flowgate (.+)$/, ([, args]) => [[CLI, ...args.split(" ")]]],
];

function run(command, folder, page) {
  // As in a shell: these commands hand each other what they print. `npx` would look in the registry first.
  if (PAGES_WITH_OPA.includes(page))
    return printedBy("bash", ["-c", command.replaceAll("npx ", "")], folder).text;
  for (const [pattern, steps] of COMMANDS) {
    const match = pattern.exec(command);
    if (match === null) continue;
    let output = "";
    for (const args of steps(match)) {
      const printed = printedBy(process.execPath, args, folder);
      output += printed.text;
      if (printed.status !== 0) break;
    }
    return output;
  }
  throw new Error(`${page}: tools/readme.js does not know how to run "${command}"`);
}

function printedBy(program, args, cwd) {
  const path = [join(ROOT, ".tools", "bin"), join(cwd, "node_modules", ".bin"), process.env.PATH].join(
    delimiter,
  );
  const env = { ...process.env, PATH: path, NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  return { status, text: stderr + stdout + (status === 0 ? "" : `# exit ${status}\n`) };
}

/** The text of a page with every console block's output as it is now. */
function refresh(text, page) {
  const folder = mkdtempSync(join(tmpdir(), "flowgate-readme-"));
  try {
    furnish(folder);
    return text.replace(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm, (block, language, name, body) => {
      if (name?.startsWith("examples/pipelines/"))
        return `\`\`\`${language} ${name}\n${readFileSync(join(ROOT, name), "utf8")}\`\`\``;
      if (name !== undefined) place(join(folder, name), body);
      if (language !== "console") return block;
      const commands = body.split("\n").filter((line) => line.startsWith("$ "));
      const parts = commands.map((line) => `${line}\n${run(line.slice(2), folder, page)}`);
      return "```console\n" + parts.join("\n").replace(/\n+$/, "\n") + "```";
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts what the commands of every page read where they look for it. */
function furnish(folder) {
  for (const name of readdirSync(join(ROOT, "examples")))
    mkdirSync(join(folder, "examples", name), { recursive: true });
  for (const [name, file] of Object.entries(SHOWN)) copyFileSync(file, join(folder, name));
  spawnSync(process.execPath, [join(ROOT, "dist", "main.js")], { cwd: folder });
  place(
    join(folder, "node_modules", ".bin", "flowgate"),
    `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`,
  );
  chmodSync(join(folder, "node_modules", ".bin", "flowgate"), 0o755);
  symlinkSync(ROOT, join(folder, "node_modules", "flowgate"));
}

function place(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The text with the closing figures of a test run, as jest prints them. */
function withFigures(text, { numPassedTestSuites, numTotalTestSuites, numPassedTests, numTotalTests }) {
  return text
    .replace(/^Test Suites: .*$/m, `Test Suites: ${numPassedTestSuites} passed, ${numTotalTestSuites} total`)
    .replace(/^Tests: .*$/m, `Tests:       ${numPassedTests} passed, ${numTotalTests} total`);
}

function renew(page, fresh, isCheck) {
  const file = join(ROOT, page);
  const text = readFileSync(file, "utf8");
  const now = fresh(text);
  if (!isCheck) return writeFileSync(file, now);
  if (now === text) return;
  console.error(`${page} shows what the commands no longer print: run \`node tools/readme.js\``);
  process.exitCode = 1;
}

if (require.main === module) {
  const [what, report] = process.argv.slice(2);
  const isCheck = process.argv.includes("--check");
  if (what === "--tests") {
    const figures = JSON.parse(readFileSync(report, "utf8"));
    renew("README.md", (text) => withFigures(text, figures), isCheck);
  } else {
    for (const page of [...PAGES, ...PAGES_WITH_OPA]) renew(page, (text) => refresh(text, page), isCheck);
  }
}

module.exports = { PAGES, PAGES_WITH_OPA, refresh };
