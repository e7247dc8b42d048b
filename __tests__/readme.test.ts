import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { check } from "../gate";
import { blocksOf, ROOT } from "./docs/pages";

const { PAGES, PAGES_WITH_OPA, refresh } = jest.requireActual<{
  PAGES: readonly string[];
  PAGES_WITH_OPA: readonly string[];
  refresh: (text: string, page: string) => string;
}>("../tools/readme.js");
const ALL = [...PAGES, ...PAGES_WITH_OPA];

function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

test.each(PAGES)(
  "%s shows what its commands print",
  (page) => {
    expect(refresh(textOf(page), page)).toBe(textOf(page));
  },
  120_000,
);

test.each([...ALL, "CONTRIBUTING.md", "docs/reading-records.md"])(
  "every link of %s leads to a file that there is",
  (page) => {
    const targets = [...textOf(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, target = ""]) => target,
    );
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  },
);

describe("the programs of README and docs", () => {
  const programs = ALL.flatMap((page) => blocksOf(page, "ts"));
  const names = programs.map((_, at) => `program-${at}.ts`);
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "flowgate-user-"));
    mkdirSync(join(folder, "node_modules"));
    for (const name of ["@cdktf", "cdktf", "constructs", "@types"]) {
      symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
    }
    symlinkSync(ROOT, join(folder, "node_modules", "flowgate"));
    programs.forEach(({ body }, at) => {
      writeFileSync(join(folder, names[at] ?? ""), body);
    });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ["a project of today", ["--module", "node16", "--target", "es2022"]],
    [
      "the project that `cdktf init` makes",
      ["--module", "commonjs", "--target", "es2018", "--lib", "es2018"],
    ],
  ])(
    "compile in %s",
    (_, options) => {
      const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
      const always = ["--strict", "--skipLibCheck", "--types", "node,jest"];
      const { stdout } = spawnSync(process.execPath, [tsc, ...always, ...options, ...names], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(stdout).toBe("");
    },
    120_000,
  );

  test("those that make flow logs make what the gate passes, or waives", () => {
    const apps = programs.flatMap(({ page, body }, at) =>
      body.includes("new FlowLogs(") && !body.includes("flowgate/jest")
        ? [{ page, file: `program-${at}.js` }]
        : [],
    );
    expect(apps.map(({ page }) => page)).toEqual([
      "README.md",
      "docs/settings.md",
      "docs/deploy-gate.md",
      "docs/modules.md",
    ]);
    for (const { file } of apps) {
      rmSync(join(folder, "cdktf.out"), { recursive: true, force: true });
      execFileSync(process.execPath, [file], { cwd: folder, stdio: "pipe" });
      const manifest = JSON.parse(readFileSync(join(folder, "cdktf.out", "manifest.json"), "utf8")) as {
        stacks: Record<string, { synthesizedStackPath: string }>;
      };
      const documents = Object.values(manifest.stacks).map(({ synthesizedStackPath: path }) => ({
        path,
        text: readFileSync(join(folder, "cdktf.out", path), "utf8"),
      }));
      const { verdict, findings } = check(documents, { strict: true, today: "2027-01-01" });
      expect([verdict, findings.filter(({ waiver }) => waiver === undefined)]).toEqual(["pass", []]);
    }
  }, 60_000);

  test("the Jest test passes", () => {
    const at = programs.findIndex(({ body }) => body.includes("flowgate/jest"));
    const jestBin = join(ROOT, "node_modules", "jest", "bin", "jest.js");
    const config = JSON.stringify({ rootDir: folder, testMatch: [`**/program-${at}.js`], transform: {} });
    writeFileSync(join(folder, "flowgate.json"), '{ "preset": "cis-aws-5.0", "strict": true }');
    const { stderr } = spawnSync(process.execPath, [jestBin, "--config", config], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toContain("1 passed, 1 total");
  }, 60_000);

  test("the library's program prints what its comment says", () => {
    const at = programs.findIndex(({ body }) => body.includes("console.log("));
    const output = execFileSync(process.execPath, [`program-${at}.js`], { cwd: folder, encoding: "utf8" });
    expect(output.trim()).toBe("fail [ 'capture-uncovered' ]");
  });
});

test.each(["README.md", "docs/settings.md"])("the settings of %s are settings", (page) => {
  const [settings] = blocksOf(page, "json").map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  const text = JSON.stringify({ resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } });
  expect(check([{ path: "cdk.tf.json", text }], { settings: settings ?? {} }).errors).toEqual([]);
});

test("the README names every page of docs", () => {
  expect(ALL.filter((page) => page !== "README.md" && !textOf("README.md").includes(`(${page}`))).toEqual([]);
});
