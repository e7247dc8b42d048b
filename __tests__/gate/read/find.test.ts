import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { findDocuments } from "../../../gate/read/find";

const HCL_OUTPUT = "the stack was synthesized as HCL (--hcl), which cdktf writes wrongly for JSON policies";
const NO_MODULE = "the folder holds neither .tf nor .tf.json files, and no manifest.json";
const MANIFEST = JSON.stringify({
  version: "0.21.0",
  stacks: {
    a: { name: "a", constructPath: "a", dependencies: [], synthesizedStackPath: "stacks/a/cdk.tf.json" },
  },
});

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "flowgate-find-"))));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

function found(...names: string[]): { paths: string[]; faults: (readonly [string, string, string])[] } {
  const { documents, faults } = findDocuments(names.map((name) => join(folder, name)));
  const relative = (path = ""): string => path.replace(`${folder}/`, "").replace(folder, ".");
  return {
    paths: documents.map(({ path }) => relative(path)),
    faults: faults.map(({ path, message, fix }) => [relative(path), message, relative(fix)] as const),
  };
}

test.each<[string, Record<string, string>, string, string[]]>([
  [
    "cdktf.out is its manifest and the stacks that it names",
    { "out/manifest.json": MANIFEST, "out/stacks/a/cdk.tf.json": "{}", "out/stacks/old/cdk.tf.json": "{}" },
    "out",
    ["out/manifest.json", "out/stacks/a/cdk.tf.json"],
  ],
  [
    "a stack folder is its cdk.tf.json",
    { "a/cdk.tf.json": "{}", "a/metadata.json": "{}" },
    "a",
    ["a/cdk.tf.json"],
  ],
  [
    "any folder is its .tf.json files",
    { "m/b.tf.json": "{}", "m/a.tf.json": "{}", "m/c/d.tf.json": "{}", "m/tsconfig.json": "{}" },
    "m",
    ["m/a.tf.json", "m/b.tf.json"],
  ],
  [
    "a folder of HCL is its .tf and .tf.json files and the values that Terraform takes for its variables",
    {
      "m/a.tf": "",
      "m/b.tf.json": "{}",
      "m/terraform.tfvars": "",
      "m/x.auto.tfvars.json": "{}",
      "m/prod.tfvars": "",
      "m/.terraform.lock.hcl": "",
      "m/modules/c/d.tf": "",
    },
    "m",
    ["m/a.tf", "m/b.tf.json", "m/terraform.tfvars", "m/x.auto.tfvars.json"],
  ],
  [
    "a .tf file stands for its folder, since Terraform knows no other module",
    { "m/a.tf": "", "m/b.tf": "", "m/prod.tfvars": "" },
    "m/a.tf",
    ["m/a.tf", "m/b.tf"],
  ],
  ["a file is itself, whatever its name", { "x.json": "{}" }, "x.json", ["x.json"]],
])("%s", (_, files, path, paths) => {
  write(files);
  expect(found(path)).toEqual({ paths, faults: [] });
});

test("a file that two paths name is read once", () => {
  write({ "a/cdk.tf.json": "{}" });
  expect(found("a", "a/cdk.tf.json", "./a")).toEqual({ paths: ["a/cdk.tf.json"], faults: [] });
});

test("- is standard input", () => {
  expect(findDocuments(["-"], Buffer.from('{"a": "ü"}'))).toMatchObject({
    documents: [{ path: "-", text: '{"a": "ü"}' }],
    faults: [],
  });
});

test("a manifest.json is its cdktf.out", () => {
  write({ "out/manifest.json": MANIFEST, "out/stacks/a/cdk.tf.json": "{}" });
  expect(found("out/manifest.json").paths).toEqual(["out/manifest.json", "out/stacks/a/cdk.tf.json"]);
});

test("a hidden file is none, as for Terraform", () => {
  write({ "m/.a.tf.json": "{}", "m/b.tf.json": "{}", "m/.c.tf": "" });
  expect(found("m")).toEqual({ paths: ["m/b.tf.json"], faults: [] });
});

test("a pipe or a device, which may never end, is refused, wherever it stands", () => {
  write({ "m/a.tf.json": "{}" });
  execFileSync("mkfifo", [join(folder, "m/b.tf.json"), join(folder, "pipe")]);
  const refusal = ["the path is neither a file nor a folder", "give a file, or pipe its text in and give -"];
  expect(found("m", "pipe").faults).toEqual([
    ["m/b.tf.json", ...refusal],
    ["pipe", ...refusal],
  ]);
  expect(findDocuments(["/dev/null"]).faults).toMatchObject([{ message: refusal[0] }]);
});

test.each([
  [
    "an empty path",
    [""],
    "an empty path is given",
    "give cdktf.out, a stack folder, a folder of .tf files, or what `terraform show -json` prints",
  ],
  [
    "empty standard input",
    ["-", "-"],
    "standard input is empty",
    "pipe the document in, or give its path instead of -",
  ],
])("%s is refused", (_, paths, message, fix) => {
  expect(findDocuments(paths).faults).toMatchObject([{ message, fix }]);
});

describe("a path that holds nothing to read is refused in one sentence", () => {
  test.each<[string, Record<string, string | Buffer>, string, readonly [string, string, string]]>([
    [
      "a missing cdktf.out",
      {},
      "cdktf.out",
      [
        "cdktf.out",
        "there is no such file or folder",
        "run `cdktf synth`, or give the path of what it wrote",
      ],
    ],
    [
      "a plan that nobody has made yet",
      {},
      "plan.json",
      [
        "plan.json",
        "there is no such file or folder",
        "make it, if it is to be a plan: `terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json`; else correct the path",
      ],
    ],
    [
      "a missing file",
      {},
      "x.tf.json",
      [
        "x.tf.json",
        "there is no such file or folder",
        "give cdktf.out, a stack folder, a folder of .tf files, or what `terraform show -json` prints",
      ],
    ],
    [
      "a path through a file",
      { x: "{}" },
      "x/y",
      ["x/y", "the path cannot be read (ENOTDIR)", "give a file that can be read"],
    ],
    [
      "an empty folder",
      {},
      ".",
      [".", "the folder is empty", "run `cdktf synth`, or give the folder that it wrote"],
    ],
    [
      "a folder of something else",
      { "src/main.ts": "" },
      "src",
      ["src", NO_MODULE, "run `cdktf synth`, or give the folder that it wrote"],
    ],
    [
      "the folder that holds cdktf.out",
      { "cdktf.out/manifest.json": "{}", "main.ts": "" },
      ".",
      [".", NO_MODULE, "give cdktf.out"],
    ],
    [
      "a cdktf.out without manifest",
      { "out/stacks/a/cdk.tf.json": "{}" },
      "out",
      ["out", "manifest.json is missing: the last synthesis did not finish", "run `cdktf synth` again"],
    ],
    [
      "the folder above one of .tf files",
      { "infra/main.tf": "", "README.md": "" },
      ".",
      [".", NO_MODULE, "give infra"],
    ],
    [
      "a missing .tf file",
      { "m/main.tf": "" },
      "m/gone.tf",
      [
        "m/gone.tf",
        "there is no such file or folder",
        "give cdktf.out, a stack folder, a folder of .tf files, or what `terraform show -json` prints",
      ],
    ],
    [
      "a stack folder written with --hcl",
      { "a/cdk.tf": "", "a/metadata.json": "{}" },
      "a",
      ["a", HCL_OUTPUT, "run `cdktf synth` without --hcl"],
    ],
    [
      "UTF-16 without byte order mark",
      { "x.tf.json": Buffer.from("{}", "utf16le") },
      "x.tf.json",
      ["x.tf.json", "the document is not UTF-8 text", "save it as UTF-8 without byte order mark"],
    ],
    [
      "UTF-16, as PowerShell writes it",
      { "x.tf.json": Buffer.from("\ufeff{}", "utf16le") },
      "x.tf.json",
      ["x.tf.json", "the document is not UTF-8 text", "save it as UTF-8 without byte order mark"],
    ],
  ])("%s", (_, files, path, fault) => {
    write(files);
    expect(found(path)).toEqual({ paths: [], faults: [fault] });
  });

  test("a cdktf.out written with --hcl", () => {
    write({ "out/manifest.json": MANIFEST, "out/stacks/a/cdk.tf": "" });
    expect(found("out").faults).toEqual([
      ["out/stacks/a/cdk.tf.json", HCL_OUTPUT, "run `cdktf synth` without --hcl"],
    ]);
  });
});
