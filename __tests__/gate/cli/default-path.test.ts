import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { UNCOVERED, workplace } from "./workplace";

const { folder, write, flowgate } = workplace();

const STACK = { manifest: "cdktf.out/manifest.json", file: "cdktf.out/stacks/net/cdk.tf.json" };
const MANIFEST = JSON.stringify({
  version: "0.21.0",
  stacks: {
    net: {
      name: "net",
      constructPath: "net",
      dependencies: [],
      synthesizedStackPath: "stacks/net/cdk.tf.json",
    },
  },
});

function firstLine(args: string[], inner = ""): string {
  return flowgate(args, "", inner).out.split("\n")[0] ?? "";
}

describe("without a path", () => {
  test("the output of the project is judged, from any folder in it", () => {
    write({ "cdktf.json": "{}", [STACK.manifest]: MANIFEST, [STACK.file]: UNCOVERED });
    mkdirSync(join(folder(), "lib", "net"), { recursive: true });
    expect(firstLine([])).toBe("net  cdktf.out/stacks/net/cdk.tf.json");
    expect(firstLine([], "lib/net")).toBe("net  ../../cdktf.out/stacks/net/cdk.tf.json");
    expect(firstLine([], "cdktf.out/stacks")).toBe("net  ../stacks/net/cdk.tf.json");
    expect((JSON.parse(flowgate(["model"], "", "lib").out) as { vpcs: unknown[] }).vpcs).toHaveLength(1);
  });

  test("the output is where cdktf.json says", () => {
    write({
      "cdktf.json": JSON.stringify({ output: "out/tf" }),
      "out/tf/manifest.json": MANIFEST,
      "out/tf/stacks/net/cdk.tf.json": UNCOVERED,
      [STACK.manifest]: "stale",
    });
    expect(firstLine([])).toBe("net  out/tf/stacks/net/cdk.tf.json");
  });

  test("nothing beyond the repository is judged", () => {
    write({ [STACK.manifest]: MANIFEST, [STACK.file]: UNCOVERED });
    mkdirSync(join(folder(), "other", ".git"), { recursive: true });
    expect(flowgate([], "", "other").code).toBe(2);
  });

  test.each<[string, Record<string, string>, string, string]>([
    [
      "a project that is not synthesized",
      { "cdktf.json": "{}" },
      "this CDKTF project is not synthesized: there is no cdktf.out",
      "run `cdktf synth` first",
    ],
    [
      "a folder of .tf",
      { "main.tf": "" },
      "no path is given, and there is no cdktf.out",
      "judge the .tf files here with `flowgate check .`, and once there is a plan, `flowgate check plan.json .`",
    ],
    [
      "any other folder",
      {},
      "no path is given, and there is no cdktf.out",
      "run `cdktf synth` first, or give a path: a plan from `terraform show -json`, or a folder of .tf",
    ],
  ])("in %s it is said what to run", (_, files, message, fix) => {
    write(files);
    const { code, out, err } = flowgate([]);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toBe(`error: ${message} = help: ${fix} could not judge: 1 problem `);
  });
});
