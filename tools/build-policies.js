/**
 * Builds policies/built/ (policy.wasm, its lock, the catalogue of rules, their examples, the presets, the record fields) and
 * policies/.manifest, whose revision is the hash of the wasm, which does not hold it. `--check` writes nothing and says
 * whether they are up to date, byte for byte.
 */
"use strict";
const { execFileSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { ruleExample } = require("./rule-examples.js");

const root = path.join(__dirname, "..");
const FAMILIES = ["retention", "delivery", "privilege", "trust", "capture", "exposure", "change", "input"];
const CAPABILITIES = "tools/rego/capabilities.json";
/** What the sources are checked against: policies built against another model would read fields that are gone. */
const SCHEMAS = ["schemas/model.schema.json", "schemas/settings.schema.json"];
const NO_OPA =
  "opa is needed to build the policies: run tools/install-rego, or set OPA to the path of the executable";

/** The first OPA that answers: $OPA, .tools/bin/opa, then the PATH's. */
function findOpa() {
  const named = process.env.OPA;
  for (const candidate of named ? [named] : [path.join(root, ".tools/bin/opa"), "opa"]) {
    try {
      return { opa: candidate, version: /Version: (\S+)/.exec(run(candidate, ["version"]))[1] };
    } catch {
      continue;
    }
  }
  throw new Error(NO_OPA);
}

/** Relative paths from the root alone: OPA writes them into the wasm. */
function run(program, args) {
  return execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Every .rego file that is not a test, relative to the root, sorted. */
function sourceFiles() {
  return fs
    .readdirSync(path.join(root, "policies"), { recursive: true })
    .map((file) => `policies/${file.split(path.sep).join("/")}`)
    .filter((file) => file.endsWith(".rego") && !file.endsWith("_test.rego"))
    .sort();
}

function annotations(opa) {
  const inspected = JSON.parse(run(opa, ["inspect", "-a", "-f", "json", "policies"]));
  return inspected.annotations.filter(({ location }) => !location.file.endsWith("_test.rego"));
}

const dotted = (reference) => reference.map(({ value }) => value).slice(1);

function entrypoints(noted) {
  return noted
    .filter((each) => each.annotations.entrypoint)
    .map((each) => dotted(each.path).join("/"))
    .sort();
}

/** What METADATA says of each rule, by family in the order of the rule book, then by id. */
function catalogue(noted) {
  const rules = noted
    .filter((each) => each.annotations.scope === "package" && dotted(each.path)[1] === "rules")
    .map((each) => ruleOf(each));
  const order = (rule) => FAMILIES.indexOf(rule.family);
  return rules.sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
}

function ruleOf({ annotations: words, location, path: reference }) {
  const { severity, waivable, causes, help, controls, breaks } = words.custom;
  return {
    id: dotted(reference)[2].replaceAll("_", "-"),
    family: path.basename(path.dirname(location.file)),
    title: words.title,
    description: words.description.trim(),
    severity,
    waivable,
    causes,
    help: help.trim(),
    links: words.related_resources.map(({ ref }) => ref),
    controls,
    ...(breaks && { breaks }),
  };
}

/** What to avoid and to prefer, by rule. */
function examples(rules) {
  const shown = rules.flatMap(({ id }) => {
    const { avoid, prefer } = ruleExample(id) ?? {};
    return avoid === undefined ? [] : [[id, { avoid, ...(prefer && { prefer }) }]];
  });
  return Object.fromEntries(shown);
}

/** Every preset by name, with its framework's title and where each control's mapping was read. */
function presets(opa, noted) {
  const titles = new Map(
    noted
      .filter((each) => each.annotations.scope === "package")
      .map((each) => [dotted(each.path).join("."), each.annotations.title]),
  );
  const query = ["eval", "-b", "policies", "-f", "raw", "data.flowgate.presets"];
  return Object.entries(JSON.parse(run(opa, query)))
    .map(([name, preset]) => ({
      name: preset.name,
      title: titles.get(`flowgate.presets.${name}`),
      settings: preset.settings,
      controls: preset.controls,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every field that a record can have, of any kind of flow log, sorted. */
function recordFields(opa) {
  const query = ["eval", "-b", "policies", "-f", "raw", "data.flowgate.record.known"];
  const kinds = Object.values(JSON.parse(run(opa, query)));
  return [...new Set(kinds.flatMap((fields) => Object.keys(fields)))].sort();
}

function buildWasm(opa) {
  const folder = fs.mkdtempSync(path.join(tmpdir(), "flowgate-policies-"));
  const bundle = path.join(folder, "bundle.tar.gz");
  try {
    run(opa, [
      ...["build", "-b", "policies", "-t", "wasm", "--ignore", "*_test.rego"],
      ...["--capabilities", CAPABILITIES, "-o", bundle],
    ]);
    return execFileSync("tar", ["-xzOf", bundle, "/policy.wasm"], { maxBuffer: 1 << 28, stdio: "pipe" });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Everything that is built, by path relative to policies/. */
function build() {
  const { opa, version } = findOpa();
  const noted = annotations(opa);
  const wasm = buildWasm(opa);
  const lock = {
    opa: version,
    wasm: sha256(wasm),
    entrypoints: entrypoints(noted),
    sources: Object.fromEntries(
      [...sourceFiles(), ...SCHEMAS].map((file) => [file, sha256(fs.readFileSync(path.join(root, file)))]),
    ),
  };
  return new Map([
    ["built/policy.wasm", wasm],
    ["built/policy.lock.json", json(lock)],
    ["built/catalogue.json", json(catalogue(noted))],
    ["built/examples.json", json(examples(catalogue(noted)))],
    ["built/presets.json", json(presets(opa, noted))],
    ["built/record-fields.json", json(recordFields(opa))],
    [".manifest", json(manifest(lock.wasm))],
  ]);
}

/** https://openpolicyagent.org/docs/management-bundles#bundle-file-format */
function manifest(revision) {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  return { revision, roots: ["flowgate"], rego_version: 1, metadata: { version, modelVersion: 1 } };
}

const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const place = (file) => path.join(root, "policies", file);

function write() {
  fs.mkdirSync(place("built"), { recursive: true });
  for (const [file, bytes] of build()) fs.writeFileSync(place(file), bytes);
}

function check() {
  const stale = [...build()]
    .filter(([file, bytes]) => !fs.existsSync(place(file)) || !fs.readFileSync(place(file)).equals(bytes))
    .map(([file]) => `policies/${file}`);
  if (stale.length > 0) {
    throw new Error(`${stale.join(", ")} is not what the sources make: run node tools/build-policies.js`);
  }
}

try {
  if (process.argv.includes("--check")) check();
  else write();
} catch (fault) {
  process.stderr.write(`${fault.stderr || fault.message}\n`);
  process.exitCode = 1;
}
