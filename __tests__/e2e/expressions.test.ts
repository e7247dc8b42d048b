import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { evaluateText } from "../../gate/read/expression/evaluator";
import { ModuleNames } from "../../gate/read/expression/module-names";
import { holesIn, isList, isMap, Mixed, Hole, type Value } from "../../gate/read/expression/value";
import { expression, ROOT } from "./arbitrary-expression";
import { cliConfig } from "./terraform";

const MANY = 5000;
const SEED = 20261121;
const REFUSED = "refused by Terraform";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flowgate-expressions-"));
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(ROOT));
  terraform("init", "-input=false");
  terraform("apply", "-input=false", "-auto-approve");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function terraform(...args: string[]): string {
  const config = cliConfig(folder);
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    ...(config !== undefined && { TF_CLI_CONFIG_FILE: config }),
  };
  return execFileSync("terraform", args, { cwd: folder, env, encoding: "utf8", maxBuffer: 1 << 28 });
}

/** What Terraform makes of each expression; undefined where it does not know it. */
function told(expressions: readonly string[]): unknown[] {
  const output = expressions.map((text, at) => [
    `e${at}`,
    { value: `\${try(jsonencode([${text}]), jsonencode(["${REFUSED}"]))}` },
  ]);
  writeFileSync(
    join(folder, "outputs.tf.json"),
    JSON.stringify({ output: Object.fromEntries(output) as object }),
  );
  terraform("plan", "-input=false", "-out=tfplan");
  const { output_changes: outputs } = JSON.parse(terraform("show", "-json", "tfplan")) as Shown;
  return expressions.map((_, at) => {
    const after = outputs[`e${at}`]?.after;
    return after === undefined ? undefined : (JSON.parse(after) as unknown[])[0];
  });
}

interface Shown {
  readonly output_changes: Readonly<Record<string, { readonly after?: string }>>;
}

/** What the references to the resources are once they are made. */
const MADE: Readonly<Record<string, string>> = {
  "terraform_data.one[0].output": "one",
  "terraform_data.two[0].output": "two-0",
  "terraform_data.two[1].output": "two-1",
  'terraform_data.keyed["j"].output': "keyed-j",
  'terraform_data.keyed["k"].output': "keyed-k",
  "terraform_data.only.output": "only",
};

function made({ source }: Hole): string | undefined {
  return MADE[source];
}

/** The value as JSON has it, every reference being known. */
function plain(value: Value): unknown {
  if (value instanceof Hole) return made(value);
  if (value instanceof Mixed)
    return value.parts.map((part) => (typeof part === "string" ? part : made(part))).join("");
  if (isList(value)) return value.map(plain);
  return isMap(value) ? Object.fromEntries([...value].map(([name, member]) => [name, plain(member)])) : value;
}

test("what is evaluated is what Terraform makes of it, and what is not is left open", () => {
  const expressions = [...new Set(fc.sample(expression, { numRuns: MANY, seed: SEED }))];
  const blocks: [string, object][] = Object.entries(ROOT.resource.terraform_data);
  const names = new ModuleNames(
    new Map(Object.entries(ROOT.locals)),
    new Map(),
    new Map(blocks.map(([name, body]) => [`terraform_data.${name}`, body])),
  );
  const wrong: unknown[] = [];
  let decided = 0;
  let taken = 0;
  const answers = told(expressions);
  for (const [at, text] of expressions.entries()) {
    const theirs = answers[at];
    if (theirs !== REFUSED && theirs !== undefined) taken++;
    const value = evaluateText(`\${${text}}`, names);
    if (value === undefined || [...holesIn(value)].some((hole) => made(hole) === undefined)) continue;
    // What Terraform refuses as a whole is planned by nobody.
    if (theirs === undefined || theirs === REFUSED) continue;
    decided++;
    const ours = plain(value);
    if (JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(theirs))) wrong.push({ text, ours, theirs });
  }
  expect(wrong).toEqual([]);
  expect(taken).toBeGreaterThan(expressions.length / 6);
  expect(decided).toBeGreaterThan(taken / 2);
}, 240_000);

/** Objects have no order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
