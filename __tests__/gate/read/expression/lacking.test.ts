import { read } from "../hcl/files";

test("a name that a variable without a value leaves open is known with that variable", async () => {
  const { configuration } = await read({
    "m/main.tf": `variable "days" {}
variable "create" {}
variable "told" {
  default = 1
}
locals {
  wanted = var.create ? var.told : 0
}
resource "aws_cloudwatch_log_group" "g" {
  count             = local.wanted
  retention_in_days = var.days
}
resource "aws_vpc" "v" {
  count = var.told
}
`,
  });
  expect([...(configuration.sources[0]?.lacking ?? [])]).toEqual([
    ["aws_cloudwatch_log_group.g", ["create"]],
    ["local.wanted", ["create"]],
    ["var.create", ["create"]],
    ["var.days", ["days"]],
  ]);
});

test("where every variable has a value nothing is lacking", async () => {
  const { configuration } = await read({ "m/main.tf": 'variable "days" {\n  default = null\n}\n' });
  expect(configuration.sources[0]?.lacking).toBeUndefined();
});
