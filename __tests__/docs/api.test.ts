import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "..", "..");

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map(({ parentPath, name }) => join(parentPath, name));
}

interface Example {
  readonly file: string;
  readonly code: string;
}

/** Each `@example` of the docstrings: what stands behind it, to the next tag or the end. */
function examples(folder: string): Example[] {
  return sources(folder).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([docstring]) => {
      const text = docstring.replace(/\*\/$/, "").replace(/^ *(\/\*\*|\*) ?/gm, "");
      return text
        .split(/^@/m)
        .filter((part) => part.startsWith("example"))
        .map((part) => ({ file: file.slice(ROOT.length + 1), code: part.slice("example".length).trim() }));
    }),
  );
}

/** What the examples take for given, as a user's stack has it. */
const GIVEN = {
  modules: `
import { App, TerraformStack, type TerraformResource } from "cdktf";
import { AccessScope, AnalystPolicy, estimateCost, FlowLogAlarms, FlowLogQueries, FlowLogs, OperatorPolicy, ReachabilityPath, record, TrafficMirror, waive } from "./modules";
declare const vpc: { id: string };
declare const gateway: { id: string };
declare const instance: { id: string };
declare const cardData: { id: string };
declare const server: { id: string };
declare const appliance: { id: string };
declare const topic: { arn: string };
declare const flowLogs: FlowLogs;
declare const archiveQueries: FlowLogQueries;
void [App, AccessScope, AnalystPolicy, estimateCost, FlowLogAlarms, FlowLogQueries, FlowLogs, OperatorPolicy, ReachabilityPath, record, TrafficMirror, waive, vpc, gateway, instance, cardData, server, appliance, topic, flowLogs, archiveQueries];
export type Used = TerraformResource;
`,
  gate: `
import { App, Testing, TerraformStack } from "cdktf";
import { check, readHcl } from "./gate";
import { synthesize } from "./gate/deploy/synthesize";
declare const text: string;
declare const stack: TerraformStack;
declare class Network extends TerraformStack {}
void [App, Testing, check, readHcl, synthesize, text, stack, Network];
`,
} as const;

/** The program around an example, in a stack's constructor, where `this` is the stack; async for what waits. */
function program(given: string, code: string): string {
  const imports = code.split("\n").filter((line) => line.startsWith("import "));
  const rest = code.split("\n").filter((line) => !line.startsWith("import "));
  const local = imports.join("\n").replace(/"flowgate\/(\w+)"/g, '"./gate/$1"');
  return `${given}${local}
export class Example extends TerraformStack {
  async run(): Promise<void> {
    ${rest.join("\n    ")};
    await Promise.resolve();
  }
}
`;
}

/** What the compiler says against programs, by their names. */
function complaints(programs: ReadonlyMap<string, string>): string[] {
  const read = ts.readConfigFile(join(ROOT, "tsconfig.check.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, ROOT);
  const settings: ts.CompilerOptions = { ...options, noEmit: true, noUnusedLocals: false };
  const host = ts.createCompilerHost(settings);
  host.readFile = (path) => programs.get(path) ?? ts.sys.readFile(path);
  host.fileExists = (path) => programs.has(path) || ts.sys.fileExists(path);
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, target);
  };
  const made = ts.createProgram([...programs.keys()], settings, host);
  return [...programs.keys()].flatMap((path) => {
    const file = made.getSourceFile(path);
    const found = [...made.getSyntacticDiagnostics(file), ...made.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  });
}

test.each(Object.entries(GIVEN))(
  "every @example in %s compiles",
  (room, given) => {
    const all = examples(room);
    expect(all.length).toBeGreaterThan(3);
    const programs = new Map(
      all.map(({ file, code }, at) => [
        join(ROOT, `${file.replaceAll("/", "-")}-example-${at}.ts`),
        program(given, code),
      ]),
    );
    expect(complaints(programs)).toEqual([]);
  },
  60_000,
);

test("an example that is wrong would be found", () => {
  const path = join(ROOT, "wrong-example.ts");
  const [complaint] = complaints(
    new Map([[path, program(GIVEN.modules, 'new FlowLogs(this, "x", { vpc: vpc.id })')]]),
  );
  expect(complaint).toContain("vpc");
}, 60_000);

test("docs/api is what the docstrings say", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "tools", "docs.js"), "--check"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}, 120_000);
