// What was found out about mutants before, kept as long as it hangs on the same texts.
const { createHash } = require("node:crypto");
const { readFileSync, writeFileSync } = require("node:fs");

/** Answers in the file `path`, about the files that `reach` holds. */
class Answers {
  constructor(path, reach) {
    this.path = path;
    this.reach = reach;
    this.hashes = new Map();
    this.kept = read(path);
    this.fresh = {};
  }

  /** "killed", "survived", "stillborn", or undefined where it is not known. */
  of({ file, changed }) {
    const kept = this.kept[keyOf(file, changed)];
    if (kept === undefined) return undefined;
    return kept.on === this.basis(file, kept) ? kept.outcome : undefined;
  }

  keep({ file, changed }, answer) {
    this.fresh[keyOf(file, changed)] = { ...answer, on: this.basis(file, answer) };
    return answer.outcome;
  }

  /** The killer stays one while what it reads is the same; a survivor may fall to any test that can reach it. */
  basis(file, { by }) {
    const key = `${file} ${by ?? ""}`;
    if (!this.hashes.has(key)) {
      const tests =
        by === undefined ? this.reach.reaching(file) : this.reach.tests.filter((test) => test === by);
      this.hashes.set(key, this.reach.hash(tests, file));
    }
    return this.hashes.get(key);
  }

  /** Beside what another run has found meanwhile. */
  write() {
    writeFileSync(this.path, JSON.stringify({ ...read(this.path), ...this.fresh }));
  }
}

function keyOf(file, changed) {
  return createHash("sha256").update(`${file} ${changed}`).digest("hex");
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}

module.exports = { Answers };
