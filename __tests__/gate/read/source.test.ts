import { createHash } from "node:crypto";

import type { Document } from "../../../gate/read/document";
import { readDocuments } from "../../../gate/read/read";
import { documentOf, group, read } from "./sample";

describe("documents", () => {
  test("of one folder are one module", () => {
    const parts = [documentOf(group("a"), "m/a.tf.json"), documentOf(group("b"), "./m/b.tf.json")];
    const { configuration, faults } = readDocuments(parts);
    expect(faults).toEqual([]);
    const hash = createHash("sha256")
      .update(parts.map(({ text }) => text).join(""))
      .digest("hex");
    expect(configuration.sources).toMatchObject([{ path: "m", kind: "synth", hash }]);
    expect(configuration.resources.map(({ source }) => source)).toEqual([0, 0]);
  });

  test("of one folder may not define a resource twice", () => {
    const parts = [documentOf(group("a"), "m/a.tf.json"), documentOf(group("a"), "m/b.tf.json")];
    expect(readDocuments(parts).faults).toMatchObject([
      {
        path: "m/b.tf.json",
        message: expect.stringContaining("aws_cloudwatch_log_group.a stands twice") as string,
      },
    ]);
  });

  test("of two folders are two sources, and so are documents of other names", () => {
    const paths = ["a/cdk.tf.json", "b/cdk.tf.json", "-", "x.json"];
    const { configuration } = readDocuments(paths.map((path) => documentOf(group("a"), path)));
    expect(configuration.sources.map(({ path }) => path)).toEqual(paths);
    expect(configuration.resources.map(({ source }) => source)).toEqual([0, 1, 2, 3]);
  });

  test("without a manifest are named by their own metadata", () => {
    const [source] = read({ "//": { metadata: { stackName: "net" } }, ...group("a") }).configuration.sources;
    expect(source).toMatchObject({ stack: "net", stackDependencies: [] });
  });
});

describe("a manifest", () => {
  const stack = (name: string, dependencies: string[] = []): object => ({
    name,
    constructPath: `app/${name}`,
    dependencies: dependencies.map((dependency) => `app/${dependency}`),
    synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
  });
  const manifest = (...stacks: [string, object][]): Document =>
    documentOf({ version: "0.21.0", stacks: Object.fromEntries(stacks) }, "./out/manifest.json");

  test("names the stacks and what they depend on, directly or not", () => {
    const documents = [
      manifest(["a", stack("a")], ["b", stack("b", ["a"])], ["c", stack("c", ["b"])]),
      ...["a", "b", "c"].map((name) => documentOf(group(name), `out/stacks/${name}/cdk.tf.json`)),
    ];
    const { configuration, faults } = readDocuments(documents);
    expect(faults).toEqual([]);
    expect(configuration.sources.map((source) => [source.stack, source.stackDependencies])).toEqual([
      ["a", []],
      ["b", ["a"]],
      ["c", ["b", "a"]],
    ]);
  });

  test("that names a missing file is a fault, whatever else could be judged", () => {
    const documents = [
      manifest(["a", stack("a")], ["b", stack("b")]),
      documentOf(group("a"), "out/stacks/a/cdk.tf.json"),
    ];
    expect(readDocuments(documents).faults).toEqual([
      {
        path: "./out/manifest.json",
        message: 'the manifest names out/stacks/b/cdk.tf.json (stack "b"), which is missing',
        fix: "run `cdktf synth` again: the last one did not finish, or its files were removed",
      },
    ]);
  });

  test.each(["../other/cdk.tf.json", "stacks/../../other/cdk.tf.json", "..\\other\\cdk.tf.json"])(
    "that leads out of its folder is a fault: %s",
    (synthesizedStackPath) => {
      const documents = [
        manifest(["a", { ...stack("a"), synthesizedStackPath }]),
        documentOf(group("a"), "other/cdk.tf.json"),
      ];
      expect(readDocuments(documents).faults).toEqual([
        {
          path: "./out/manifest.json",
          message: 'the manifest names other/cdk.tf.json (stack "a"), which is not in its folder',
          fix: "run `cdktf synth` again",
        },
      ]);
    },
  );

  test.each([
    ["without stacks", {}, "the manifest names no stack"],
    ["of another shape", { a: {} }, "the manifest is not one that cdktf wrote"],
    ["with a null stack", { a: null }, "the manifest is not one that cdktf wrote"],
    ["with a list of stacks", [stack("a")], "the manifest is not one that cdktf wrote"],
    [
      "with a dependency that is no path",
      { a: { ...stack("a"), dependencies: [5] } },
      "the manifest is not one that cdktf wrote",
    ],
    [
      "with a stack that is the manifest itself",
      { a: { ...stack("a"), synthesizedStackPath: "manifest.json" } },
      "the manifest is not one that cdktf wrote",
    ],
    [
      "with two stacks in one file",
      { a: stack("a"), b: stack("a") },
      "the manifest is not one that cdktf wrote",
    ],
  ])("%s is a fault", (_, stacks, message) => {
    const { faults } = readDocuments([documentOf({ version: "0.21.0", stacks }, "manifest.json")]);
    expect(faults).toEqual([{ path: "manifest.json", message, fix: "run `cdktf synth` again" }]);
  });
});
