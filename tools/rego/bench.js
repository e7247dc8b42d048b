// One process that judges mutants: tools/rego/mutate, made from its source when it is first asked for.
const { spawn, spawnSync } = require("node:child_process");
const { join } = require("node:path");
const { createInterface } = require("node:readline");

/** A judge of mutants. `root` is the repository, `reach` its files; ends the run where the tests do not pass as it is. */
class Bench {
  constructor(root, reach) {
    this.reach = reach;
    this.killers = new Map();
    this.child = spawn(program(root), {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, GOGC: "400" },
    });
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.say({ files: Object.fromEntries(reach.text) });
  }

  /** `{ outcome, by }`: "killed" by a test file, "survived" or "stillborn". */
  async judge({ file, changed }) {
    this.say({ file, changed, stages: this.stages(file) });
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`tools/rego/mutate ended at a mutant of ${file}`);
    const answer = JSON.parse(value);
    if (answer.by !== undefined) this.killersOf(file).unshift(answer.by);
    return answer;
  }

  /** First the tests of the file, then what killed its mutants before, then all that can reach it. */
  stages(file) {
    const own = this.reach.own(file);
    const before = [...new Set(this.killersOf(file))].filter((test) => !own.includes(test)).slice(0, 2);
    const others = this.reach.reaching(file).filter((test) => !own.includes(test) && !before.includes(test));
    return [own, ...before.map((test) => [test]), others]
      .filter((tests) => tests.length > 0)
      .map((tests) => ({
        tests,
        members: [...new Set([file, ...tests].flatMap((test) => this.reach.needs(test)))],
      }));
  }

  killersOf(file) {
    if (!this.killers.has(file)) this.killers.set(file, []);
    return this.killers.get(file);
  }

  say(message) {
    this.child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  close() {
    this.child.stdin.end();
  }
}

function program(root) {
  const path = join(root, ".tools", "bin", "mutate");
  const { status } = spawnSync(
    "go",
    ["build", "-C", join(root, "tools", "rego"), "-mod=readonly", "-o", path, "./mutate"],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CGO_ENABLED: "0" },
    },
  );
  if (status !== 0) throw new Error("tools/rego/mutate does not build: it needs Go (https://go.dev/dl)");
  return path;
}

module.exports = { Bench };
