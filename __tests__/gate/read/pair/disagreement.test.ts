import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Document } from "../../../../gate/read/document";
import { readHcl } from "../../../../gate/read/hcl/read-hcl";
import { readDocuments } from "../../../../gate/read/read";
import { planOf } from "../../../fixtures/plans/split";
import { CASES, PLANNED_CASES } from "../../matrix/cases";
import { AROUND } from "../../matrix/matrix-case";
import { printHcl } from "../../matrix/print-hcl";
import { fixture } from "../plan/fixture";

const MATRIX = join(__dirname, "../../../fixtures/plans/matrix");

function shown(file: string): object {
  return JSON.parse(readFileSync(join(MATRIX, `${file}.json`), "utf8")) as object;
}

function planDocument(plan: object, name: string): Document {
  return { path: "plan.json", text: JSON.stringify(planOf(plan, name)) };
}

function synthesized(terraform: object): Document {
  return { path: "cdk.tf.json", text: JSON.stringify({ ...AROUND, ...terraform }) };
}

function faultsOf(documents: readonly Document[]): string[] {
  return readDocuments(documents).faults.map(({ message }) => message);
}

describe("a plan agrees with the source that it was made from", () => {
  const json = shown("json");
  const hcl = shown("hcl");

  test.each([...CASES, ...PLANNED_CASES])("$name as JSON", ({ name, terraform }) => {
    expect(faultsOf([planDocument(json, name), synthesized(terraform)])).toEqual([]);
  });

  test.each([...CASES, ...PLANNED_CASES])("$name as HCL", async ({ name, terraform }) => {
    for (const style of ["quoted", "heredoc", "jsonencode"] as const) {
      const source = { path: "main.tf", text: printHcl({ ...AROUND, ...terraform }, style) };
      expect(faultsOf(await readHcl([planDocument(hcl, name), source]))).toEqual([]);
    }
  });

  test("with modules, counts and changes of what is there", async () => {
    for (const [plan, folder] of [
      ["shapes/first", "shapes"],
      ["shapes/second", "shapes"],
    ] as const) {
      const path = `tools/plan-fixtures/${folder}/main.tf`;
      const text = readFileSync(join(__dirname, "../../../..", path), "utf8");
      expect(faultsOf(await readHcl([fixture(plan), { path, text }]))).toEqual([]);
    }
  });
});

describe("a plan whose source was edited since is refused, and says where", () => {
  const json = shown("json");
  const hcl = shown("hcl");
  const kept = CASES.find(({ name }) => name === "kept")?.terraform ?? {};
  const text = JSON.stringify(kept);
  const edited = (from: string | RegExp, to: string): object => {
    const after = text.replace(from, to);
    expect(after).not.toBe(text);
    return JSON.parse(after) as object;
  };
  const differIn = (path: string, where: string): string[] => [
    `the plan was not made from ${path} as it is now: they differ in ${where}`,
  ];

  test.each([
    [
      "the retention",
      edited('"retention_in_days":365', '"retention_in_days":90'),
      "aws_cloudwatch_log_group.kept_group.retention_in_days",
    ],
    [
      "an argument that is new",
      edited('"retention_in_days":365', '"retention_in_days":365,"log_group_class":"STANDARD"'),
      "aws_cloudwatch_log_group.kept_group.log_group_class",
    ],
    [
      "an argument that is gone",
      edited('"retention_in_days":365', '"tags":{}'),
      "aws_cloudwatch_log_group.kept_group.retention_in_days",
    ],
    [
      "what is referred to",
      edited("${aws_vpc.kept_vpc.id}", "${aws_vpc.other.id}"),
      "aws_flow_log.kept_log.vpc_id",
    ],
    [
      "what of it is referred to",
      edited("${aws_vpc.kept_vpc.id}", "${aws_vpc.kept_vpc.arn}"),
      "aws_flow_log.kept_log.vpc_id",
    ],
    [
      "a resource that is new",
      edited('"aws_vpc":{', '"aws_vpc":{"new":{"cidr_block":"10.1.0.0/16"},'),
      "aws_vpc.new",
    ],
  ])("%s", async (_, terraform, where) => {
    expect(faultsOf([planDocument(json, "kept"), synthesized(terraform)])).toEqual(
      differIn("cdk.tf.json", where),
    );
    const main = { path: "main.tf", text: printHcl({ ...AROUND, ...terraform }) };
    expect(faultsOf(await readHcl([planDocument(hcl, "kept"), main]))).toEqual(differIn("main.tf", where));
  });

  test.each([
    ["filled", '"policy_names":["own"]'],
    ["taken away", '"//":""'],
  ])("an empty list that is %s", async (_, to) => {
    const { terraform = {} } = CASES.find(({ name }) => name === "exclusivenone") ?? {};
    const after = JSON.parse(JSON.stringify(terraform).replace('"policy_names":[]', to)) as object;
    const where = "aws_iam_role_policies_exclusive.exclusivenone_list.policy_names";
    expect(faultsOf([planDocument(json, "exclusivenone"), synthesized(after)])).toEqual(
      differIn("cdk.tf.json", where),
    );
    const main = { path: "main.tf", text: printHcl({ ...AROUND, ...after }) };
    expect(faultsOf(await readHcl([planDocument(hcl, "exclusivenone"), main]))).toEqual(
      differIn("main.tf", where),
    );
  });

  test("a module call", async () => {
    const path = "tools/plan-fixtures/shapes/main.tf";
    const main = readFileSync(join(__dirname, "../../../..", path), "utf8");
    const call = `${main}\nmodule "more" {\n  source = "./more"\n}\n`;
    expect(faultsOf(await readHcl([fixture("shapes/first"), { path, text: call }]))).toEqual(
      differIn(path, "module.more"),
    );
  });

  test("a local that a known value comes from", async () => {
    const path = "tools/plan-fixtures/shapes/main.tf";
    const main = readFileSync(join(__dirname, "../../../..", path), "utf8");
    const other = main.replace(/(group\s*=\s*)"[^"]*"/, '$1"/net/other"');
    expect(other).not.toBe(main);
    expect(faultsOf(await readHcl([fixture("shapes/first"), { path, text: other }]))).toEqual(
      differIn(path, "aws_cloudwatch_log_group.flow.name"),
    );
  });

  test("and how to go on", () => {
    const [fault] = readDocuments([
      planDocument(json, "kept"),
      synthesized(edited('"retention_in_days":365', '"retention_in_days":90')),
    ]).faults;
    expect(fault?.fix).toBe("make the plan again from cdk.tf.json, or give the source that it was made from");
  });
});

/** Each text, number and flag in the resources of a configuration, put in another's place. */
function* edits(value: unknown, path: string): Generator<readonly [string, unknown]> {
  if (Array.isArray(value))
    for (const [at, each] of value.entries())
      for (const [where, edited] of edits(each, `${path}[${at}]`))
        yield [where, value.map((other: unknown, position) => (position === at ? edited : other))];
  else if (typeof value === "object" && value !== null)
    for (const [name, each] of Object.entries(value)) {
      if (name === "depends_on" || name === "count" || name === "for_each" || each === null) continue;
      for (const [where, edited] of edits(each, `${path}.${name}`))
        yield [where, { ...value, [name]: edited }];
    }
  else if (typeof value === "boolean") yield [path, !value];
  else if (typeof value === "number") yield [path, value + 1];
  else if (typeof value === "string" && value !== "")
    yield [path, value.includes("Allow") ? value.replace("Allow", "Deny") : `${value}x`];
}

test("whatever is edited in the source of a plan of JSON is refused, or changes nothing of what is read", () => {
  const json = shown("json");
  const missed: string[] = [];
  for (const { name, terraform } of CASES) {
    const plan = planDocument(json, name);
    const read = (given: object): string => {
      const { configuration, faults } = readDocuments([plan, synthesized(given)]);
      return faults.length > 0
        ? "refused"
        : JSON.stringify(configuration.resources.map(({ attributes }) => attributes));
    };
    const before = read(terraform);
    expect(before).not.toBe("refused");
    for (const [where, resource] of edits(terraform.resource, name)) {
      const after = read({ ...terraform, resource });
      if (after !== "refused" && after !== before) missed.push(where);
    }
  }
  expect(missed).toEqual([]);
});
