import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { RECIPES, textOf } from "../pipelines/recipes";
import { packed, Project, tool, type Packed } from "./package";

const DOCUMENTED = join(__dirname, "..", "fixtures", "documented");
const MB = 1_000_000;

let manifest: Packed;
let tarball: string;
let folder: string;
let bare: Project;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flowgate-tarball-"));
  ({ manifest, tarball } = packed(folder));
  bare = new Project(tarball);
  for (const file of readdirSync(DOCUMENTED)) {
    const printed = readFileSync(join(DOCUMENTED, file), "utf8");
    bare.write(`infra/${file}`, printed.replaceAll("<<EOF \n", "<<EOF\n"));
  }
});

afterAll(() => {
  bare.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("the tarball", () => {
  const paths = (): string[] => manifest.files.map(({ path }) => path);

  test("holds programs, types, policies, schemas, pages and recipes, and nothing else", () => {
    const needed = [
      /^(LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
      /^dist\/(cost|gate|modules)\/.+(\.d\.ts|\.js)$/,
      /^dist\/cost\/prices\.json$/,
      /^policies\/(.+\.rego|\.manifest)$/,
      /^policies\/built\/(policy\.wasm|[\w-]+(\.lock)?\.json)$/,
      /^examples\/pipelines\/([\w-]+\/)?[\w-]+\.(ya?ml|sh|tf|rego)$/,
      /^docs\/([\w-]+\.md|images\/report\.svg)$/,
      /^schemas\/\w+\.schema\.json$/,
    ];
    expect(paths().filter((path) => !needed.some((each) => each.test(path)))).toEqual([]);
    expect(paths().filter((path) => /_test\.rego$|__tests__|\.map$|\.tsbuildinfo$/.test(path))).toEqual([]);
  });

  test("holds every recipe, and all that its pages lead to but what only the repository has", () => {
    const held = new Set(paths().flatMap((path) => [path, dirname(path), dirname(dirname(path))]));
    expect(RECIPES.filter((recipe) => !held.has(`examples/pipelines/${recipe}`))).toEqual([]);
    const ours =
      /^(tools\/.+|docs\/api\/.+|examples\/(?!pipelines).+|main\.ts|action\.yml|[A-Z]+\.md|\.pre-commit-.+)$/;
    const pages = paths().filter((path) => /^(README|docs\/.+)\.md$/.test(path));
    const dead = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = ""]) => join(dirname(page), target))
        .filter((target) => !held.has(target) && !ours.test(target))
        .map((target) => `${page}: ${target}`),
    );
    expect([pages.length > 10, dead]).toEqual([true, []]);
  });

  test("has the CLI once: as the one file that it is bundled into", () => {
    expect(paths().filter((path) => path.startsWith("dist/gate/cli"))).toEqual([]);
    expect(paths()).toContain("dist/gate/flowgate.js");
  });

  test("is small: below 1 MB to download and 4 MB on disk", () => {
    expect(manifest.size).toBeLessThan(1 * MB);
    expect(manifest.unpackedSize).toBeLessThan(4 * MB);
  });

  test("is told right to bundlers and to every way that TypeScript looks for types", () => {
    expect(bare.run(tool("publint"), "run", tarball, "--strict")).toMatchObject({
      status: 0,
      output: expect.stringContaining("All good!") as string,
    });
    expect(bare.run(tool("attw"), tarball, "--no-definitely-typed", "--no-emoji")).toMatchObject({
      status: 0,
      output: expect.stringContaining("No problems found") as string,
    });
  });
});

describe("in an empty project, without cdktf", () => {
  test("brings ten packages or fewer, and 10 MB or less, with all that it needs", () => {
    const lock = JSON.parse(readFileSync(join(bare.path, "package-lock.json"), "utf8")) as {
      packages: Record<string, unknown>;
    };
    expect(Object.keys(lock.packages).filter((path) => path !== "").length).toBeLessThanOrEqual(10);
    const files = readdirSync(join(bare.path, "node_modules"), { recursive: true, encoding: "utf8" });
    const sizes = files.map((file) => lstatSync(join(bare.path, "node_modules", file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10 * MB);
  });

  test("npx flowgate judges a folder of .tf", () => {
    const { status, output } = bare.run("npx", "flowgate", "check", "infra");
    expect([status, output]).toEqual([1, expect.stringContaining("error[delivery-not-granted]")]);
  });

  test("npx flowgate tells of its rules and of one of them", () => {
    expect(bare.run("npx", "flowgate", "rules")).toMatchObject({ status: 0 });
    expect(bare.run("npx", "flowgate", "explain", "retention-unset")).toMatchObject({ status: 0 });
  });

  test("every report can be written", () => {
    const formats = ["json", "sarif", "junit", "github", "gitlab", "azure", "conftest", "markdown", "html"];
    const reports = formats.flatMap((format) => ["--report", `${format}=report.${format}`]);
    const { status } = bare.run("npx", "flowgate", "check", "infra", "--quiet", ...reports);
    expect(status).toBe(1);
    for (const format of formats)
      expect(readFileSync(join(bare.path, `report.${format}`), "utf8")).toContain("delivery-not-granted");
  });

  test("flowgate-terraform stands in for terraform", () => {
    const { output } = bare.run("npx", "flowgate-terraform", "-version");
    expect(output).toContain("Terraform v");
  });

  const judging = `
    const text = JSON.stringify({ resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } });
    console.log(check([{ path: "cdk.tf.json", text }]).findings.map(({ rule }) => rule).join());`;

  test.each([
    ["CommonJS", "judge.cjs", 'const { check } = require("flowgate/gate");'],
    ["an ECMAScript module", "judge.mjs", 'import { check } from "flowgate/gate";'],
  ])("flowgate/gate judges from %s", (_, file, header) => {
    bare.write(file, header + judging);
    expect(bare.run("node", file)).toEqual({ status: 0, output: "capture-uncovered\n" });
  });

  test("policies and schemas can be found by name", () => {
    bare.write(
      "find.cjs",
      'const at = require.resolve; at("flowgate/policies/built/policy.wasm"); at("flowgate/schemas/report.schema.json"); console.log(require("flowgate/package.json").name);',
    );
    expect(bare.run("node", "find.cjs")).toEqual({ status: 0, output: "flowgate\n" });
  });
});

describe("beside the cdktf of an app", () => {
  let app: Project;

  beforeAll(() => {
    app = new Project(tarball);
    app.borrow("cdktf", "constructs", "@cdktf/provider-aws", "@types/node", "@types/jest");
    app.borrow("@jest/globals", "@jest/expect");
  });

  afterAll(() => {
    app.remove();
  });

  test.each(["flowgate", "flowgate/gate", "flowgate/jest"])(
    "an ECMAScript module sees every name of %s that CommonJS sees",
    (name) => {
      app.write(
        "names.mjs",
        `import { createRequire } from "node:module";
         globalThis.expect = { extend() {} };
         const names = (of) => Object.keys(of).filter((name) => !["default", "module.exports", "__esModule"].includes(name)).sort().join();
         const required = names(createRequire(import.meta.url)("${name}"));
         console.log(names(await import("${name}")) === required ? "same" : required);`,
      );
      expect(app.run("node", "names.mjs")).toEqual({ status: 0, output: "same\n" });
    },
  );

  test("an app of ECMAScript modules makes flow logs that the gate passes", () => {
    app.write(
      "main.mjs",
      `import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
       import { App, TerraformStack } from "cdktf";
       import { FlowLogs } from "flowgate";
       import { synthesize } from "flowgate/gate";
       const app = new App();
       const stack = new TerraformStack(app, "network");
       new AwsProvider(stack, "aws", { region: "eu-west-1" });
       new FlowLogs(stack, "all", { vpcId: "vpc-0a1b2c3d" });
       synthesize(app, { print() {} });`,
    );
    expect(app.run("node", "main.mjs")).toMatchObject({ status: 0 });
    const { status, output } = app.run("npx", "flowgate");
    expect([status, output]).toEqual([0, expect.stringContaining("pass ")]);
  });

  test.each([
    ["node16", "node16", "main.ts"],
    ["node16, as a module", "node16", "main.mts"],
    ["nodenext", "nodenext", "main.ts"],
    ["nodenext, as a module", "nodenext", "main.mts"],
    ["bundler", "bundler", "main.ts"],
    ["node10", "node10", "main.ts"],
  ])("TypeScript sees the types by moduleResolution %s", (_, resolution, file) => {
    app.write(
      file,
      `import { FlowLogs, type FlowLogsProps } from "flowgate";
       import { check, type Report } from "flowgate/gate";
       import "flowgate/jest";
       export const verdict: Report["verdict"] = check([]).verdict;
       export const make = (props: FlowLogsProps) => FlowLogs.length + (props.vpcId?.length ?? 0);
       expect({}).toSatisfyFlowLogPolicies();
       // @ts-expect-error: a type that is any would take this
       export const wrong: number = check([]).verdict;`,
    );
    const modules = { node10: "commonjs", bundler: "esnext" }[resolution] ?? resolution;
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--types", "node,jest"];
    expect(
      app.run(tool("tsc"), ...options, "--module", modules, "--moduleResolution", resolution, file),
    ).toEqual({ status: 0, output: "" });
  });

  test("TypeScript sees the matchers on the expect of @jest/globals, and needs it nowhere", () => {
    app.write(
      "globals.ts",
      `import { expect } from "@jest/globals";
       import "flowgate/jest";
       expect({}).not.toSatisfyFlowLogPolicies({ settings: { strict: false } });
       // @ts-expect-error: a rule is a word
       expect({}).toHaveFlowLogFinding(7);`,
    );
    const options = ["--noEmit", "--strict", "--target", "es2022", "--types", "node", "--module", "node16"];
    expect(app.run(tool("tsc"), ...options, "--skipLibCheck", "globals.ts")).toEqual({
      status: 0,
      output: "",
    });
    bare.write("without.ts", 'import { flowLogMatchers } from "flowgate/jest";\nexport { flowLogMatchers };');
    bare.borrow("@types/node");
    expect(bare.run(tool("tsc"), ...options, "without.ts")).toEqual({ status: 0, output: "" });
  });
});
