import { readFileSync } from "node:fs";
import { join } from "node:path";

import { check } from "../../../../gate/check";
import type { Document } from "../../../../gate/read/document";
import { readDocuments } from "../../../../gate/read/read";
import { documentsOf, type Files } from "../hcl/files";
import { planText } from "../plan/fixture";

/** Modules written as the most used public ones are, and the plan that Terraform made of a root that calls them. */
const ROOT = join(__dirname, "../../../..");
const SOURCE = join(ROOT, "tools/plan-fixtures/called");
const FILES = [
  "main.tf",
  "network/main.tf",
  "network/variables.tf",
  "network/outputs.tf",
  "flow-log/main.tf",
];
const PLAN: Document = {
  path: "plan.json",
  text: readFileSync(join(ROOT, "__tests__/fixtures/plans/called/plan.json"), "utf8"),
};

const WANTED = `enable_flow_log                      = true
create_flow_log_cloudwatch_log_group = true
create_flow_log_cloudwatch_iam_role  = true
`;

function sources(names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [`infra/${name}`, readFileSync(join(SOURCE, name), "utf8")]));
}

/** `RULE CAUSE ADDRESS` of each finding, with a question mark before what is undecided; faults as they are. */
function findings(documents: readonly Document[]): string[] {
  const { findings: found, errors } = check(documents);
  return [
    ...errors.map(({ message }) => `! ${message}`),
    ...found.map(
      ({ rule, cause, verdict, address }) => `${verdict === "fail" ? "" : "? "}${rule} ${cause} ${address}`,
    ),
  ].sort();
}

describe("a module that makes what it is asked for", () => {
  test("is judged from its folder and the values of its variables", async () => {
    const folder = sources(FILES.filter((name) => name.startsWith("network/")));
    const documents = await documentsOf({ ...folder, "infra/network/terraform.tfvars": WANTED });
    expect(findings(documents)).toEqual([
      "delivery-race no-dependency aws_flow_log.this",
      "retention-unset unset aws_cloudwatch_log_group.records",
      "trust-confused-deputy unrestricted aws_iam_role.delivery",
    ]);
  });

  test("has no flow log where its variables ask for none", async () => {
    const documents = await documentsOf(sources(FILES.filter((name) => name.startsWith("network/"))));
    expect(findings(documents)).toEqual(["capture-uncovered no-flow-log aws_vpc.this"]);
  });

  test("leaves undecided in a plan alone what only its locals say", () => {
    expect(findings([PLAN]).filter((each) => each.includes("module.network"))).toEqual([
      "? capture-scope unknown module.network.aws_flow_log.this[0]",
      "? delivery-not-granted role-not-in-input module.network.aws_flow_log.this[0]",
      "? destination-arn-suffix unknown module.network.aws_flow_log.this[0]",
      "? destination-mismatch destination-unknown module.network.aws_flow_log.this[0]",
      "? retention-unset group-not-in-input module.network.aws_flow_log.this[0]",
    ]);
  });

  test("is read with its locals, variables and dynamic blocks from a plan and its source", async () => {
    expect(findings([PLAN, ...(await documentsOf(sources(FILES)))])).toEqual([
      "delivery-not-granted missing-stream-suffix module.flow_log.aws_flow_log.this[0]",
      "delivery-race no-dependency module.flow_log.aws_flow_log.this[0]",
      "delivery-race no-dependency module.network.aws_flow_log.this[0]",
      "retention-unset unset module.network.aws_cloudwatch_log_group.records[0]",
      "trust-confused-deputy unrestricted module.network.aws_iam_role.delivery[0]",
    ]);
  });
});

describe("what one module gives to another", () => {
  const flowLog = { mode: "managed", type: "aws_flow_log", name: "x", address: "aws_flow_log.x" };
  const output = { expression: { references: ["aws_cloudwatch_log_group.g.arn"] } };
  const plan: Document = {
    path: "plan.json",
    text: planText({
      unknown: { log_destination: true },
      root: {
        resources: [
          { ...flowLog, expressions: { log_destination: { references: ["module.m.arn", "module.m"] } } },
        ],
        module_calls: { m: { module: { outputs: { arn: output } } } },
      },
    }),
  };
  const from = async (value: string): Promise<unknown> => {
    const documents = await documentsOf({
      "main.tf": `module "m" {\n source = "./m"\n}\nresource "aws_flow_log" "x" {\n log_destination = module.m.arn\n}\n`,
      "m/main.tf": `output "arn" {\n value = ${value}\n}\n`,
    });
    const { configuration, faults } = readDocuments([plan, ...documents]);
    expect(faults).toEqual([]);
    return configuration.resources.map(({ attributes, byReference }) => [
      attributes.log_destination,
      [...(byReference ?? [])],
    ]);
  };

  test.each([
    ["aws_cloudwatch_log_group.g.arn", "${module.m.aws_cloudwatch_log_group.g.arn}"],
    ['"${aws_cloudwatch_log_group.g.arn}:*"', "${module.m.aws_cloudwatch_log_group.g.arn}:*"],
  ])("is read with the text of its output: %s", async (value, expected) => {
    expect(await from(value)).toEqual([[expected, []]]);
  });

  test("is a reference alone in the plan alone", () => {
    const { resources } = readDocuments([plan]).configuration;
    expect(resources.map(({ byReference }) => [...(byReference ?? [])])).toEqual([["log_destination"]]);
  });
});
