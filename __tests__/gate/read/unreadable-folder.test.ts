import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { findDocuments } from "../../../gate/read/find";

const NO_MODULE = "the folder holds neither .tf nor .tf.json files, and no manifest.json";
const OPEN_TOFU = (names: string): string =>
  `OpenTofu reads ${names}, in place of a .tf file of the same name, and flowgate reads no .tofu file`;
const TOFU_PLAN =
  "give what OpenTofu makes of them: `tofu plan -out=plan.bin && tofu show -json plan.bin > plan.json`";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "flowgate-folder-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function faults(files: Record<string, string>, path: string): (readonly [string, string, string])[] {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const relative = (text = ""): string => text.replaceAll(`${folder}/`, "").replace(folder, ".");
  return findDocuments([join(folder, path)]).faults.map(
    ({ path: at, message, fix }) => [relative(at), message, relative(fix)] as const,
  );
}

describe("a folder is refused, with what was most likely meant", () => {
  test.each<[string, Record<string, string>, string, readonly [string, string, string]]>([
    [
      "the folder above several of .tf files",
      {
        "prod/main.tf": "",
        "test/main.tf": "",
        "docs/x.md": "",
        "README.md": "",
        ...Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}/main.tf`, ""])),
      },
      ".",
      [
        ".",
        `${NO_MODULE}; these folders in it do: a, b, c, d, e, 2 more`,
        "give one of them, or several: `flowgate check a b`",
      ],
    ],
    [
      "a folder of .tofu beside .tf, which would be judged without them",
      { "m/main.tf": "", "m/main.tofu": "", "m/b_override.tofu.json": "{}", "m/.c.tofu": "" },
      "m",
      ["m", OPEN_TOFU("b_override.tofu.json, main.tofu"), TOFU_PLAN],
    ],
    [
      "a .tf file that has a .tofu file beside it",
      { "m/main.tf": "", "m/other.tofu": "" },
      "m/main.tf",
      ["m", OPEN_TOFU("other.tofu"), TOFU_PLAN],
    ],
    [
      "a .tofu file",
      { "m/main.tofu.json": "{}" },
      "m/main.tofu.json",
      ["m/main.tofu.json", OPEN_TOFU("main.tofu.json"), TOFU_PLAN],
    ],
  ])("%s", (_, files, path, fault) => {
    expect(faults(files, path)).toEqual([fault]);
  });
});

test("a .tofu file beside what CDKTF synthesized is nobody's business", () => {
  const files = {
    "out/manifest.json": JSON.stringify({ version: "0.21.0", stacks: {} }),
    "out/stacks/a/cdk.tf.json": "{}",
    "out/x.tofu": "",
  };
  expect(faults(files, "out")).toEqual([]);
});
