import { readDocuments } from "../../../../gate/read/read";
import { fixture, resourceOf } from "../plan/fixture";

const state = fixture("shapes/state");

describe("a real state", () => {
  test("holds every instance, with the modules that it stands in", () => {
    const { configuration } = readDocuments([state]);
    const flowLogs = configuration.resources.filter(({ type }) => type === "aws_flow_log");
    expect(flowLogs.map(({ address }) => address)).toEqual([
      "aws_flow_log.counted[0]",
      "aws_flow_log.counted[1]",
      "aws_flow_log.net",
      'module.scoped["a"].aws_flow_log.this',
      'module.scoped["b.c"].aws_flow_log.this',
    ]);
    expect(configuration.sources.map(({ kind, changes }) => [kind, changes])).toEqual([["state", []]]);
  });

  test("is literal", () => {
    expect(resourceOf(state, "aws_flow_log.net").attributes.log_format).toBe(
      "$${version} $${srcaddr} $${dstaddr} $${action}",
    );
  });

  test("knows what each resource waited for", () => {
    expect(resourceOf(state, "aws_flow_log.net").dependsOn).toContain("aws_iam_role_policy.flow");
  });

  test("says by its ARNs where each resource is", () => {
    const { configuration } = readDocuments([state]);
    const providers = configuration.sources[0]?.providers;
    const providerOf = (address: string) => providers?.get(resourceOf(state, address).provider);
    expect(providerOf("aws_flow_log.net")).toEqual({
      region: "eu-west-1",
      allowed_account_ids: ["123456789012"],
    });
    expect(providerOf('module.scoped["a"].aws_flow_log.this')).toEqual({
      region: "us-east-1",
      allowed_account_ids: ["123456789012"],
    });
    expect(providerOf("aws_iam_role_policy.flow")).toEqual({ allowed_account_ids: ["123456789012"] });
  });
});

function stateText(resources: readonly object[], given: object = {}): string {
  return JSON.stringify({
    format_version: "1.0",
    terraform_version: "1.11.4",
    values: { root_module: { resources } },
    ...given,
  });
}

const role = (values: object) => ({
  address: "aws_iam_role.r",
  mode: "managed",
  type: "aws_iam_role",
  name: "r",
  values: { name: "flow", ...values },
});
const onRole = (type: string, values: object) => ({
  address: `${type}.p`,
  mode: "managed",
  type,
  name: "p",
  values,
});

describe("what a role mirrors", () => {
  const read = (...resources: object[]) =>
    resourceOf({ path: "state.json", text: stateText(resources) }, "aws_iam_role.r").attributes;

  test("counts as the resource that hung it there, where the state holds that", () => {
    expect(
      read(
        role({ inline_policy: [{ name: "p", policy: "{}" }], managed_policy_arns: ["arn:a", "arn:b"] }),
        onRole("aws_iam_role_policy", { role: "flow", name: "p" }),
        onRole("aws_iam_role_policy_attachment", { role: "flow", policy_arn: "arn:a" }),
        onRole("aws_iam_policy_attachment", { roles: ["flow"], policy_arn: "arn:b" }),
      ),
    ).toEqual({ name: "flow", inline_policy: [], managed_policy_arns: [] });
  });

  test("counts as the role's own, where somebody else hung it there", () => {
    const values = { inline_policy: [{ name: "q", policy: "{}" }], managed_policy_arns: ["arn:c"] };
    const other = onRole("aws_iam_role_policy", { role: "other", name: "q" });
    expect(read(role(values), other)).toEqual({ name: "flow", ...values });
  });
});

test("what is sensitive is named", () => {
  const resource = { ...role({ description: "x" }), sensitive_values: { description: true, tags: {} } };
  const text = stateText([resource]);
  expect([...(resourceOf({ path: "state.json", text }, "aws_iam_role.r").sensitive ?? [])]).toEqual([
    "description",
  ]);
});

test('"" is absent', () => {
  const text = stateText([role({ permissions_boundary: "" })]);
  expect(
    resourceOf({ path: "state.json", text }, "aws_iam_role.r").attributes.permissions_boundary,
  ).toBeNull();
});

test("what is left of a replaced object is not there", () => {
  const text = stateText([{ ...role({}), deposed_key: "1a2b" }]);
  expect(readDocuments([{ path: "state.json", text }]).configuration.resources).toEqual([]);
});

test("the resources of two accounts are told apart", () => {
  const group = (name: string, account: string) => ({
    ...onRole("aws_cloudwatch_log_group", {
      name,
      arn: `arn:aws:logs:eu-west-1:${account}:log-group:${name}`,
    }),
    address: `aws_cloudwatch_log_group.${name}`,
    name,
  });
  const { configuration } = readDocuments([
    { path: "state.json", text: stateText([group("a", "111111111111"), group("b", "222222222222")]) },
  ]);
  const [a, b] = configuration.resources.map(({ provider }) =>
    configuration.sources[0]?.providers.get(provider),
  );
  expect([a, b]).toEqual([
    { region: "eu-west-1", allowed_account_ids: ["111111111111"], profile: "111111111111" },
    { region: "eu-west-1", allowed_account_ids: ["222222222222"], profile: "222222222222" },
  ]);
});

test("an empty state is read, and holds nothing", () => {
  const { configuration, faults } = readDocuments([{ path: "state.json", text: '{"format_version":"1.0"}' }]);
  expect(faults).toEqual([]);
  expect(configuration.resources).toEqual([]);
});

describe("a state is refused", () => {
  test.each([
    [
      "as Terraform keeps it",
      JSON.stringify({ version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", resources: [] }),
      "the document is a state as Terraform keeps it",
      "give what `terraform show -json terraform.tfstate` prints",
    ],
    [
      "of another format",
      stateText([], { format_version: "0.2" }),
      "the state has the format version 0.2, and flowgate reads 1.x",
      "write it again with `terraform show -json > state.json`, with Terraform 1.1 or later",
    ],
    [
      "whose resources are not resources",
      stateText([{ address: 1 }]),
      "the values of the state are not as Terraform writes them",
      "write it again with `terraform show -json > state.json`",
    ],
  ])("%s", (_, text, message, fix) => {
    expect(readDocuments([{ path: "state.json", text }]).faults).toEqual([
      { path: "state.json", message, fix },
    ]);
  });
});
