import { readDocuments } from "../../../../gate/read/read";
import { type Files, read } from "./files";

const GROUP = 'resource "aws_cloudwatch_log_group" "g" {}\n';
const CORRECT = "correct it, as `terraform validate` would ask";

async function refusals(files: Files): Promise<string[]> {
  const { faults } = await read(files);
  return faults.map(({ path, line, column, message, fix }) =>
    [[path, line, column].filter((part) => part !== undefined).join(":"), message, fix].join(" | "),
  );
}

test.each<[string, Files, readonly string[]]>([
  [
    "a syntax error among good files",
    { "m/a.tf": GROUP, "m/b.tf": 'resource "aws_vpc" "v" {\n  cidr_block = \n}\n' },
    [
      `m/b.tf:2:16 | the HCL is malformed: invalid expression: expected the start of an expression, but found an invalid expression token | ${CORRECT}`,
    ],
  ],
  [
    "a heredoc with a space behind its marker, as guides print it",
    { "m/a.tf": 'resource "aws_iam_policy" "p" {\n  policy = <<EOF \n{}\nEOF\n}\n' },
    [
      "m/a.tf:2:12 | the HCL is malformed: invalid expression: expected the start of an expression, but found an invalid expression token | take out the white space behind the heredoc marker",
    ],
  ],
  [
    "an argument that stands twice",
    { "a.tf": "locals {\n  a = 1\n  a = 2\n}\n" },
    [
      `a.tf:3:3 | the HCL is malformed: attribute redefined: the argument "a" was already set at a.tf:2,3-4 | ${CORRECT}`,
    ],
  ],
  [
    "a file that ends inside a block",
    { "a.tf": 'resource "a" "b" {\n' },
    [
      `a.tf:1:18 | the HCL is malformed: unclosed configuration block: there is no closing brace for this block before the end of the file | ${CORRECT}`,
    ],
  ],
  [
    "nesting without end",
    { "a.tf": `locals {\n  a = ${"[".repeat(20_000)}${"]".repeat(20_000)}\n}\n` },
    ["a.tf | the HCL is nested too deeply | give a file that Terraform reads"],
  ],
  [
    "a resource without a name",
    { "a.tf": '\n# a comment\nresource "aws_vpc" {\n}\n' },
    [
      'a.tf:3 | the resource block has 1 label, where it takes a type and a name | write resource "type" "name" {',
    ],
  ],
  [
    "a label too many",
    { "a.tf": 'locals "x" {\n}\nprovider a b {\n}\n' },
    [
      "a.tf:1 | the locals block has 1 label, where it takes none | write locals {",
      'a.tf:3 | the provider block has 2 labels, where it takes a name | write provider "name" {',
    ],
  ],
  [
    "a misspelt block",
    { "a.tf": `${GROUP}resuorce "a" "b" {\n}\n` },
    [
      'a.tf:2 | "resuorce" is no top-level block of Terraform, which refuses it | write "resource", or take it out',
    ],
  ],
  [
    "an argument outside of any block",
    { "a.tf": `${GROUP}days = 7\n` },
    [
      'a.tf:2 | the argument "days" stands outside of any block, which Terraform refuses | put it into a block; values of variables belong into a .tfvars file',
    ],
  ],
  [
    "a literal dollar before an interpolation, which the parser turns into an escape",
    { "a.tf": 'locals {\n  a = "${"$"}${aws_vpc.v.id}"\n}\n' },
    [
      "a.tf:2:11 | a literal $ or % stands right before an interpolation, which cannot be told from an escape | join the two with format()",
    ],
  ],
  [
    "a resource that stands twice, in two files",
    { "m/a.tf": GROUP, "m/b.tf": `\n${GROUP}` },
    [
      "m/b.tf:2 | aws_cloudwatch_log_group.g stands twice in the same module, which Terraform refuses | take one of the two out",
    ],
  ],
  [
    "a resource that stands twice, in HCL and in JSON",
    { "m/a.tf": GROUP, "m/b.tf.json": '{"resource": {"aws_cloudwatch_log_group": {"g": {}}}}' },
    [
      "m/b.tf.json | aws_cloudwatch_log_group.g stands twice in the same module, which Terraform refuses | take one of the two out",
    ],
  ],
  [
    "a variable that stands twice",
    { "m/a.tf": 'variable "x" {}\n', "m/b.tf": 'variable "x" {}\n' },
    [
      'm/b.tf | variable "x" stands twice in the same module, which Terraform refuses | take one of the two out',
    ],
  ],
  [
    "locals in a circle",
    { "m/a.tf": 'locals {\n  # the first\n  a = "${local.b}x"\n}\nlocals {\n  b = [local.a]\n}\n' },
    [
      "m/a.tf:3 | a local refers to itself, which Terraform refuses: local.a -> local.b -> local.a | take one of the references out",
    ],
  ],
  [
    "an override of nothing, and of what may not be overridden",
    {
      "m/a.tf": GROUP,
      "m/x_override.tf": `${GROUP.replace("{}", "{\n depends_on = [aws_vpc.v]\n}")}locals {\n a = 1\n}\nvariable "v" {}\n`,
    },
    [
      "m/x_override.tf | depends_on of aws_cloudwatch_log_group.g stands in an override file, which Terraform refuses | write it into the block itself",
      'm/x_override.tf | variable "v" stands in an override file alone, and Terraform refuses an override of nothing | write it into a file that is no override file, or correct its name',
      "m/x_override.tf | local.a stands in an override file alone, and Terraform refuses an override of nothing | write it into a file that is no override file, or correct its name",
    ],
  ],
  [
    "values of variables that may belong to either of two modules",
    { "a/a.tf": GROUP, "b/b.tf": GROUP, "prod.tfvars": "x = 1" },
    [
      "prod.tfvars | it cannot be told to which module the values of the variables belong | give the folder of that module alone with it",
    ],
  ],
])("%s is refused as Terraform refuses it", async (_, files, expected) => {
  expect(await refusals(files)).toEqual(expected);
});

test("HCL that nobody has parsed is refused with the way to do it", () => {
  expect(readDocuments([{ path: "main.tf", text: GROUP }]).faults).toEqual([
    {
      path: "main.tf",
      message: "the file is HCL, and has not been parsed",
      fix: "give the documents to readHcl, and what it returns to check",
    },
  ]);
});

test("a parser that has met its limits reads the next file", async () => {
  await read({ "a.tf": `locals {\n  a = ${"(".repeat(20_000)}\n}\n` });
  expect((await read({ "a.tf": GROUP })).configuration.resources).toHaveLength(1);
});
