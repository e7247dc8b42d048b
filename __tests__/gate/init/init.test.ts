import { spawnSync } from "node:child_process";
import fs, { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import Ajv from "ajv";

import { readProject } from "../../../gate/init/project";
import { readSettings } from "../../../gate/settings/read-settings";
import { knownNames } from "../../../gate/check";
import settingsSchema from "../../../schemas/settings.schema.json";
import { CLI, ROOT, workplace } from "../cli/workplace";

const { folder, write, flowgate } = workplace();

function read(name: string): string {
  return readFileSync(join(folder(), name), "utf8");
}

function recipe(name: string): string {
  return readFileSync(join(ROOT, "examples", "pipelines", name), "utf8");
}

function files(): string[] {
  const entries = readdirSync(folder(), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder().length + 1))
    .sort();
}

/** What `cdktf init --template=typescript --providers=aws` leaves, as far as it matters. */
const CDKTF = {
  "cdktf.json": JSON.stringify({ language: "typescript", app: "npx ts-node main.ts" }),
  "package.json": JSON.stringify({
    dependencies: { "@cdktf/provider-aws": "21", cdktf: "0.21" },
    devDependencies: { jest: "29" },
  }),
};
const STARTED = [".github/workflows/flowgate.yml", "__tests__/flow-logs.test.ts", "flowgate.json"];

describe("a CDKTF project in TypeScript", () => {
  beforeEach(() => {
    write(CDKTF);
  });

  test("gets settings, a recipe and a test, and sees what it gets", () => {
    const { code, out, err } = flowgate(["init"]);
    expect([code, err]).toEqual([0, ""]);
    expect(files()).toEqual([...STARTED, "cdktf.json", "package.json"].sort());
    expect(out).toContain('flowgate.json\n  {\n    "$schema": "./node_modules/flowgate/schemas/');
    expect(out).toContain("\n.github/workflows/flowgate.yml\n  # .github/workflows/flowgate.yml: judges");
    expect(out).toMatch(/\n {2}\.\.\. \d+ more lines\n/);
    expect(out).toMatch(
      /\n\nwrote 3 files\n\nnext:\n {2}npm install --save-dev flowgate\n {2}npx cdktf synth\n {2}npx flowgate\n$/,
    );
    expect(read(".github/workflows/flowgate.yml")).toBe(recipe("github-actions-cdktf.yml"));
  });

  test("is shown the same by --dry-run, and gets nothing", () => {
    const { code, out } = flowgate(["init", "--dry-run"]);
    expect(files()).toEqual(["cdktf.json", "package.json"]);
    expect([code, out.replace("would write", "wrote")]).toEqual([0, flowgate(["init"]).out]);
  });

  test("keeps what it has, byte for byte", () => {
    write({ "flowgate.json": "{ }", "__tests__/flow-logs.test.ts": "// ours" });
    const { code, out } = flowgate(["init", "--ci", "none"]);
    expect(code).toBe(0);
    expect(out).toContain("flowgate.json  is there already, and stays as it is\n");
    expect(out).toContain("\nwrote 0 files, 2 left as they were\n");
    expect([read("flowgate.json"), read("__tests__/flow-logs.test.ts")]).toEqual(["{ }", "// ours"]);
  });

  test("gets strict settings, which the gate and their schema take", () => {
    flowgate(["init"]);
    const settings: unknown = JSON.parse(read("flowgate.json"));
    expect(new Ajv({ strict: false }).compile(settingsSchema)(settings)).toBe(true);
    expect(readSettings(settings, knownNames())).toMatchObject({ settings: { strict: true } });
  });

  test("gets a test that compiles and passes", () => {
    flowgate(["init"]);
    mkdirSync(join(folder(), "node_modules"));
    for (const name of ["@cdktf", "cdktf", "constructs", "@types"])
      symlinkSync(join(ROOT, "node_modules", name), join(folder(), "node_modules", name));
    symlinkSync(ROOT, join(folder(), "node_modules", "flowgate"));
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const options = ["--module", "commonjs", "--target", "es2018", "--lib", "es2018", "--strict"];
    const compiled = spawnSync(
      process.execPath,
      [tsc, ...options, "--skipLibCheck", "--types", "node,jest", "__tests__/flow-logs.test.ts"],
      { cwd: folder(), encoding: "utf8" },
    );
    expect(compiled.stdout).toBe("");
    const config = { rootDir: folder(), testMatch: ["**/*.test.js"], transform: {} };
    const jestBin = join(ROOT, "node_modules", "jest", "bin", "jest.js");
    const { stderr } = spawnSync(process.execPath, [jestBin, "--config", JSON.stringify(config)], {
      cwd: folder(),
      encoding: "utf8",
    });
    expect(stderr).toContain("2 passed, 2 total");
  }, 120_000);

  test.each([
    ["has no provider", { dependencies: { flowgate: "1" }, devDependencies: { jest: "29" } }],
    ["has no Jest", { dependencies: { flowgate: "1", "@cdktf/provider-aws": "21" } }],
  ])("that %s gets no test", (reason, manifest) => {
    write({ "package.json": JSON.stringify(manifest) });
    const { out } = flowgate(["init", "--ci", "none"]);
    expect(files()).toEqual(["cdktf.json", "flowgate.json", "package.json"]);
    const install =
      "next:\n  npm install --save-dev @cdktf/provider-aws\n  npx flowgate init, for the first test\n";
    expect(out.includes(install)).toBe(reason === "has no provider");
  });

  test("inside a repository is told where the recipe goes, since hosts look at its root alone", () => {
    mkdirSync(join(folder(), ".git"));
    write({ "net/cdktf.json": "{}" });
    const { out } = flowgate(["init"], "", "net");
    expect(readdirSync(join(folder(), "net")).sort()).toEqual(["cdktf.json", "flowgate.json"]);
    const path = join(ROOT, "examples", "pipelines", "github-actions-cdktf.yml");
    expect(out).toContain(
      `\n  copy ${path} to .github/workflows/flowgate.yml at the root of the repository, and name this folder in its commands\n`,
    );
  });

  test("that has flowgate installed is told the recipe's path in node_modules", () => {
    mkdirSync(join(folder(), ".git"));
    const installed = "net/node_modules/flowgate";
    write({ "net/main.tf": "", [`${installed}/package.json`]: JSON.stringify({ name: "flowgate" }) });
    for (const name of ["dist", "examples"])
      cpSync(join(ROOT, name), join(folder(), installed, name), { recursive: true });
    const cli = join(folder(), installed, "dist", "gate", "cli.js");
    const run = spawnSync(process.execPath, [cli, "init", "--ci=gitlab"], {
      cwd: join(folder(), "net"),
      encoding: "utf8",
    });
    expect(run.stdout).toContain(
      "\n  copy node_modules/flowgate/examples/pipelines/gitlab-ci.yml to .gitlab-ci.yml at the root ",
    );
  });
});

describe("a project of .tf", () => {
  test.each<[string, string, string, string]>([
    ["github", ".github/workflows/flowgate.yml", "github-actions.yml", "infra"],
    ["gitlab", ".gitlab-ci.yml", "gitlab-ci.yml", "net"],
    ["azure", "azure-pipelines.yml", "azure-pipelines.yml", "."],
  ])("on %s gets the recipe of a plan, with its own folder in it", (ci, path, name, source) => {
    write({ [`${source}/main.tf`]: "" });
    const { code, out } = flowgate(["init", "--ci", ci]);
    expect([code, files().includes("flowgate.json")]).toEqual([0, true]);
    const written = read(path);
    expect(
      written.replaceAll(source === "." ? / \.(?=[ ,.\n])|=\.(?= )/g : /\bnet\b/g, (found) =>
        found.replace(source, "infra"),
      ),
    ).toBe(recipe(name));
    expect(written).toMatch(new RegExp(`check plan\\.json ${source.replace(".", "\\.")}\\s`));
    expect(out).toMatch(new RegExp(`next:\\n {2}npx flowgate check ${source.replace(".", "\\.")}\\n$`));
    expect(read("flowgate.json")).toContain("https://unpkg.com/flowgate@");
  });

  test("keeps the pipeline that it has, and is shown the job", () => {
    write({ "main.tf": "", ".gitlab-ci.yml": "build: {}\n" });
    const { code, out } = flowgate(["init", "--ci", "gitlab"]);
    expect([code, read(".gitlab-ci.yml")]).toEqual([0, "build: {}\n"]);
    expect(out).toContain(".gitlab-ci.yml  is there already, and stays as it is; what it needs is\n  # ");
    expect(out).toContain("\n  flow-logs:\n");
    write({ ".gitlab-ci.yml": "flow-logs: { script: npx flowgate }\n" });
    expect(flowgate(["init", "--ci", "gitlab"]).out).not.toContain("what it needs is");
  });
});

describe("is refused, and writes nothing,", () => {
  const refused = (args: string[], message: string, fix: string): void => {
    const before = files();
    const { code, out, err } = flowgate(["init", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(`error: ${message} `);
    expect(err.replace(/\s+/g, " ")).toContain(`= help: ${fix} `);
    expect(files()).toEqual(before);
  };

  test("a folder that is no project", () => {
    refused(
      [],
      "this is no project: it holds neither cdktf.json nor .tf files, and no folder in it holds .tf files",
      "run `flowgate init` at the root of the project",
    );
  });

  test("a folder with several folders of .tf: which one is meant cannot be told", () => {
    write({ "prod/main.tf": "", "dev/main.tf": "", "docs/a.md": "" });
    const fix = "run `flowgate init` in one of them";
    refused([], "several folders hold .tf files: dev, prod", fix);
    for (const name of ["a", "b", "c", "d", "e"]) write({ [`${name}/main.tf`]: "" });
    refused([], "several folders hold .tf files: a, b, c, d, dev, 2 more", fix);
  });

  test("a host that there is no recipe for", () => {
    refused(["--ci", "githb"], '--ci cannot be "githb"', "write --ci github");
  });

  test("a word too many", () => {
    refused(["x"], '"x" is one word too many', "run `flowgate init` at the root of the project");
  });

  test("a project in which one of the files cannot be written: the others are taken back", () => {
    write({ ...CDKTF, ".github": "a file" });
    refused(
      [],
      "the file cannot be written (ENOTDIR), so none was --> .github/workflows/flowgate.yml",
      "move the file that stands where a folder is needed",
    );
  });

  test("a disk that is full", () => {
    write(CDKTF);
    // Files of no block at all.
    const script = `trap '' XFSZ; ulimit -f 0; exec "${process.execPath}" "${CLI}" init`;
    const run = spawnSync("bash", ["-c", script], { cwd: folder(), encoding: "utf8" });
    expect([run.status, files()]).toEqual([2, ["cdktf.json", "package.json"]]);
    expect(run.stderr).toContain("error: the file cannot be written (EFBIG), so none was\n");
  });
});

test("what may not be read is passed over", () => {
  write({ "infra/main.tf": "", "closed/main.tf": "", "package.json/a": "" });
  const { readdirSync: real } = fs;
  const closed = jest.spyOn(fs, "readdirSync").mockImplementation((...given) => {
    if (String(given[0]).endsWith("closed")) throw new Error("EACCES: permission denied");
    return real(...given);
  });
  expect(readProject(folder())).toMatchObject({ kind: "terraform", source: "infra", isPackage: true });
  closed.mockRestore();
});

test.each(["github", "gitlab", "azure"])("the package holds the recipe of a CDKTF project on %s", (ci) => {
  const { files: packed } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    files: string[];
  };
  write({ "cdktf.json": "{}" });
  expect(flowgate(["init", "--ci", ci]).code).toBe(0);
  expect(packed).toContain("examples/pipelines");
  expect(files().some((path) => path.endsWith(".yml") && read(path).includes("npx cdktf synth"))).toBe(true);
});
