import { type Fleet, fleetsOf } from "../../../../gate/model/fleet/fleet";
import { readDocuments } from "../../../../gate/read/read";
import { type Configuration, type Resource, UNKNOWN } from "../../../../gate/read/resource";
import { representedIn, stackOf, type Terraform } from "../../fleet/stamped";
import { delivering } from "./delivering";

const all = ["alpha", "beta", "gamma", "delta"].map((name) => delivering(name));

describe("resources as they were read", () => {
  const { configuration } = readDocuments([stackOf(all)]);

  function represented(
    change: (resource: Resource) => Partial<Resource>,
    sources = configuration.sources,
  ): number {
    const resources = configuration.resources.map((resource) => ({ ...resource, ...change(resource) }));
    return fleetsOf({ sources, resources }, 1).reduce((sum, { others }: Fleet) => sum + others.length, 0);
  }

  const ofDelta =
    (change: (resource: Resource) => Partial<Resource>) =>
    (resource: Resource): Partial<Resource> =>
      resource.name === "delta_log" ? change(resource) : {};

  test("are a fleet as they are", () => {
    expect(represented(() => ({}))).toBe(3);
  });

  test("are none where one address stands for two", () => {
    const { sources, resources } = configuration;
    expect(fleetsOf({ sources, resources: [...resources, ...resources.slice(-1)] }, 1)).toEqual([]);
  });

  test.each<[string, Partial<Resource> | ((resource: Resource) => Partial<Resource>)]>([
    ["another provider makes it", { provider: "aws.far" }],
    ["it waits for something else", { dependsOn: ["aws_cloudwatch_log_group.delta_group"] }],
    ["only what an argument refers to is known", { byReference: new Set(["log_destination"]) }],
    ["whether there is one is not known", { exists: "unknown" }],
    ["an argument is secret", { sensitive: new Set(["tags"]) }],
    ["something was assumed of it", { assumed: ["var.days is 7"] }],
    ["it stands in a module", ({ address }) => ({ address: `module.a.${address}` })],
    [
      "an argument is known only after apply",
      ({ attributes }) => ({ attributes: { ...attributes, traffic_type: UNKNOWN } }),
    ],
  ])("not where %s", (_, change) => {
    expect(represented(ofDelta(typeof change === "function" ? change : () => change))).toBe(2);
  });

  test.each([
    [["update"], undefined],
    [["delete", "create"], undefined],
    [["forget"], undefined],
    [["no-op"], "aws_flow_log.before"],
  ])("not where a plan does %s to it, moved from %s", (actions, previousAddress) => {
    const change = {
      address: "aws_flow_log.delta_log",
      type: "aws_flow_log",
      name: "delta_log",
      provider: "aws",
      actions,
    };
    const [source] = configuration.sources;
    const changes = [{ ...change, ...(previousAddress !== undefined && { previousAddress }) }];
    expect(represented(() => ({}), [{ ...source, changes }] as Configuration["sources"])).toBe(2);
  });

  test.each([
    ["of a state", { kind: "state" }],
    ["of a folder of .tf", { kind: "hcl" }],
    ["that lack variables", { lacking: new Map([["var.days", ["days"]]]) }],
  ])("not those %s", (_, change) => {
    expect(
      represented(() => ({}), [{ ...configuration.sources[0], ...change }] as Configuration["sources"]),
    ).toBe(0);
  });
});

test("a role that no flow log uses may be that of somebody who makes them", () => {
  const withOperator = (name: string): Terraform =>
    delivering(name, {
      also: {
        aws_iam_role: { [`${name}_more`]: { name: `${name}-more`, assume_role_policy: "{}" } },
        aws_iam_role_policy: {
          [`${name}_more`]: {
            role: `\${aws_iam_role.${name}_more.id}`,
            policy: `{"Action":"logs:PutLogEvents","Resource":"\${aws_cloudwatch_log_group.${name}_group.arn}"}`,
          },
        },
      },
    });
  expect(representedIn(stackOf(["alpha", "beta"].map(withOperator)))).toBe(0);
});
