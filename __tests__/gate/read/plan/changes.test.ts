import { readDocuments } from "../../../../gate/read/read";
import { changesOf, fixture, planText } from "./fixture";

const after = fixture("changed/after");

describe("a real plan with every change", () => {
  const changes = changesOf(after);

  test.each([
    ["aws_cloudwatch_log_group.all", "deleted", ["delete"]],
    ["aws_cloudwatch_log_group.all", "kept", ["no-op"]],
    ["aws_cloudwatch_log_group.all", "replaced", ["delete", "create"]],
    ["aws_cloudwatch_log_group.all", "shortened", ["update"]],
    ["aws_cloudwatch_log_group.forgotten", undefined, ["forget"]],
    ["aws_cloudwatch_log_group.imported", undefined, ["update"]],
    ["aws_cloudwatch_log_group.left", undefined, ["create", "delete"]],
    ["aws_cloudwatch_log_group.moved", undefined, ["no-op"]],
    ["aws_flow_log.all", "deleted", ["delete"]],
  ])("%s %s: %j", (address, key, actions) => {
    expect(changes.get(key === undefined ? address : `${address}["${key}"]`)?.actions).toEqual(actions);
  });

  test("says what was there before, and what is after", () => {
    const { before, after: then } = changes.get('aws_cloudwatch_log_group.all["shortened"]') ?? {};
    expect([before?.retention_in_days, then?.retention_in_days]).toEqual([365, 30]);
    const deleted = changes.get('aws_cloudwatch_log_group.all["deleted"]');
    expect([deleted?.before?.name, deleted?.after, deleted?.provider]).toEqual([
      "/changed/deleted",
      undefined,
      "aws",
    ]);
  });

  test("says where a moved resource was", () => {
    expect(changes.get("aws_flow_log.moved")?.previousAddress).toBe('aws_flow_log.all["moved"]');
  });

  test("leaves out what changes nothing and nobody asks about", () => {
    expect([...changes.keys()]).not.toContain("aws_iam_role.flow");
  });

  test("is the world after apply: nothing deleted or forgotten, though planned_values holds the latter", () => {
    expect(after.text).toContain('"address":"aws_cloudwatch_log_group.forgotten"');
    const { resources } = readDocuments([after]).configuration;
    expect(resources.map(({ address }) => address).sort()).toEqual([
      'aws_cloudwatch_log_group.all["kept"]',
      'aws_cloudwatch_log_group.all["replaced"]',
      'aws_cloudwatch_log_group.all["shortened"]',
      "aws_cloudwatch_log_group.imported",
      "aws_cloudwatch_log_group.left",
      "aws_cloudwatch_log_group.moved",
      'aws_flow_log.all["kept"]',
      'aws_flow_log.all["replaced"]',
      'aws_flow_log.all["shortened"]',
      "aws_flow_log.moved",
      "aws_iam_role.flow",
      "aws_vpc.net",
    ]);
  });
});

test("a plan that only destroys is read", () => {
  const changes = changesOf(fixture("shapes/destroy"));
  expect(new Set([...changes.values()].flatMap(({ actions }) => actions))).toEqual(new Set(["delete"]));
  expect(changes.get('module.scoped["b.c"].aws_cloudwatch_log_group.this[0]')?.before?.name).toBe("/net/b.c");
});

test("what is left of a replaced object is another thing than the object", () => {
  const text = planText({ after: {} });
  const plan = JSON.parse(text) as { resource_changes: object[] };
  const change = { actions: ["delete"], before: { name: "old" }, after: null };
  plan.resource_changes.push({ ...plan.resource_changes[0], deposed: "1a2b", change });
  const changes = changesOf({ path: "plan.json", text: JSON.stringify(plan) });
  expect([...changes].map(([address, { actions }]) => [address, actions])).toEqual([
    ["aws_flow_log.x", ["create"]],
    ["aws_flow_log.x (deposed 1a2b)", ["delete"]],
  ]);
});

test("what was sensitive before is named", () => {
  const plan = JSON.parse(planText({ actions: ["delete"], before: { name: "x" }, after: null })) as {
    resource_changes: { change: object }[];
  };
  Object.assign(plan.resource_changes[0]?.change ?? {}, { before_sensitive: { name: true } });
  const change = changesOf({ path: "plan.json", text: JSON.stringify(plan) }).get("aws_flow_log.x");
  expect([...(change?.sensitive ?? [])]).toEqual(["name"]);
});
