import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { removeStacks } from "../../../gate/deploy/written-stacks";

let root = "";
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "flowgate-written-"))));
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text = "{}"): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

function manifestOf(synthesizedStackPath: string): string {
  const stack = { name: "s", constructPath: "s", dependencies: [], synthesizedStackPath };
  return JSON.stringify({ version: "0.21.0", stacks: { s: stack } });
}

test("a stack goes wherever the manifest says that it is", () => {
  const stack = write("out/elsewhere/cdk.tf.json");
  write("out/manifest.json", manifestOf("elsewhere/cdk.tf.json"));
  removeStacks(join(root, "out"));
  expect([existsSync(stack), existsSync(join(root, "out/manifest.json"))]).toEqual([false, false]);
});

test("a manifest that leads out of its folder removes nothing there", () => {
  const other = write("other.tf.json");
  write("out/manifest.json", manifestOf("../other.tf.json"));
  removeStacks(join(root, "out"));
  expect(existsSync(other)).toBe(true);
});

test.each(["{", "[]", "null", '{"stacks":7}'])(
  "a manifest that is %s goes, with the stacks beside it",
  (text) => {
    const manifest = write("out/manifest.json", text);
    const stack = write("out/stacks/s/cdk.tf.json");
    removeStacks(join(root, "out"));
    expect([existsSync(manifest), existsSync(stack)]).toEqual([false, false]);
  },
);

test("where nothing was written there is nothing to remove", () => {
  expect(() => {
    removeStacks(join(root, "out"));
  }).not.toThrow();
});
