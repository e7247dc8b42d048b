import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type LoadedPolicy, loadPolicySync } from "@open-policy-agent/opa-wasm";

const root = join(__dirname, "..", "..");
const opa = join(root, ".tools/bin/opa");

/** Every Rego test as an entrypoint: `flowgate/phrase_test/test_lists_read_as_a_person_writes_them`. */
const tests = readdirSync(join(root, "policies"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("_test.rego"))
  .flatMap((file) => {
    const text = readFileSync(join(root, "policies", file), "utf8");
    const folder = /^package (\S+)/m.exec(text)?.[1]?.replaceAll(".", "/") ?? "";
    const names = [...text.matchAll(/^test_\w+/gm)].map(([name]) => name);
    return [...new Set(names)].map((name) => `${folder}/${name}`);
  })
  .sort();

let policy: LoadedPolicy | undefined;
/** What OPA answers itself: true, or the notes of the cases that hold. */
let told: Readonly<Record<string, readonly unknown[]>> = {};

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "flowgate-rego-"));
  const bundle = join(folder, "bundle.tar.gz");
  const entrypoints = tests.flatMap((test) => ["-e", test]);
  try {
    // Without pruning, functions that use an entrypoint would become entrypoints themselves, which OPA refuses.
    const args = ["build", "-t", "wasm", "--prune-unused", "-b", "policies", "-o", bundle, ...entrypoints];
    execFileSync(opa, args, { cwd: root });
    execFileSync("tar", ["-xzf", bundle, "-C", folder, "/policy.wasm"], { stdio: "ignore" });
    policy = loadPolicySync(readFileSync(join(folder, "policy.wasm")), { initial: 1024 });
    policy.setData({});
    const asked = tests.map((test) => `"${test}": [held | held := data.${test.replaceAll("/", ".")}]`);
    const query = ["eval", "-b", "policies", "-f", "raw", `{${asked.join(", ")}}`];
    told = JSON.parse(
      execFileSync(opa, query, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }),
    ) as typeof told;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

test("there are Rego tests", () => {
  expect(tests.length).toBeGreaterThan(250);
});

/** The gate asks WebAssembly, which walks sets and objects in another order than OPA itself does. */
test.each(tests)("%s holds in WebAssembly as in OPA", (entrypoint) => {
  const answers = policy?.evaluate({}, entrypoint) as { result: unknown }[];
  expect(told[entrypoint]).toHaveLength(1);
  expect(answers.map(({ result }) => result)).toEqual(told[entrypoint]);
});
