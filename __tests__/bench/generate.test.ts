import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "../../bench/generate";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

function resources(kind: "constructs" | "raw"): Resources {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-bench-"));
  try {
    generate(3, outdir, kind).synth();
    const text = readFileSync(join(outdir, "stacks", "bench", "cdk.tf.json"), "utf8");
    return (JSON.parse(text) as { resource: Resources }).resource;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The arguments of each resource, with one name for each, whatever cdktf calls it. */
function plain(all: Resources): unknown {
  return Object.entries(all).map(([type, named]) => [
    type,
    Object.values(named).map((resource) =>
      JSON.stringify({ ...resource, "//": undefined })
        .replace(/(aws_[a-z_]+)\.[a-z]+-[a-z-]*([0-9]+)(_[0-9A-F]{8})?/g, "$1.$2")
        .replace(/(data\.aws_[a-z_]+)\.[a-z]+/g, "$1"),
    ),
  ]);
}

test("the constructs are measured against the same resources, written by hand", () => {
  expect(plain(resources("constructs"))).toEqual(plain(resources("raw")));
});

test("a flow log is four resources", () => {
  expect(Object.values(resources("constructs")).map((named) => Object.keys(named).length)).toEqual([
    3, 3, 3, 3,
  ]);
});
