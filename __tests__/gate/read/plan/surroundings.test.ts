import { readDocuments } from "../../../../gate/read/read";
import type { Attributes } from "../../../../gate/read/resource";
import { fixture, planText, resourceOf } from "./fixture";

const first = fixture("shapes/first");

describe("dependencies are those of the configuration, without keys", () => {
  test.each([
    ["aws_flow_log.net", "aws_iam_role_policy.flow"],
    ["aws_flow_log.net", "aws_vpc.net"],
    ["aws_flow_log.counted[0]", "aws_cloudwatch_log_group.counted"],
    ["aws_iam_role_policy.flow", "data.aws_iam_policy_document.write"],
    ['module.scoped["a"].aws_flow_log.this', "module.writer.aws_iam_role.this"],
    ['module.scoped["a"].aws_flow_log.this', "aws_subnet.us"],
    ["module.writer.aws_iam_role_policy.this", "module.scoped.aws_cloudwatch_log_group.this"],
    ["data.aws_iam_policy_document.write", "aws_cloudwatch_log_group.flow"],
  ])("%s waits for %s", (address, awaited) => {
    expect(resourceOf(first, address).dependsOn).toContain(awaited);
  });

  test("a local whose value is known names nothing that is waited for", () => {
    expect(resourceOf(first, "aws_cloudwatch_log_group.flow").dependsOn).toEqual([]);
  });

  test("a local whose value is not known may name anything", () => {
    const text = planText({
      unknown: { iam_role_arn: true },
      expressions: { iam_role_arn: { references: ["local.role"] } },
    });
    expect(resourceOf({ path: "plan.json", text }, "aws_flow_log.x").dependsOn).toEqual(["local"]);
  });

  test("what the last apply waited for counts too", () => {
    const prior = { address: "aws_flow_log.x", mode: "managed", type: "aws_flow_log", name: "x", values: {} };
    const resources = [{ ...prior, depends_on: ["aws_iam_role_policy.p"] }];
    const text = planText({ plan: { prior_state: { values: { root_module: { resources } } } } });
    expect(resourceOf({ path: "plan.json", text }, "aws_flow_log.x").dependsOn).toEqual([
      "aws_iam_role_policy.p",
    ]);
  });

  test("an output of a module waits for what it depends on", () => {
    const role = { expression: { references: ["aws_iam_role.r.arn"] }, depends_on: ["module.grant"] };
    const flowLog = { mode: "managed", type: "aws_flow_log", name: "x", address: "aws_flow_log.x" };
    const expressions = { iam_role_arn: { references: ["module.m.role", "module.m"] } };
    const root = {
      resources: [{ ...flowLog, expressions }],
      module_calls: { m: { module: { outputs: { role } } } },
    };
    const text = planText({ unknown: { iam_role_arn: true }, root });
    expect(resourceOf({ path: "plan.json", text }, "aws_flow_log.x").dependsOn).toEqual([
      "module.m.aws_iam_role.r",
      "module.m.module.grant",
    ]);
  });

  test("all that stands in a called module waits for what its call waits for", () => {
    const flowLog = { mode: "managed", type: "aws_flow_log", name: "x", address: "aws_flow_log.x" };
    const call = { depends_on: ["aws_iam_role_policy.p", "module.n"], module: { resources: [flowLog] } };
    const plan = JSON.parse(planText({ root: { module_calls: { m: call } } })) as {
      resource_changes: object[];
    };
    Object.assign(plan.resource_changes[0] ?? {}, {
      address: "module.m.aws_flow_log.x",
      module_address: "module.m",
    });
    const document = { path: "plan.json", text: JSON.stringify(plan) };
    expect(resourceOf(document, "module.m.aws_flow_log.x").dependsOn).toEqual([
      "aws_iam_role_policy.p",
      "module.n",
    ]);
  });
});

function providers(text: string): Map<string, Attributes> {
  const { configuration, faults } = readDocuments([{ path: "plan.json", text }]);
  expect(faults).toEqual([]);
  return new Map(configuration.sources.flatMap((source) => [...source.providers]));
}

describe("provider configurations", () => {
  test("have the values of variables, and the account that the caller's data source told", () => {
    const found = providers(first.text);
    expect(found.get("aws")).toEqual({ region: "eu-west-1", allowed_account_ids: ["123456789012"] });
    expect(found.get("aws.us")).toEqual({
      alias: "us",
      region: "us-east-1",
      allowed_account_ids: ["123456789012"],
    });
  });

  test("are the resources' own by key", () => {
    expect(resourceOf(first, 'module.scoped["a"].aws_flow_log.this').provider).toBe("aws.us");
    expect(resourceOf(first, "aws_flow_log.net").provider).toBe("aws");
  });

  const configured = (expressions: object, variables: object = {}) =>
    providers(
      planText({
        plan: {
          variables,
          configuration: {
            root_module: {},
            provider_config: { aws: { expressions }, "aws.b": { alias: "b", expressions } },
          },
        },
      }),
    );

  test("are not the same where they hang on what is not known", () => {
    const found = configured({ assume_role: [{ role_arn: { references: ["local.role"] } }] });
    expect(found.get("aws")?.assume_role).not.toEqual(found.get("aws.b")?.assume_role);
  });

  test("take no region that is only a part of one", () => {
    const expressions = { region: { references: ["var.area"] } };
    expect(configured(expressions, { area: { value: "eu-west" } }).get("aws")?.region).toBe(
      "${/* aws region */ var.area}",
    );
    expect(configured(expressions, { area: { value: "eu-west-1" } }).get("aws")?.region).toBe("eu-west-1");
  });

  test("have the region that their data source told, unless it was asked for another", () => {
    const data = { address: "data.aws_region.r", mode: "data", type: "aws_region", name: "r" };
    const told = (expressions: object) =>
      providers(
        planText({
          plan: {
            prior_state: {
              values: { root_module: { resources: [{ ...data, values: { name: "eu-north-1" } }] } },
            },
            configuration: {
              provider_config: {},
              root_module: { resources: [{ ...data, provider_config_key: "aws", expressions }] },
            },
          },
        }),
      ).get("aws");
    expect(told({})).toEqual({ region: "eu-north-1" });
    expect(told({ name: { constant_value: "eu-north-1" } })).toBeUndefined();
  });
});
