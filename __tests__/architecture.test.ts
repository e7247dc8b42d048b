import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

const MADE = new Set([".git", ".tools", "cdktf.out", "coverage", "dist", "node_modules", ".terraform"]);

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    // `coverage` is made at the root alone: the model has a room of that name.
    if (MADE.has(entry.name) && (entry.name !== "coverage" || folder === "")) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const ALL = walk("");

/** Sources below a folder ("" for all), by ending. */
function files(folder: string, ...endings: string[]): string[] {
  return ALL.filter((file) => file.startsWith(folder) && endings.some((ending) => file.endsWith(ending)));
}

function text(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function imports(file: string): string[] {
  return [...text(file).matchAll(/(?:from|require\(|import\()\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** Files under `folder` that import something that `forbidden` matches, as `file -> module`. */
function offenders(folder: string, forbidden: (file: string, module: string) => boolean): string[] {
  return files(`${folder}/`, ".ts").flatMap((file) =>
    imports(file)
      .filter((module) => forbidden(file, module))
      .map((module) => `${file} -> ${module}`),
  );
}

describe("the rooms meet only in JSON", () => {
  test("modules know nothing of the gate or the policies", () => {
    expect(offenders("modules", (_, module) => /(^|\/)(gate|policies)(\/|$)/.test(module))).toEqual([]);
  });

  test("what flow logs cost is arithmetic that knows no other room, so that modules and gate may both ask", () => {
    expect(offenders("cost", (_, module) => !module.startsWith("./"))).toEqual([]);
    expect(files("cost/", ".ts").length).toBeGreaterThan(0);
  });

  test("the gate needs neither cdktf nor the provider, so npx flowgate stays small", () => {
    expect(
      offenders(
        "gate",
        (_, module) =>
          module !== "@cdktn/hcl2json" &&
          /^(cdktf|constructs|@cdktf\/|@cdktn\/)|^(\.\.\/)+modules(\/|$)/.test(module),
      ),
    ).toEqual([]);
  });

  test("only the HCL reader knows the HCL parser, and loads it when there is HCL", () => {
    const knowing = files("gate/", ".ts").filter((file) => imports(file).includes("@cdktn/hcl2json"));
    expect(knowing).toEqual(["gate/read/hcl/read-hcl.ts"]);
    expect(text("gate/read/hcl/read-hcl.ts")).toContain('await import("@cdktn/hcl2json")');
  });

  test("provider resources are imported by submodule, never from the 550 MB index", () => {
    const index = (_: string, module: string): boolean =>
      module === "@cdktf/provider-aws" || module === "@cdktf/provider-aws/lib";
    for (const folder of ["modules", "examples", "bench", "__tests__"])
      expect(offenders(folder, index)).toEqual([]);
    expect(imports("main.ts").filter((module) => index("", module))).toEqual([]);
  });

  test("only the judge knows the policy engine", () => {
    expect(
      offenders(
        "gate",
        (file, module) => module.startsWith("@open-policy-agent/") && !file.startsWith("gate/judge/"),
      ),
    ).toEqual([]);
  });

  test("inside the gate, data goes one way: read, model, judge, report", () => {
    const order = ["read", "model", "judge", "report"];
    const values = files("gate/", ".ts").flatMap((file) => {
      const room = order.indexOf(file.split("/")[1] ?? "");
      if (room < 0) return [];
      return [...text(file).matchAll(/^import (?!type)[^;]*?from "([^"]+)"/gms)]
        .map((match) => match[1] ?? "")
        .filter((module) => order.some((name, at) => at > room && module.includes(`../${name}/`)))
        .map((module) => `${file} -> ${module}`);
    });
    expect(values).toEqual([]);
  });

  test("the gate never reaches the network", () => {
    expect(
      offenders("gate", (_, module) => /^(node:)?(net|http|https|http2|dgram|dns|tls)$/.test(module)),
    ).toEqual([]);
    expect(files("gate/", ".ts").filter((file) => /\bfetch\(/.test(text(file)))).toEqual([]);
  });

  test("a library call prints nothing and ends nothing: only the programs' edges name console and process", () => {
    const edges = [
      /^gate\/cli\//,
      /^gate\/(cli|terraform)\.ts$/,
      // What takes the place of app.synth() and of Terraform's own question.
      /^gate\/deploy\/(synthesize|terraform\/approval)\.ts$/,
    ];
    const silent = files("gate/", ".ts").filter((file) => !edges.some((edge) => edge.test(file)));
    expect(
      silent.filter((file) => /\bconsole\.|\bprocess\.(exit|stdout|stderr|argv)/.test(text(file))),
    ).toEqual([]);
  });
});

describe("the house", () => {
  const sources = files("", ".ts", ".rego", ".js");

  test("no file is longer than a reader can hold", () => {
    const long = sources
      .map((file) => `${file}: ${text(file).split("\n").length}`)
      .filter((line) => Number(line.split(": ")[1]) > 260);
    expect(long).toEqual([]);
  });

  test("no name says nothing", () => {
    expect(ALL.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/|$)/i.test(file))).toEqual(
      [],
    );
  });

  test("no test is switched off and none is owed", () => {
    const off = /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/;
    const owed = new RegExp(["TO", "DO|FIX", "ME"].join(""));
    expect(sources.filter((file) => off.test(text(file)) && !file.endsWith("architecture.test.ts"))).toEqual(
      [],
    );
    expect(sources.filter((file) => owed.test(text(file)))).toEqual([]);
  });
});
