import { circlesIn } from "../../../gate/read/circles";
import { addressesNamed } from "../../../gate/read/expression/addresses-named";
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

const CIRCLE = "resources refer to each other in a circle, which Terraform refuses";

describe("resources in a circle are refused", () => {
  test.each<[string, Files, readonly string[]]>([
    [
      "a role and its policy",
      {
        "m/a.tf":
          'resource "aws_iam_role" "r" {\n  description = aws_iam_role_policy.p.name\n}\n\n' +
          'resource "aws_iam_role_policy" "p" {\n  role = aws_iam_role.r.id\n}\n',
      },
      [`m/a.tf:1 | ${CIRCLE}: aws_iam_role.r -> aws_iam_role_policy.p -> aws_iam_role.r`],
    ],
    [
      "a log group and its flow log, in two files, one of which is JSON",
      {
        "m/a.tf":
          'resource "aws_flow_log" "f" {\n  log_destination = "${aws_cloudwatch_log_group.g[0].arn}:*"\n}\n',
        "m/b.tf.json":
          '{"resource": {"aws_cloudwatch_log_group": {"g": {"depends_on": ["aws_flow_log.f"]}}}}',
      },
      [
        `m/b.tf.json:1 | ${CIRCLE}: aws_cloudwatch_log_group.g -> aws_flow_log.f -> aws_cloudwatch_log_group.g`,
      ],
    ],
    [
      "through a local",
      {
        "m/a.tf":
          "locals {\n  name = upper(aws_vpc.v.id)\n}\n\n" +
          'resource "aws_vpc" "v" {\n  tags = { for k, v in { a = 1 } : k => local.name }\n}\n',
      },
      [`m/a.tf:5 | ${CIRCLE}: aws_vpc.v -> local.name -> aws_vpc.v`],
    ],
    [
      "through a data source",
      {
        "m/a.tf":
          'data "aws_vpc" "d" {\n  id = aws_vpc.v.id\n}\n\n' +
          'resource "aws_vpc" "v" {\n  cidr_block = data.aws_vpc.d.cidr_block\n}\n',
      },
      [`m/a.tf:5 | ${CIRCLE}: aws_vpc.v -> data.aws_vpc.d -> aws_vpc.v`],
    ],
    [
      "a resource that names itself",
      { "m/a.tf": 'resource "aws_vpc" "v" {\n  count = 2\n  tags = { a = aws_vpc.v[0].id }\n}\n' },
      ["m/a.tf:1 | a resource refers to itself, which Terraform refuses: aws_vpc.v -> aws_vpc.v"],
    ],
    [
      "a data source that depends on itself",
      { "m/a.tf": 'data "aws_vpc" "d" {\n  depends_on = [data.aws_vpc.d]\n}\n' },
      [
        "m/a.tf:1 | a data source refers to itself, which Terraform refuses: data.aws_vpc.d -> data.aws_vpc.d",
      ],
    ],
    [
      "what CDKTF synthesized",
      {
        "m/cdk.tf.json": JSON.stringify({
          resource: {
            aws_vpc: { constructor: { tags: { a: "${aws_subnet.__proto__.id}" } } },
            aws_subnet: { ["__proto__"]: { vpc_id: "${aws_vpc.constructor.id}" } },
          },
        }),
      },
      [`m/cdk.tf.json:1 | ${CIRCLE}: aws_subnet.__proto__ -> aws_vpc.constructor -> aws_subnet.__proto__`],
    ],
    [
      "but not what is only spelt like one",
      {
        "m/a.tf":
          'resource "aws_vpc" "v" {\n  tags = { a = upper("see aws_vpc.v.id"), b = [for aws_vpc in var.x : aws_vpc.v] }\n}\n' +
          'resource "aws_vpc" "w" {\n  cidr_block = "${aws_vpc.v.id}: aws_vpc.w"\n}\n' +
          'variable "x" {\n  default = []\n}\n',
        "m/b.tf.json":
          '{"resource": {"aws_vpc": {"x": {"//": "${aws_vpc.x.id}", "tags": {"a": "$${aws_vpc.x.id}"}}}}}',
      },
      [],
    ],
  ])("%s", async (_, files, expected) => {
    expect(await refusals(files)).toEqual(expected);
  });
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

test("what cannot be parsed names nothing", () => {
  expect([...addressesNamed(["%{ if local.a }x%{ endif }", "${local.b", { "${local.c}": null }])]).toEqual([
    "local.c",
  ]);
});

test("an item of a for is no resource, though it may be called like one", () => {
  const text = "${[for a, aws_vpc in aws_subnet.all : [aws_vpc.main.id, a.b, data.aws_vpc.other[0].id]]}";
  expect([...addressesNamed(text)].sort()).toEqual(["aws_subnet.all", "data.aws_vpc.other"]);
});
