import { read, resources, type Files } from "./files";

const GROUP = 'resource "aws_cloudwatch_log_group" "g" {\n  retention_in_days = var.days\n}\n';
const DAYS = 'variable "days" {\n  default = 7\n}\n';

async function days(files: Files): Promise<{ value: unknown; assumed: unknown }> {
  const [group] = await resources({ "m/main.tf": GROUP, "m/variables.tf": DAYS, ...files });
  return { value: group?.attributes.retention_in_days, assumed: group?.assumed };
}

describe("a variable has the value that Terraform would take, and the resource says from where", () => {
  test.each<[string, Files, unknown, string]>([
    ["its default", {}, 7, "var.days is 7 (its default in variables.tf)"],
    ["terraform.tfvars", { "m/terraform.tfvars": "days = 30" }, 30, "var.days is 30 (from terraform.tfvars)"],
    [
      "terraform.tfvars.json before terraform.tfvars",
      { "m/terraform.tfvars.json": '{"days": 60}', "m/terraform.tfvars": "days = 30" },
      60,
      "var.days is 60 (from terraform.tfvars.json)",
    ],
    [
      "*.auto.tfvars before those, the last by name first",
      {
        "m/b.auto.tfvars": "days = 90",
        "m/a.auto.tfvars.json": '{"days": 120}',
        "m/terraform.tfvars": "days = 30",
      },
      90,
      "var.days is 90 (from b.auto.tfvars)",
    ],
    [
      "a file that is named, before all others, wherever it stands",
      { "env/prod.tfvars": "days = 365", "m/b.auto.tfvars": "days = 90" },
      365,
      "var.days is 365 (from prod.tfvars)",
    ],
    [
      "converted to its type",
      { "m/variables.tf": 'variable "days" {\n  type = number\n  default = "14"\n}\n' },
      14,
      "var.days is 14 (its default in variables.tf)",
    ],
    [
      "the default where null is given and not allowed",
      {
        "m/variables.tf": 'variable "days" {\n  default = 7\n  nullable = false\n}\n',
        "m/terraform.tfvars": "days = null",
      },
      7,
      "var.days is 7 (its default in variables.tf)",
    ],
    [
      "a sensitive one is not shown",
      { "m/variables.tf": 'variable "days" {\n  default = 7\n  sensitive = true\n}\n' },
      7,
      "var.days is sensitive (its default in variables.tf)",
    ],
  ])("%s", async (_, files, value, assumed) => {
    expect(await days(files)).toEqual({ value, assumed: [assumed] });
  });

  test("without value it is not known", async () => {
    expect(await days({ "m/variables.tf": 'variable "days" {}\n' })).toEqual({
      value: "${var.days}",
      assumed: undefined,
    });
  });

  test("one that does not fit its type is not known", async () => {
    const files = { "m/variables.tf": 'variable "days" {\n  type = number\n  default = "a week"\n}\n' };
    expect(await days(files)).toEqual({ value: "${var.days}", assumed: undefined });
  });

  test("a text of a .tfvars.json is no template", async () => {
    const [group] = await resources({
      "m/main.tf": 'variable "n" {}\nresource "aws_cloudwatch_log_group" "g" {\n  name = var.n\n}\n',
      "m/terraform.tfvars.json": '{"n": "${srcaddr}"}',
    });
    expect(group?.attributes.name).toBe("$${srcaddr}");
  });
});

describe("a value of a complex type is what Terraform makes of it, or not known", () => {
  test.each<[string, string, string, string, unknown]>([
    [
      "an optional attribute is filled in",
      "object({ n = optional(number, 1) })",
      "{}",
      "merge({ n = 365 }, var.v).n",
      1,
    ],
    [
      "and is null without a default",
      "object({ n = optional(number) })",
      "{}",
      "merge({ n = 365 }, var.v).n",
      null,
    ],
    [
      "one that is given stays",
      "object({ n = optional(number, 1) })",
      "{ n = 30 }",
      'lookup(var.v, "n", 7)',
      30,
    ],
    [
      "one that is null takes the default",
      "object({ n = optional(number, 1) })",
      "{ n = null }",
      "var.v.n",
      1,
    ],
    [
      "optional objects, too",
      "object({ o = optional(object({ n = optional(number, 3) }), {}) })",
      "{}",
      "var.v.o.n",
      3,
    ],
    [
      "what an object type does not name is dropped",
      "object({ a = number })",
      "{ a = 1, n = 365 }",
      'lookup(var.v, "n", 1)',
      1,
    ],
    ["a set holds nothing twice", "set(string)", '["a", "a"]', "length(var.v)", 1],
    ["members of a map are converted", "map(number)", '{ n = "14" }', "var.v.n", 14],
    [
      "items of a list and of a tuple, too",
      "tuple([string, list(number)])",
      '[7, ["14"]]',
      "var.v[1][0]",
      14,
    ],
    ["any takes all", "any", "{ n = 30 }", "var.v.n", 30],
    [
      "a default that is no literal is not known",
      "object({ n = optional(number, 1 + 1) })",
      "{}",
      "var.v.n",
      "${var.v.n}",
    ],
    [
      "nor is what Terraform refuses",
      "object({ n = number })",
      "{}",
      'lookup(var.v, "n", 365)',
      '${lookup(var.v, "n", 365)}',
    ],
    ["nor a type that there is not", "heap(number)", "[365]", "var.v[0]", "${var.v[0]}"],
  ])("%s", async (_, type, otherwise, days, value) => {
    const variable = `variable "v" {\n  type = ${type}\n  default = ${otherwise}\n}\n`;
    const group = `resource "aws_cloudwatch_log_group" "g" {\n  retention_in_days = ${days}\n}\n`;
    const [only] = await resources({ "main.tf": variable + group });
    expect(only?.attributes.retention_in_days).toEqual(value);
  });
});

test("variables count through locals and inside of policies; those of tags do not", async () => {
  const [role] = await resources({
    "main.tf": `variable "service" { default = "vpc-flow-logs" }
variable "owner" { default = "net" }
locals { principal = "\${var.service}.amazonaws.com" }
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Principal = { Service = local.principal } })
  tags = { Owner = var.owner }
}
`,
  });
  expect(role?.attributes.assume_role_policy).toBe('{"Principal":{"Service":"vpc-flow-logs.amazonaws.com"}}');
  expect(role?.assumed).toEqual(['var.service is "vpc-flow-logs" (its default in main.tf)']);
});

test("an argument that a sensitive variable stands in is sensitive", async () => {
  const [group] = await resources({
    "main.tf":
      'variable "n" {\n  default = "x"\n  sensitive = true\n}\nresource "aws_cloudwatch_log_group" "g" {\n  name = "/${var.n}"\n  retention_in_days = 7\n}\n',
  });
  expect(group?.sensitive).toEqual(new Set(["name"]));
});

test("whatever an absent resource would have referred to says why it is absent", async () => {
  const found = await resources({
    "main.tf": `variable "on" { default = false }
resource "aws_vpc" "v" {}
resource "aws_flow_log" "f" {
  count  = var.on ? 1 : 0
  vpc_id = aws_vpc.v.id
}
`,
  });
  expect(found.map(({ address, assumed }) => [address, assumed])).toEqual([
    ["aws_vpc.v", ["aws_flow_log.f is not made, as var.on is false (its default in main.tf)"]],
  ]);
});

test("count and for_each are known where variables and locals say how many", async () => {
  const found = await resources({
    "main.tf": `variable "names" { default = ["a"] }
locals { none = {} }
resource "aws_vpc" "one" { count = length(var.names) }
resource "aws_vpc" "each" { for_each = toset(var.names) }
resource "aws_vpc" "none" { for_each = local.none }
resource "aws_vpc" "open" { count = var.unset }
`,
  });
  expect(found.map(({ address, exists }) => [address, exists])).toEqual([
    ["aws_vpc.each", "yes"],
    ["aws_vpc.one", "yes"],
    ["aws_vpc.open", "unknown"],
  ]);
});

test("in CDKTF's own output a variable is not known, and jsonencode of what is known is", async () => {
  const root = {
    variable: { days: { default: 7 } },
    resource: {
      aws_cloudwatch_log_group: {
        g: { retention_in_days: "${var.days}", name: '${jsonencode({"a" = [aws_x.y.arn]})}' },
      },
    },
  };
  const { configuration } = await read({ "cdk.tf.json": JSON.stringify(root) });
  expect(configuration.resources[0]?.attributes).toEqual({
    retention_in_days: "${var.days}",
    name: '{"a":["${aws_x.y.arn}"]}',
  });
});
