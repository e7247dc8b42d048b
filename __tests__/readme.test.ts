import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../gate";

const ROOT = join(__dirname, "..");
const { refresh } = jest.requireActual<{ refresh: (text: string) => string }>("../tools/readme.js");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, body]) => body ?? "",
  );
}

test("README shows what its commands print", () => {
  expect(refresh(readme)).toBe(readme);
}, 60_000);

describe("README's programs", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "flowgate-user-"));
    mkdirSync(join(folder, "node_modules"));
    for (const name of ["@cdktf", "cdktf", "constructs", "@types"]) {
      symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
    }
    symlinkSync(ROOT, join(folder, "node_modules", "flowgate"));
    blocks("ts").forEach((body, at) => {
      writeFileSync(join(folder, `program-${at}.ts`), body);
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
    "they compile in %s",
    (_, options) => {
      const files = blocks("ts").map((_body, at) => `program-${at}.ts`);
      const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
      const always = ["--strict", "--skipLibCheck", "--types", "node"];
      const { stdout } = spawnSync(process.execPath, [tsc, ...always, ...options, ...files], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(stdout).toBe("");
    },
    60_000,
  );

  test("the constructs' program synthesizes what the gate passes", () => {
    execFileSync(process.execPath, ["program-0.js"], { cwd: folder });
    const path = "cdktf.out/stacks/network/cdk.tf.json";
    const report = check([{ path, text: readFileSync(join(folder, path), "utf8") }], { strict: true });
    expect({ verdict: report.verdict, findings: report.findings }).toEqual({ verdict: "pass", findings: [] });
  });

  test("the library's program prints what its comment says", () => {
    const output = execFileSync(process.execPath, ["program-1.js"], { cwd: folder, encoding: "utf8" });
    expect(output.trim()).toBe("fail [ 'capture-uncovered' ]");
  });
});

test("README's settings are settings", () => {
  const [settings] = blocks("json").map((body) => JSON.parse(body) as Record<string, unknown>);
  const text = JSON.stringify({ resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } });
  expect(check([{ path: "cdk.tf.json", text }], { settings: settings ?? {} }).errors).toEqual([]);
});
