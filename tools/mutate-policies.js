// Changes the Rego of each rule in one place and asks whether a test of `opa test` notices.
//
//     node tools/mutate-policies.js [FILE-PART...]      npm run mutate -- retention
//
// A mutant is a text edit at a place that `opa parse --json-include locations` gives: a line or a clause of a rule
// dropped, a comparison turned, a `not` taken away or put in, a constant changed, a member of a set or list dropped.
// One that does not compile counts for nothing. A mutant that every test lets pass has to be explained in
// tools/mutation-survivors.json, or the command fails; it also fails where fewer than 95 % are killed.
// Answers are kept in .tools/mutants.json by the hash of all that they hang on.
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { availableParallelism, tmpdir } = require("node:os");
const { dirname, join } = require("node:path");
const { mutantsOf } = require("./rego/mutants.js");

const ROOT = join(__dirname, "..");
const OPA = join(ROOT, ".tools", "bin", "opa");
const CACHE = join(ROOT, ".tools", "mutants.json");
const SURVIVORS = join(__dirname, "mutation-survivors.json");
const LEAST = 0.95;
const TIMEOUT = 120_000;

const files = readdirSync(join(ROOT, "policies"), { recursive: true })
  .map((name) => join("policies", name).replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".rego"))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
const sources = files.filter((file) => !file.endsWith("_test.rego"));
const tests = files.filter((file) => file.endsWith("_test.rego"));
const asked = process.argv.slice(2);
const chosen = sources.filter((file) => asked.length === 0 || asked.some((part) => file.includes(part)));

function hash(...texts) {
  const sum = createHash("sha256");
  for (const each of texts) sum.update(`${each.length} ${each}`);
  return sum.digest("hex");
}

/** What a file names as `data.flowgate...`: the files that define it, followed as far as they lead. */
const packages = new Map(sources.map((file) => [/^package ([\w.]+)/m.exec(text.get(file))[1], file]));
function needed(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of text.get(file).matchAll(/\bdata\.(flowgate[\w.]*)/g)) {
    for (const each of packages.keys())
      if (name === each || (name !== "flowgate" && each.startsWith(`${name}.`)))
        needed(packages.get(each), found);
    const above = [...packages.keys()].filter((each) => each !== "flowgate" && name.startsWith(`${each}.`));
    for (const each of above) needed(packages.get(each), found);
  }
  return found;
}

/** The file, its own tests, and what these need: little to compile, and enough to kill most mutants. */
function nearest(file) {
  const own = file.replace(/\.rego$/, "");
  const isAbout = (test) => test.startsWith(own) && /^(-[\w-]+)?_test\.rego$/.test(test.slice(own.length));
  const found = needed(file);
  for (const test of tests.filter((test) => isAbout(test) || test.startsWith("policies/testing/model")))
    needed(test, found);
  return [...found].sort();
}

/** A folder with some of the policies, in which one file at a time is another. */
class Bench {
  constructor(scratch, members) {
    this.folder = mkdtempSync(join(scratch, "bench-"));
    this.members = members;
    for (const file of members) {
      mkdirSync(join(this.folder, dirname(file)), { recursive: true });
      writeFileSync(join(this.folder, file), text.get(file));
    }
  }

  /** "killed", "survived" or "stillborn". */
  async judge(file, changed) {
    writeFileSync(join(this.folder, file), changed);
    const code = await exitCode(["test", "policies", "--fail-on-empty", "-f", "json"], this.folder);
    writeFileSync(join(this.folder, file), text.get(file));
    return { 0: "survived", 1: "stillborn" }[code] ?? "killed";
  }
}

function exitCode(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(OPA, args, { cwd, stdio: "ignore", timeout: TIMEOUT });
    child.on("close", (code) => resolve(code ?? -1));
  });
}

function parse(file) {
  const { stdout, status } = spawnSync(
    OPA,
    ["parse", "--format", "json", "--json-include", "locations", file],
    {
      cwd: ROOT,
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(`${file} does not parse`);
  return JSON.parse(stdout);
}

async function main() {
  const cache = readCache();
  const all = hash(...files.map((file) => file + text.get(file)));
  const scratch = mkdtempSync(join(tmpdir(), "flowgate-mutants-"));
  const jobs = chosen.flatMap((file) =>
    mutantsOf(text.get(file), parse(file)).map((mutant) => ({ file, ...mutant })),
  );
  const outcomes = [];
  let done = 0;
  const worker = async () => {
    const whole = new Bench(scratch, files);
    let near;
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const { file, changed } = job;
      const members = nearest(file);
      const nearKey = hash(changed, ...members.filter((each) => each !== file).map((each) => text.get(each)));
      let outcome = cache[nearKey];
      if (outcome === undefined) {
        if (near?.file !== file) near = { file, bench: new Bench(scratch, members) };
        outcome = await near.bench.judge(file, changed);
        cache[nearKey] = outcome;
      }
      if (outcome === "survived") {
        const wholeKey = hash(all, changed);
        outcome = cache[wholeKey] ??= await whole.judge(file, changed);
      }
      outcomes.push({ ...job, outcome });
      if (outcome === "survived") process.stderr.write(`alive: ${file}:${job.row} ${job.change}\n`);
      if (++done % 50 === 0) {
        writeFileSync(CACHE, JSON.stringify(cache));
        process.stderr.write(`${done} judged, ${jobs.length} to go\n`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  } finally {
    writeFileSync(CACHE, JSON.stringify(cache));
    rmSync(scratch, { recursive: true, force: true });
  }
  report(outcomes);
}

function readCache() {
  try {
    return JSON.parse(readFileSync(CACHE, "utf8"));
  } catch {
    return {};
  }
}

function report(outcomes) {
  const explained = JSON.parse(readFileSync(SURVIVORS, "utf8"));
  const isExplained = ({ file, rule, change }) =>
    explained.find((each) => each.file === file && each.rule === rule && each.change === change);
  const alive = outcomes.filter(({ outcome }) => outcome === "survived");
  const killed = outcomes.filter(({ outcome }) => outcome === "killed");
  const used = new Set(alive.map(isExplained));
  for (const each of alive.toSorted((a, b) => a.file.localeCompare(b.file) || a.row - b.row)) {
    const because = isExplained(each);
    console.log(
      `${because ? "explained" : "SURVIVED "}  ${each.file}:${each.row}  ${each.rule}  ${each.change}`,
    );
  }
  const stale = explained.filter((each) => chosen.includes(each.file) && !used.has(each));
  for (const { file, rule, change } of stale) console.log(`NO SURVIVOR ${file}  ${rule}  ${change}`);
  const open = alive.filter((each) => !isExplained(each));
  const rate = killed.length / Math.max(1, killed.length + alive.length);
  console.log(
    `\n${killed.length} of ${killed.length + alive.length} mutants killed (${(100 * rate).toFixed(1)} %), ` +
      `${alive.length - open.length} survivors explained, ${open.length} not; ` +
      `${outcomes.length - killed.length - alive.length} do not compile`,
  );
  if (rate < LEAST || open.length > 0 || stale.length > 0) process.exitCode = 1;
}

main();
