// Which files a Rego file hangs on, and which tests can notice a change of it.
const { createHash } = require("node:crypto");

/** What the files of a policy say of each other. `text` is a map of path to text. */
class Reach {
  constructor(text) {
    this.text = text;
    this.files = [...text.keys()];
    this.sources = this.files.filter((file) => !file.endsWith("_test.rego"));
    const holdsTest = (file) => file.endsWith("_test.rego") && /^test_/m.test(text.get(file));
    this.tests = this.files.filter(holdsTest);
    this.packages = new Map();
    for (const file of this.files) {
      const name = /^package (?:data\.)?([\w.]+)/m.exec(text.get(file))[1];
      this.packages.set(name, [...(this.packages.get(name) ?? []), file]);
    }
    this.closures = new Map();
  }

  /** The file, the rest of its package, and what they name as `data.flowgate...`, followed as far as it leads. */
  needs(file) {
    const kept = this.closures.get(file);
    if (kept !== undefined) return kept;
    const found = new Set();
    const open = [file];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      const text = this.text.get(next);
      open.push(...this.beside(next));
      for (const [, name] of text.matchAll(/\bdata\.(flowgate[\w.]*)/g)) open.push(...this.defining(name));
    }
    const sorted = [...found].sort();
    this.closures.set(file, sorted);
    return sorted;
  }

  /** The rest of its package; what models for tests are tested by is not needed to use them. */
  beside(file) {
    const own = /^package ([\w.]+)/m.exec(this.text.get(file))[1];
    return this.packages.get(own).filter((each) => own.endsWith("_test") || !this.tests.includes(each));
  }

  /** The files of the package that a reference leads into, or of all packages below it. */
  defining(name) {
    const below = [...this.packages.keys()].filter((each) => each === name || each.startsWith(`${name}.`));
    const above = [...this.packages.keys()].filter((each) => name.startsWith(`${each}.`));
    const nearest = above.sort((a, b) => b.length - a.length).slice(0, 1);
    return [...below, ...(below.length > 0 ? [] : nearest)]
      .flatMap((each) => this.packages.get(each))
      .filter((file) =>
        name.startsWith("flowgate.testing") ? !this.tests.includes(file) : this.sources.includes(file),
      );
  }

  /** Tests of the file itself: `x_test.rego` and `x-more_test.rego` beside `x.rego`. */
  own(file) {
    const stem = file.replace(/\.rego$/, "");
    return this.tests.filter(
      (test) => test.startsWith(stem) && /^(-[\w-]+)?_test\.rego$/.test(test.slice(stem.length)),
    );
  }

  /** Tests that a change of the file can reach; those that need the fewest files first. */
  reaching(file) {
    return this.tests
      .filter((test) => this.needs(test).includes(file))
      .sort((a, b) => this.needs(a).length - this.needs(b).length);
  }

  /** Changes with any file that these tests read, `except` apart. */
  hash(tests, except) {
    const sum = createHash("sha256");
    for (const file of new Set(tests.flatMap((test) => this.needs(test))))
      if (file !== except) sum.update(`${file} ${this.text.get(file)}`);
    return sum.digest("hex");
  }
}

module.exports = { Reach };
