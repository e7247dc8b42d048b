import { findDocuments } from "../../../../gate/read/find";
import { readDocuments } from "../../../../gate/read/read";
import { fixture, planText } from "./fixture";

const AGAIN =
  "make the plan again (`terraform plan -out=tfplan`) and give what `terraform show -json tfplan` prints";

function faultOf(text: string): object | undefined {
  const { faults, configuration } = readDocuments([{ path: "plan.json", text }]);
  expect(configuration.resources).toEqual([]);
  expect(faults).toHaveLength(1);
  const { message, fix } = faults[0] ?? {};
  return { message, fix };
}

function withPlan(plan: object): string {
  return planText({ plan });
}

describe("a plan is refused", () => {
  test.each([
    [
      "that Terraform could not finish",
      withPlan({ errored: true, complete: false }),
      "the plan is errored: Terraform stopped before it had planned everything",
      `mend what \`terraform plan\` complains about, and ${AGAIN}`,
    ],
    [
      "of a part of the configuration",
      fixture("shapes/target").text,
      "the plan is not complete: -target, -exclude or a deferred change left something out",
      `${AGAIN}, without -target`,
    ],
    [
      "that puts a change off, complete or not",
      withPlan({
        deferred_changes: [
          { reason: "provider_config_unknown", resource_change: { address: "aws_flow_log.late" } },
        ],
      }),
      "the plan puts off what becomes of aws_flow_log.late, which is then not known",
      `apply what it waits for, and ${AGAIN}`,
    ],
    [
      "that puts several changes off",
      withPlan({
        complete: false,
        deferred_changes: ["a", "b", "c"].map((address) => ({ resource_change: { address } })),
      }),
      "the plan puts off what becomes of a and 2 more, which is then not known",
      `apply what it waits for, and ${AGAIN}`,
    ],
    [
      "that puts off nobody knows what",
      withPlan({ deferred_changes: {} }),
      "the plan puts off what becomes of a part of the configuration, which is then not known",
      `apply what it waits for, and ${AGAIN}`,
    ],
    [
      "of Terraform before 1.1",
      withPlan({ format_version: "0.2" }),
      "the plan has the format version 0.2, and flowgate reads 1.x",
      `${AGAIN}, with Terraform 1.1 or later`,
    ],
    [
      "of a format that is to come",
      withPlan({ format_version: "2.0" }),
      "the plan has the format version 2.0, and flowgate reads 1.x",
      `${AGAIN}, with Terraform 1.1 or later`,
    ],
    [
      "whose format is no text",
      withPlan({ format_version: 1 }),
      "the plan has the format version 1, and flowgate reads 1.x",
      `${AGAIN}, with Terraform 1.1 or later`,
    ],
    [
      "whose changes are no list",
      withPlan({ resource_changes: {} }),
      "resource_changes of the plan is not as Terraform writes it",
      AGAIN,
    ],
    [
      "with an action that nobody knows",
      planText({ actions: ["replant"] }),
      "resource_changes of the plan is not as Terraform writes it",
      AGAIN,
    ],
    [
      "without its configuration",
      withPlan({ configuration: undefined }),
      "the plan lacks its configuration or its planned values, so it was cut or rewritten",
      AGAIN,
    ],
    [
      "that only refreshes what is known",
      withPlan({
        resource_changes: undefined,
        planned_values: { root_module: {} },
        prior_state: {
          values: {
            root_module: { child_modules: [{ resources: [{ mode: "managed", type: "aws_flow_log" }] }] },
          },
        },
      }),
      "the plan was made with -refresh-only, or cut: it says nothing of what will be there",
      `${AGAIN}, without -refresh-only; or give what \`terraform show -json\` prints of the state`,
    ],
    [
      "that was cut",
      fixture("shapes/first").text.slice(0, 20_000),
      "the JSON is malformed: a string is not closed",
      "write it again: `terraform show -json tfplan > plan.json`",
    ],
    [
      "in a wrapper",
      JSON.stringify({ plan: JSON.parse(planText({})) as object }),
      "the document is a plan in a wrapper",
      'give the plan itself: the object under "plan"',
    ],
    [
      "as the log of making it",
      '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info","@message":"Plan: 1 to add"}\n',
      "the document is the log that `terraform plan -json` prints",
      "give what `terraform show -json tfplan` prints",
    ],
    [
      "when it is the schema of a provider",
      '{"format_version":"1.0","provider_schemas":{}}',
      "the document is JSON of Terraform, but no plan and no state",
      "give what `terraform show -json tfplan` prints",
    ],
  ])("%s", (_, text, message, fix) => {
    expect(faultOf(text)).toEqual({ message, fix });
  });

  test("where standard input holds the plan file itself", () => {
    const { documents, faults } = findDocuments(["-"], Buffer.from([0x50, 0x4b, 3, 4, 20, 0]));
    expect(documents).toEqual([]);
    expect(faults).toEqual([
      {
        path: "-",
        message: "the document is an archive, such as the plan file that `terraform plan -out` writes",
        fix: "give what `terraform show -json` prints of it: `terraform show -json tfplan > plan.json`",
      },
    ]);
  });

  test("where it is larger than a string can be", () => {
    const { faults } = findDocuments(["-"], { length: 2 ** 30 } as Uint8Array);
    expect(faults.map(({ message, fix }) => `${message}; ${fix}`)).toEqual([
      "the document is larger than 536 MB, which is more than flowgate reads; give a smaller part: the plan of one stack or folder",
    ]);
  });
});

test("a plan of an earlier 1.x, without the words for errors, is read", () => {
  const text = withPlan({ format_version: "1.0", complete: undefined, errored: undefined });
  expect(readDocuments([{ path: "plan.json", text }]).faults).toEqual([]);
});

test("a plan of a configuration that makes nothing, and reads a data source, is read", () => {
  const text = withPlan({
    resource_changes: undefined,
    planned_values: { root_module: {} },
    prior_state: { values: { root_module: { resources: [{ mode: "data", type: "aws_region" }] } } },
  });
  expect(readDocuments([{ path: "plan.json", text }])).toMatchObject({
    faults: [],
    configuration: { resources: [] },
  });
});
