// Changes the Rego of each rule in one place and asks whether a test notices.
//
//     node tools/mutate-policies.js [FILE-PART...]      npm run mutate -- retention
//
// A mutant is a text edit at a place that `opa parse --json-include locations` gives: a line or a clause of a rule
// dropped, a comparison turned, a `not` taken away or put in, a constant changed, a member of a set or list dropped.
// One that does not compile counts for nothing. A mutant that every test lets pass has to be explained in
// tools/mutation-survivors.json, or the command fails; it also fails where fewer than 95 % are killed.
// The files are read once, at the start. Answers are kept in .tools/mutants.json by the hash of all that they hang on.
// A run over all files writes its figures into CONTRIBUTING.md.
const { availableParallelism } = require("node:os");
const { readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { Answers } = require("./rego/answers.js");
const { Bench } = require("./rego/bench.js");
const { mutantsOf, parse } = require("./rego/mutants.js");
const { Reach } = require("./rego/reach.js");

const ROOT = join(__dirname, "..");
const SURVIVORS = join(__dirname, "mutation-survivors.json");
const GUIDE = join(ROOT, "CONTRIBUTING.md");
const LEAST = 0.95;

const files = readdirSync(join(ROOT, "policies"), { recursive: true })
  .map((name) => join("policies", name).replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".rego"))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
const reach = new Reach(text);
const asked = process.argv.slice(2);
const chosen = reach.sources.filter(
  (file) => asked.length === 0 || asked.some((part) => file.includes(part)),
);

async function main() {
  const answers = new Answers(join(ROOT, ".tools", "mutants.json"), reach);
  const jobs = chosen.flatMap((file) =>
    mutantsOf(text.get(file), parse(ROOT, file)).map((mutant) => ({ file, ...mutant })),
  );
  const outcomes = [];
  const worker = async () => {
    const bench = new Bench(ROOT, reach);
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const outcome = answers.of(job) ?? answers.keep(job, await bench.judge(job));
      outcomes.push({ ...job, outcome });
      if (outcome === "survived")
        process.stderr.write(`alive: ${job.file}:${job.row} ${job.rule} ${job.change}\n`);
      if (outcomes.length % 100 === 0) {
        answers.write();
        process.stderr.write(`${outcomes.length} judged, ${jobs.length} to go\n`);
      }
    }
    bench.close();
  };
  try {
    const workers = Number(process.env.FLOWGATE_WORKERS ?? Math.min(2, availableParallelism()));
    await Promise.all(Array.from({ length: workers }, worker));
  } finally {
    answers.write();
  }
  report(outcomes);
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
  const figures =
    `${killed.length} of ${killed.length + alive.length} mutants killed (${(100 * rate).toFixed(1)} %), ` +
    `${alive.length - open.length} survivors explained, ${open.length} not; ` +
    `${outcomes.length - killed.length - alive.length} do not compile`;
  console.log(`\n${figures}`);
  if (asked.length === 0) writeFigures(figures);
  if (rate < LEAST || open.length > 0 || stale.length > 0) process.exitCode = 1;
}

function writeFigures(figures) {
  const marks = /(<!-- mutation figures -->\n)[^]*?(<!-- \/mutation figures -->)/;
  const said = `\nThe last run over all ${chosen.length} files: ${figures}.\n\n`;
  writeFileSync(
    GUIDE,
    readFileSync(GUIDE, "utf8").replace(marks, (_, begin, end) => begin + said + end),
  );
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
