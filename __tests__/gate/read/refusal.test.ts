import { readDocuments } from "../../../gate/read/read";
import { documentOf, group, PATH, read } from "./sample";

const GIVE =
  "give cdktf.out, a stack folder, cdk.tf.json or another .tf.json file, or what `terraform show -json` prints";

describe("a document that cannot be judged is refused in one sentence", () => {
  test.each<[string, string, number | undefined, number | undefined, string, string]>([
    [
      "empty",
      "  \n",
      undefined,
      undefined,
      "the document is empty",
      "run `cdktf synth` again, or give another file",
    ],
    [
      "a missing comma",
      '{\n  "resource": {}\n  "data": {}\n}',
      3,
      3,
      "the JSON is malformed: a comma is expected",
      "correct it here, or run `cdktf synth` again",
    ],
    [
      "cut off",
      '{"resource": {',
      1,
      15,
      "the JSON is malformed: a closing brace is expected",
      "correct it here, or run `cdktf synth` again",
    ],
    [
      "a comment",
      "{} // ok",
      1,
      4,
      "the JSON is malformed: a comment is not allowed",
      "correct it here, or run `cdktf synth` again",
    ],
    [
      "a trailing comma",
      '{"locals": {},}',
      1,
      15,
      "the JSON is malformed: a property name in double quotes is expected",
      "correct it here, or run `cdktf synth` again",
    ],
    [
      "HCL",
      'resource "aws_vpc" "x" {}',
      undefined,
      undefined,
      "the document is Terraform's own language, not JSON",
      "give the folder that its .tf file stands in",
    ],
    [
      "a word",
      "nope",
      1,
      1,
      "the JSON is malformed: a value is misspelt",
      "correct it here, or run `cdktf synth` again",
    ],
    [
      "a plan printed for people",
      "Terraform will perform the following actions:\n\n  # aws_vpc.x will be created",
      undefined,
      undefined,
      "the document is what Terraform prints for people, not JSON",
      "give what `terraform show -json tfplan` prints",
    ],
    [
      "its last line in colour",
      "\n\u001b[1mPlan:\u001b[0m 1 to add, 0 to change, 0 to destroy.",
      undefined,
      undefined,
      "the document is what Terraform prints for people, not JSON",
      "give what `terraform show -json tfplan` prints",
    ],
    [
      "a state printed for people",
      '# aws_vpc.x:\nresource "aws_vpc" "x" {\n}\n',
      undefined,
      undefined,
      "the document is what Terraform prints for people, not JSON",
      "give what `terraform show -json tfplan` prints",
    ],
    [
      "100,000 levels",
      `{"locals": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      undefined,
      undefined,
      "the JSON is nested deeper than 500 levels",
      "run `cdktf synth` again, or give another file",
    ],
    [
      "100,000 levels, never closed",
      "[".repeat(100_000),
      undefined,
      undefined,
      "the JSON is nested deeper than 500 levels",
      "run `cdktf synth` again, or give another file",
    ],
    [
      "a byte order mark",
      "\ufeff{}",
      1,
      1,
      "the document starts with a byte order mark, which Terraform refuses",
      "save it as UTF-8 without byte order mark",
    ],
    [
      "a lone surrogate",
      '{"locals":\n {"a": "\\ud800"}}',
      2,
      9,
      "half of a surrogate pair stands alone, which is no character",
      "write the whole character, or take the escape out",
    ],
    [
      "an argument that stands twice",
      '{"resource": {"aws_vpc": {"x": {\n "cidr_block": "a", "cidr_block": "b"}}}}',
      2,
      21,
      '"cidr_block" stands twice in the same block',
      "keep one of the two: Terraform refuses the other",
    ],
    [
      "a resource name that stands twice",
      '{"resource": {"aws_vpc": {"x": {}, "x": {}}}}',
      1,
      36,
      '"x" stands twice in the same block',
      "keep one of the two: Terraform refuses the other",
    ],
    [
      "a misspelt block",
      '{"resources": {},\n "data": {}}',
      1,
      2,
      '"resources" is no top-level block of Terraform, which refuses it',
      'write "resource", or take it out',
    ],
    [
      "an unknown block",
      '{"data": {},\n "zzzzzzzz": {}}',
      2,
      2,
      '"zzzzzzzz" is no top-level block of Terraform, which refuses it',
      "take it out",
    ],
  ])("%s", (_, text, line, column, message, fix) => {
    expect(readDocuments([{ path: PATH, text }]).faults).toEqual([
      { path: PATH, ...(line !== undefined && { line, column }), message, fix },
    ]);
  });

  test.each<[unknown, string, string]>([
    [{}, "the document is empty: it holds no block", GIVE],
    [{ "//": "nothing" }, "the document is empty: it holds no block", GIVE],
    [[], "the document is empty: it holds no block", GIVE],
    [42, "the document is JSON, but no Terraform configuration: its root is no object", GIVE],
    [null, "the document is JSON, but no Terraform configuration: its root is no object", GIVE],
    [
      [{ resource: {} }, 1],
      "the document is JSON, but no Terraform configuration: its root is no object",
      GIVE,
    ],
    [
      { one: 1, two: 2 },
      "the document is JSON, but no Terraform configuration: it holds none of Terraform's blocks",
      GIVE,
    ],
    [
      { format_version: "1.2", planned_values: {}, resource_changes: [] },
      "the plan lacks its configuration or its planned values, so it was cut or rewritten",
      "make the plan again (`terraform plan -out=tfplan`) and give what `terraform show -json tfplan` prints",
    ],
    [
      { version: 4, serial: 1, lineage: "", outputs: {}, resources: [] },
      "the document is a state as Terraform keeps it",
      "give what `terraform show -json terraform.tfstate` prints",
    ],
    [{ AWSTemplateFormatVersion: "2010-09-09" }, "the document is a CloudFormation template", GIVE],
    [{ Resources: {} }, "the document is a CloudFormation template", GIVE],
    [{ name: "x", version: "1", dependencies: {} }, "the document is a package.json", GIVE],
    [{ language: "typescript", app: "node main.js" }, "the document is cdktf's settings", "give cdktf.out"],
    [{ version: 1, flow_logs: [], log_groups: [] }, "the document is a flowgate model", GIVE],
    [{ version: 1, policyHash: "", findings: [] }, "the document is a flowgate report", GIVE],
    [{ resource: 1 }, '"resource" is neither a block nor a list of blocks', "write an object in braces"],
    [
      { data: { aws_vpc: "x" } },
      '"data.aws_vpc" is neither a block nor a list of blocks',
      "write an object in braces",
    ],
    [
      { resource: { aws_vpc: { x: "y" } } },
      "aws_vpc.x is neither a block nor a list of blocks",
      "write an object in braces",
    ],
    [
      { resource: { aws_vpc: { x: [{}, {}] } } },
      "aws_vpc.x stands twice in the same module, which Terraform refuses",
      "take one of the two out",
    ],
    [
      { resource: { aws_vpc: { x: { depends_on: "aws_vpc.y" } } } },
      "depends_on of aws_vpc.x is no list of addresses",
      "write a list of strings",
    ],
    [
      { provider: { aws: [{ region: "a" }, { region: "b" }] } },
      "provider aws stands twice in the same module, which Terraform refuses",
      "take one of the two out",
    ],
  ])("%j", (value, message, fix) => {
    expect(read(value).faults).toEqual([{ path: PATH, message, fix }]);
  });

  test("every fault of every document is told at once", () => {
    const reading = readDocuments([
      { path: "a.tf.json", text: "{" },
      { path: "b/b.tf.json", text: "{}" },
      documentOf({ resourc: {}, dat: {} }),
    ]);
    expect(reading.faults.map(({ path, message }) => `${path ?? ""}: ${message}`)).toEqual([
      "a.tf.json: the JSON is malformed: a closing brace is expected",
      "b/b.tf.json: the document is empty: it holds no block",
      `${PATH}: "resourc" is no top-level block of Terraform, which refuses it`,
      `${PATH}: "dat" is no top-level block of Terraform, which refuses it`,
    ]);
  });

  test("an override of nothing is refused, as Terraform refuses it", () => {
    const faults = ["m/override.tf.json", "m/x_override.tf.json"].map(
      (path) => readDocuments([documentOf(group("a"), path)]).faults,
    );
    expect(faults.map(([fault]) => [fault?.path, fault?.message, fault?.fix])).toEqual(
      ["m/override.tf.json", "m/x_override.tf.json"].map((path) => [
        path,
        "aws_cloudwatch_log_group.a stands in an override file alone, and Terraform refuses an override of nothing",
        "write it into a file that is no override file, or correct its name",
      ]),
    );
  });
});
