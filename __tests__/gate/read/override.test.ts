import { type Files, read } from "./hcl/files";

const BASE = `resource "aws_s3_bucket_lifecycle_configuration" "l" {
  bucket = "records"
  rule {
    id = "a"
  }
  rule {
    id = "b"
  }
  lifecycle {
    prevent_destroy = true
  }
}
`;

async function attributesWith(files: Files): Promise<unknown> {
  const { configuration, faults } = await read({ "m/main.tf": BASE, ...files });
  expect(faults).toEqual([]);
  return configuration.resources.find(({ type }) => type === "aws_s3_bucket_lifecycle_configuration")
    ?.attributes;
}

const override = (body: string): string =>
  `resource "aws_s3_bucket_lifecycle_configuration" "l" {\n${body}\n}\n`;

describe("an override file", () => {
  test.each<[string, Files, object]>([
    [
      "takes the place of an argument",
      { "m/override.tf": override('bucket = "other"') },
      { bucket: "other", rule: [{ id: "a" }, { id: "b" }] },
    ],
    [
      "takes the place of all blocks of a type",
      { "m/x_override.tf": override('rule {\n id = "c"\n}') },
      { bucket: "records", rule: [{ id: "c" }] },
    ],
    [
      "takes the place of blocks by what makes them",
      {
        "m/x_override.tf": override(
          'dynamic "rule" {\n for_each = ["d"]\n content {\n id = rule.value\n }\n}',
        ),
      },
      { rule: [{ id: "d" }] },
    ],
    [
      "changes one argument of lifecycle and keeps the others",
      { "m/x_override.tf": override("lifecycle {\n create_before_destroy = true\n}") },
      { lifecycle: [{ prevent_destroy: true, create_before_destroy: true }] },
    ],
    [
      "is followed by the next by name",
      { "m/b_override.tf": override('bucket = "b"'), "m/a_override.tf.json": jsonOverride("a") },
      { bucket: "b" },
    ],
    [
      "says what a variable is, and a local",
      {
        "m/x.tf": 'variable "v" {\n type = string\n default = "one"\n}\nlocals {\n v = "none"\n}\n',
        "m/x_override.tf": `variable "v" {\n default = "two"\n}\nlocals {\n v = var.v\n}\n${override("bucket = local.v")}`,
      },
      { bucket: "two" },
    ],
  ])("%s", async (_, files, expected) => {
    expect(await attributesWith(files)).toMatchObject(expected);
  });

  test("of providers and settings alone changes no resource", async () => {
    const { configuration, faults } = await read({
      "m/main.tf": `${BASE}provider "aws" {\n region = "eu-west-1"\n}\n`,
      "m/zz_override.tf":
        'terraform {\n required_version = ">= 1.5"\n}\nprovider "aws" {\n access_key = "test"\n}\nprovider "random" {}\n',
    });
    expect(faults).toEqual([]);
    expect(configuration.resources).toHaveLength(1);
    expect([...(configuration.sources[0]?.providers ?? [])]).toEqual([
      ["aws", { region: "eu-west-1", access_key: "test" }],
      ["random", {}],
    ]);
  });

  test("leaves a provider of another alias as it is", async () => {
    const { configuration, faults } = await read({
      "m/main.tf": 'provider "aws" {\n region = "a"\n}\nprovider "aws" {\n alias = "us"\n region = "b"\n}\n',
      "m/override.tf": 'provider "aws" {\n alias = "us"\n region = "c"\n}\n',
    });
    expect(faults).toEqual([]);
    expect([...(configuration.sources[0]?.providers ?? [])]).toEqual([
      ["aws", { region: "a" }],
      ["aws.us", { alias: "us", region: "c" }],
    ]);
  });
});

function jsonOverride(bucket: string): string {
  return JSON.stringify({ resource: { aws_s3_bucket_lifecycle_configuration: { l: { bucket } } } });
}
