import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./workplace";

const MODULES = join(ROOT, "dist", "gate", "cli.js");
const BUNDLE = join(ROOT, "dist", "gate", "flowgate.js");

function run(program: string, args: readonly string[], input = ""): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  expect(run(join(ROOT, "tools", "bundle.js"), [])).toEqual({ status: 0, stdout: "", stderr: "" });
});

const VPC = JSON.stringify({ resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } });

test.each<[string, readonly string[], string]>([
  ["the help", ["--help"], ""],
  ["the version", ["--version"], ""],
  ["the rules", ["rules"], ""],
  ["a rule", ["explain", "delivery-not-granted"], ""],
  ["a verdict", ["check", "-", "--today", "2026-11-21"], VPC],
  ["a model", ["model", "-"], VPC],
  ["a refusal", ["check", "nowhere"], ""],
])("one file says the same as its modules: %s", (_, args, input) => {
  expect(run(BUNDLE, args, input)).toEqual(run(MODULES, args, input));
});

test("one file needs no other module of ours", () => {
  const text = readFileSync(BUNDLE, "utf8");
  expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(text).not.toMatch(/\b(?:require|import)\("\.{1,2}\//);
});
