import { readDocuments } from "../../../gate/read/read";
import { group, PATH, read } from "./sample";

function addresses(reading: ReturnType<typeof readDocuments>): string[] {
  return reading.configuration.resources.map(({ address }) => address);
}

describe("Terraform's JSON syntax", () => {
  test.each([
    ["a root that is an array of objects", [group("a"), group("b")]],
    [
      "an array of blocks at the first label",
      { resource: [group("a"), group("b")].map((part) => (part as { resource: object }).resource) },
    ],
    [
      "an array of blocks at the second label",
      { resource: { aws_cloudwatch_log_group: [{ a: {} }, { b: {} }] } },
    ],
    ["a body in an array", { resource: { aws_cloudwatch_log_group: { a: [{}], b: [{}] } } }],
  ])("%s is merged", (_, value) => {
    const reading = read(value);
    expect(reading.faults).toEqual([]);
    expect(addresses(reading)).toEqual(["aws_cloudwatch_log_group.a", "aws_cloudwatch_log_group.b"]);
  });

  test.each([
    ["two resource keys", '{"resource": {"aws_vpc": {"a": {}}}, "resource": {"aws_vpc": {"b": {}}}}'],
    ["two keys of one resource type", '{"resource": {"aws_vpc": {"a": {}}, "aws_vpc": {"b": {}}}}'],
    ["one of them in an array", '{"resource": [{"aws_vpc": {"a": {}}}], "resource": {"aws_vpc": {"b": {}}}}'],
  ])("%s are merged, never the last alone", (_, text) => {
    const reading = readDocuments([{ path: PATH, text }]);
    expect(reading.faults).toEqual([]);
    expect(addresses(reading)).toEqual(["aws_vpc.a", "aws_vpc.b"]);
  });

  test("two provider keys are two configurations", () => {
    const text = '{"provider": {"aws": {"region": "a"}, "aws": {"region": "b", "alias": "west"}}}';
    const [source] = readDocuments([{ path: PATH, text }]).configuration.sources;
    expect([...(source?.providers ?? [])]).toEqual([
      ["aws", { region: "a" }],
      ["aws.west", { region: "b", alias: "west" }],
    ]);
  });

  test("__proto__, constructor and toString are names like any other", () => {
    const text =
      '{"resource": {"aws_vpc": {"__proto__": {}, "constructor": {}}, "__proto__": {"toString": {}}}}';
    const reading = readDocuments([{ path: PATH, text }]);
    expect(addresses(reading)).toEqual(["aws_vpc.__proto__", "aws_vpc.constructor", "__proto__.toString"]);
  });

  test("two __proto__ resources are refused like any two", () => {
    const text = '{"resource": {"aws_vpc": {"__proto__": {}, "__proto__": {}}}}';
    expect(readDocuments([{ path: PATH, text }]).faults).toMatchObject([
      { message: '"__proto__" stands twice in the same block' },
    ]);
  });

  test("what makes no resource is read over", () => {
    const reading = read({
      terraform: { required_providers: {} },
      variable: { v: {} },
      moved: [{ from: "a", to: "b" }],
      import: [],
      removed: [],
      check: { c: {} },
      ephemeral: { aws_x: { y: {} } },
      resource: null,
    });
    expect(reading.faults).toEqual([]);
    expect(reading.configuration.resources).toEqual([]);
  });

  test("locals, outputs and module calls are kept for references", () => {
    const [source] = read({
      locals: [{ a: 1 }, { b: "${local.a}" }],
      output: { arn: { value: "${aws_vpc.x.arn}", sensitive: true } },
      module: { net: { source: "./net" }, none: { source: "./net", count: 0 } },
    }).configuration.sources;
    expect([...(source?.locals ?? [])]).toEqual([
      ["a", 1],
      ["b", "${local.a}"],
    ]);
    expect([...(source?.outputs ?? [])]).toEqual([["arn", "${aws_vpc.x.arn}"]]);
    expect([...(source?.modules.keys() ?? [])]).toEqual(["module.net"]);
  });
});

describe("a resource", () => {
  function resource(body: object, type = "aws_flow_log"): unknown {
    return read({ resource: { [type]: { x: body } } }).configuration.resources[0];
  }

  test("keeps its arguments as they are written", () => {
    expect(resource({ traffic_type: "ALL" })).toEqual({
      source: 0,
      mode: "managed",
      type: "aws_flow_log",
      name: "x",
      address: "aws_flow_log.x",
      attributes: { traffic_type: "ALL" },
      provider: "aws",
      dependsOn: [],
      exists: "yes",
    });
  });

  test.each<[object, string | undefined]>([
    [{}, "yes"],
    [{ count: null }, "yes"],
    [{ count: 2 }, "yes"],
    [{ count: 0 }, undefined],
    [{ count: "0" }, undefined],
    [{ count: "${var.n}" }, "unknown"],
    [{ count: true }, "unknown"],
    [{ for_each: {} }, undefined],
    [{ for_each: [] }, undefined],
    [{ for_each: { a: 1 } }, "yes"],
    [{ for_each: ["a"] }, "yes"],
    [{ for_each: "${toset(var.names)}" }, "unknown"],
  ])("%j exists: %s", (body, exists) => {
    expect((resource(body) as { exists: string } | undefined)?.exists).toBe(exists);
  });

  test("depends on what it names, wrapped or not", () => {
    expect(
      resource({ depends_on: ["aws_iam_role.a", "${aws_iam_role.b}", " ${ data.aws_vpc.c } "] }),
    ).toMatchObject({
      dependsOn: ["aws_iam_role.a", "aws_iam_role.b", "data.aws_vpc.c"],
    });
  });

  test.each<[string, object, string]>([
    ["aws_flow_log", {}, "aws"],
    ["aws_flow_log", { provider: "aws.west" }, "aws.west"],
    ["aws_flow_log", { provider: "${aws.west}" }, "aws.west"],
    ["random", {}, "random"],
  ])("%s %j is made by %s", (type, body, provider) => {
    expect(resource(body, type)).toMatchObject({ provider });
  });

  test("says which construct made it, and where", () => {
    const comment = { metadata: { path: "net/x" }, flowgate: { location: { path: "main.ts", line: 14 } } };
    expect(resource({ "//": comment })).toMatchObject({
      constructPath: "net/x",
      location: { path: "main.ts", line: 14 },
    });
  });

  test.each([
    "text",
    null,
    7,
    [],
    { metadata: null, flowgate: 1 },
    { metadata: { path: 1 } },
    { flowgate: { location: { path: "", line: 1 } } },
    { flowgate: { location: { path: "a", line: 0 } } },
    { flowgate: { location: { path: "a", line: "1" } } },
  ])("with the comment %j says neither", (comment) => {
    const read = resource({ "//": comment }) as object;
    expect([Object.hasOwn(read, "constructPath"), Object.hasOwn(read, "location")]).toEqual([false, false]);
  });
});
