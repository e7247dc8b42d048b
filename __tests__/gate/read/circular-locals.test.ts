import { circlesIn } from "../../../gate/read/circles";
import { localsNamed } from "../../../gate/read/expression/locals-named";
import { readDocuments } from "../../../gate/read/read";
import { type Files, read } from "./hcl/files";

const FIX = "take one of the references out";

async function refusals(files: Files): Promise<string[]> {
  const { faults } = await read(files);
  return faults.map(
    ({ path = "", line = 0, message, fix }) =>
      `${path}:${line} | ${message}${fix === FIX ? "" : ` | ${fix}`}`,
  );
}

const said = (chain: string): string => `a local refers to itself, which Terraform refuses: ${chain}`;

test.each<[string, Files, readonly string[]]>([
  [
    "a local that names itself",
    { "m/a.tf": "locals {\n  a = { x = 1, y = local.a.x }\n}\n" },
    [`m/a.tf:2 | ${said("local.a -> local.a")}`],
  ],
  [
    "two locals, of which a condition takes neither",
    { "m/a.tf": "locals {\n  a = true ? 1 : local.b\n}\n", "m/b.tf": "locals {\n  b = local.a\n}\n" },
    [`m/a.tf:2 | ${said("local.a -> local.b -> local.a")}`],
  ],
  [
    "two circles that have nothing in common",
    { "m/a.tf": "locals {\n  a = local.a\n  b = local.c\n  c = local.b\n}\n" },
    [`m/a.tf:2 | ${said("local.a -> local.a")}`, `m/a.tf:3 | ${said("local.b -> local.c -> local.b")}`],
  ],
  [
    "locals of Terraform's JSON",
    { "m/a.tf.json": '{\n  "locals": {\n    "a": "${local.b}",\n    "b": ["${local.a}"]\n  }\n}' },
    [`m/a.tf.json:3 | ${said("local.a -> local.b -> local.a")}`],
  ],
  [
    "locals of Terraform's JSON beside HCL, by a key of an object",
    { "m/a.tf": "locals {\n  a = local.b\n}\n", "m/b.tf.json": '{"locals": {"b": {"${local.a}": 1}}}' },
    [`m/a.tf:2 | ${said("local.a -> local.b -> local.a")}`],
  ],
  ["a name in a text, which is no reference", { "m/a.tf": 'locals {\n  a = "see local.a"\n}\n' }, []],
  [
    "a name in a quoted text of an expression",
    { "m/a.tf": 'locals {\n  a = upper("see local.a")\n  b = local.a\n  c = local.a\n}\n' },
    [],
  ],
  ["an escaped reference", { "m/a.tf.json": '{"locals": {"a": "$${local.a}"}}' }, []],
  [
    "locals that two others name",
    { "m/a.tf": "locals {\n  a = [local.b, local.c]\n  b = local.c\n  c = 1\n}\n" },
    [],
  ],
  [
    "locals of the same name in two modules",
    { "m/a.tf": "locals {\n  a = local.b\n  b = 1\n}\n", "n/a.tf": "locals {\n  b = local.a\n  a = 1\n}\n" },
    [],
  ],
])("%s", async (_, files, expected) => {
  expect(await refusals(files)).toEqual(expected);
});

test("a circle of 20,000 locals is one sentence, and found without recursion", () => {
  const count = 20_000;
  const locals = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`l${at}`, `\${local.l${(at + 1) % count}}`]),
  );
  const { faults } = readDocuments([{ path: "a.tf.json", text: JSON.stringify({ locals }) }]);
  expect(faults.map(({ message }) => message)).toEqual([
    said(
      "local.l0 -> local.l1 -> local.l2 -> local.l3 -> local.l4 -> local.l5 -> local.l6 -> local.l7 -> 19992 more -> local.l0",
    ),
  ]);
});

test("of circles that share a node one is told", () => {
  const edges: Record<string, string[]> = { c: ["a", "b"], a: ["b"], b: ["c", "a"], d: ["a"] };
  expect(circlesIn(Object.keys(edges), (node) => edges[node] ?? [])).toEqual([["a", "b", "c"]]);
});

test("what cannot be parsed names no local", () => {
  expect([...localsNamed(["%{ if local.a }x%{ endif }", "${local.b", { "${local.c}": null }])]).toEqual([
    "c",
  ]);
});
