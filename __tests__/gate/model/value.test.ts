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
    ["unknown as a function call", '${upper("all")}', { state: "unknown", given: '${upper("all")}' }],
    ["of a wrong type as an object", { a: 1 }, { state: "wrong-type", given: '{"a":1}' }],
  ])("%s", (_, type, expected) => {
    expect(flow({ traffic_type: type }).traffic_type).toEqual(expected);
  });
});

describe("a log format", () => {
  test.each<[string, unknown, object]>([
    ["is absent", undefined, { state: "absent", unescaped: [], overescaped: [] }],
    [
      "is known when its fields are escaped",
      "$${version} $${account-id}",
      { state: "known", unescaped: [], overescaped: [] },
    ],
    [
      "has fields that Terraform reads as references",
      "${version} $${action} ${account-id}",
      {
        state: "known",
        given: "${version} $${action} ${account-id}",
        unescaped: ["version", "account-id"],
        overescaped: [],
      },
    ],
    [
      "has fields that are escaped twice",
      "$$${version}",
      { state: "known", given: "$$${version}", unescaped: [], overescaped: ["version"] },
    ],
    [
      "is not known as a variable",
      "${var.f}",
      { state: "unknown", given: "${var.f}", unescaped: [], overescaped: [] },
    ],
    [
      "is not known as a function call",
      '${join(" ", ["a"])}',
      { state: "unknown", given: '${join(" ", ["a"])}', unescaped: [], overescaped: [] },
    ],
    ["is of a wrong type", ["a"], { state: "wrong-type", given: '["a"]', unescaped: [], overescaped: [] }],
  ])("%s", (_, format, expected) => {
    expect(flow({ log_format: format }).log_format).toEqual(expected);
  });
});
