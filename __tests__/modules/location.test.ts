import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TerraformStack } from "cdktf";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { FlowLogs } from "../../modules";
import { original } from "../../modules/location/original";
import { synthesize, type Synthesized } from "./synthesize";

const VPC = { vpcId: "vpc-1" };
const folder = mkdtempSync(join(tmpdir(), "flowgate-location-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The line of this file that holds `marker` as a comment. */
function lineOf(marker: string): number {
  const lines = readFileSync(__filename, "utf8").split("\n");
  return lines.findIndex((line) => line.endsWith(`// ${marker}`)) + 1;
}

/** What each resource says about where it was made. */
function locations(synthesized: Synthesized): unknown[] {
  return Object.values(synthesized.resource)
    .flatMap((named) => Object.values(named))
    .map((resource) => (resource["//"] as { flowgate?: { location: unknown } }).flowgate?.location);
}

function here(line: number): unknown {
  return { path: "__tests__/modules/location.test.ts", line };
}

describe("each resource carries the line of the user's code that made it", () => {
  test("relative to the project's root, and for all four the same", () => {
    const synthesized = synthesize((stack) => {
      new FlowLogs(stack, "flow-logs", VPC); // plain
    });
    expect(locations(synthesized)).toEqual([1, 2, 3, 4].map(() => here(lineOf("plain"))));
  });

  test("for a class of the user's own, the line in it", () => {
    class CompanyFlowLogs extends FlowLogs {
      constructor(stack: TerraformStack) {
        super(stack, "flow-logs", VPC); // own class
      }
    }
    const synthesized = synthesize((stack) => new CompanyFlowLogs(stack));
    expect(locations(synthesized)[0]).toEqual(here(lineOf("own class")));
  });

  test("for an installed library, the line that called it", () => {
    const library = join(folder, "node_modules", "library");
    mkdirSync(library, { recursive: true });
    writeFileSync(
      join(library, "index.js"),
      "module.exports = (FlowLogs, ...args) => {\n  return new FlowLogs(...args);\n};\n",
    );
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a file that the test has just written
    const install = require(join(library, "index.js")) as (...args: unknown[]) => void;
    const synthesized = synthesize((stack) => {
      install(FlowLogs, stack, "flow-logs", VPC); // library
    });
    expect(locations(synthesized)[0]).toEqual(here(lineOf("library")));
  });

  test("but not where the context flowgate:location is false", () => {
    const synthesized = synthesize((stack) => new FlowLogs(stack, "flow-logs", VPC), {
      "flowgate:location": false,
    });
    expect(locations(synthesized)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("nor for code outside of the project", () => {
    const cwd = jest.spyOn(process, "cwd").mockReturnValue(folder);
    try {
      const synthesized = synthesize((stack) => new FlowLogs(stack, "flow-logs", VPC));
      expect(locations(synthesized)).toEqual([undefined, undefined, undefined, undefined]);
    } finally {
      cwd.mockRestore();
    }
  });

  test("and whoever formats stacks, and how deep, is left as it was", () => {
    const installed = (): string => "installed";
    const errors: { stackTraceLimit: number; prepareStackTrace?: unknown } = Error;
    errors.prepareStackTrace = installed;
    errors.stackTraceLimit = 3;
    try {
      synthesize((stack) => new FlowLogs(stack, "flow-logs", VPC));
      expect(errors.prepareStackTrace).toBe(installed);
      expect(errors.stackTraceLimit).toBe(3);
    } finally {
      delete errors.prepareStackTrace;
      errors.stackTraceLimit = 10;
    }
  });
});

describe("a compiled line is traced to the source", () => {
  const source = "interface Gone {\n  now: string;\n}\n\nthrow new Error();\n";

  /** Compiles the source into `<name>/dist/main.js`; line 5 becomes line 3. */
  function compile(name: string, options: { inline?: boolean; root?: string }): string {
    const project = join(folder, name);
    mkdirSync(join(project, "dist"), { recursive: true });
    const { outputText, sourceMapText } = transpileModule(source, {
      fileName: options.root === undefined ? "../main.ts" : "main.ts",
      compilerOptions: {
        module: ModuleKind.CommonJS,
        target: ScriptTarget.ES2022,
        sourceMap: true,
        inlineSourceMap: options.inline ?? false,
        ...(options.inline === true ? { sourceMap: false } : {}),
        ...(options.root === undefined ? {} : { sourceRoot: options.root }),
      },
    });
    const file = join(project, "dist", "main.js");
    writeFileSync(file, outputText);
    if (sourceMapText !== undefined) {
      const map = JSON.parse(sourceMapText) as { sources: string[] };
      if (options.root === undefined) map.sources = ["../main.ts"];
      writeFileSync(join(project, "dist", "main.js.map"), JSON.stringify(map));
    }
    return file;
  }

  function compiledLine(file: string): number {
    return readFileSync(file, "utf8").split("\n").indexOf("throw new Error();") + 1;
  }

  test.each<[string, { inline?: boolean; root?: string }, string]>([
    ["a map beside it", {}, "main.ts"],
    ["a source root", { root: "../src/" }, "src/main.ts"],
  ])("through %s", (name, options, expected) => {
    const file = compile(name, options);
    expect(original({ file, line: compiledLine(file), column: 1 })).toMatchObject({
      file: join(folder, name, expected),
      line: 5,
    });
  });

  test("through a map inside it", () => {
    const file = compile("inline", { inline: true });
    expect(original({ file, line: compiledLine(file), column: 1 })).toMatchObject({ line: 5 });
  });

  test.each<[string, string | undefined, string]>([
    ["has no map", undefined, ""],
    ["names a map that is missing", undefined, "//# sourceMappingURL=gone.js.map"],
    ["has a map that is not JSON", "{", "//# sourceMappingURL=main.js.map"],
    ["has a map of another kind", "{}", "//# sourceMappingURL=main.js.map"],
    [
      "comes from a bundler that names no file",
      JSON.stringify({ version: 3, sources: ["webpack://app/main.ts"], names: [], mappings: "AAAA" }),
      "//# sourceMappingURL=main.js.map",
    ],
  ])("code that %s keeps its own line", (name, map, comment) => {
    const project = join(folder, name);
    mkdirSync(project, { recursive: true });
    const file = join(project, "main.js");
    writeFileSync(file, `throw new Error();\n${comment}\n`);
    if (map !== undefined) writeFileSync(join(project, "main.js.map"), map);
    expect(original({ file, line: 1, column: 1 })).toEqual({ file, line: 1, column: 1 });
  });
});
