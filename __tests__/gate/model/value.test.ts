import { flowLog, flowLogStack, modelOf } from "./world";

const group = (changes: object) => modelOf(flowLogStack({ group: changes })).log_groups[0];
const flow = (changes: object) => flowLog(modelOf(flowLogStack({ flowLog: changes })));

describe("a number is", () => {
  test.each<[string, unknown, object]>([
    ["known", 30, { state: "known", value: 30 }],
    ["converted from text", "30", { state: "known", value: 30 }],
    ["absent as null", null, { state: "absent" }],
    ["unknown as a variable", "${var.days}", { state: "unknown", given: "${var.days}" }],
    ["of a wrong type as another text", "a month", { state: "wrong-type", given: "a month" }],
    ["of a wrong type as empty text", "", { state: "wrong-type", given: "" }],
    ["of a wrong type as a boolean", true, { state: "wrong-type", given: "true" }],
    ["of a wrong type as a list", [30], { state: "wrong-type", given: "[30]" }],
  ])("%s", (_, retention, expected) => {
    expect(group({ retention_in_days: retention })?.retention).toEqual(expected);
    expect(flow({ max_aggregation_interval: retention }).aggregation).toEqual(expected);
  });
});

describe("a text is", () => {
  test.each<[string, unknown, object]>([
    ["known", "ALL", { state: "known", value: "ALL" }],
    ["converted from a number", 5, { state: "known", value: "5" }],
    ["converted from a boolean", true, { state: "known", value: "true" }],
    ["absent as null", null, { state: "absent" }],
    ["unknown as a variable", "${var.t}", { state: "unknown", given: "${var.t}" }],
    [
      "unknown as a function call",
      '${templatefile("all", {})}',
      { state: "unknown", given: '${templatefile("all", {})}' },
    ],
    ["of a wrong type as an object", { a: 1 }, { state: "wrong-type", given: '{"a":1}' }],
  ])("%s", (_, type, expected) => {
    expect(flow({ traffic_type: type }).traffic_type).toEqual(expected);
  });
});

describe("a log format", () => {
  test.each<[string, unknown, object]>([
    ["is absent", undefined, { state: "absent" }],
    [
      "is known when its fields are escaped",
      "$${version} $${account-id}",
      { state: "known", fields: ["version", "account-id"] },
    ],
    [
      "has words between its fields",
      "$${version}, bytes $${srcaddr}$",
      {
        state: "known",
        given: "$${version}, bytes $${srcaddr}$",
        fields: ["version", "srcaddr"],
        strays: [",", "bytes", "$"],
      },
    ],
    [
      "has fields that Terraform reads as references",
      "${version} $${action} ${account-id}",
      {
        state: "known",
        given: "${version} $${action} ${account-id}",
        unescaped: ["version", "account-id"],
      },
    ],
    [
      "has fields that are escaped twice",
      "$$${version}",
      { state: "known", given: "$$${version}", overescaped: ["version"] },
    ],
    ["is not known as a variable", "${var.f}", { state: "unknown", given: "${var.f}" }],
    [
      "is not known as a function call",
      '${templatefile("a", {})}',
      { state: "unknown", given: '${templatefile("a", {})}' },
    ],
    ["is of a wrong type", ["a"], { state: "wrong-type", given: '["a"]' }],
  ])("%s", (_, format, expected) => {
    const none = { fields: [], strays: [], unescaped: [], overescaped: [] };
    expect(flow({ log_format: format }).log_format).toEqual({ ...none, ...expected });
  });
});
