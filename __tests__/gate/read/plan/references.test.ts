import { UNKNOWN } from "../../../../gate/read/resource";
import { fixture, planned, resourceOf } from "./fixture";

const first = fixture("shapes/first");
const IN_A = 'module.scoped["a"]';

describe("references of a real plan are absolute", () => {
  test.each([
    [`${IN_A}.aws_flow_log.this`, "log_destination", `\${${IN_A}.aws_cloudwatch_log_group.this[0].arn}`],
    [`${IN_A}.aws_flow_log.this`, "iam_role_arn", "${module.writer.aws_iam_role.this.arn}"],
    [`${IN_A}.aws_flow_log.this`, "subnet_id", '${aws_subnet.us["a"].id}'],
    ['module.scoped["b.c"].aws_flow_log.this', "subnet_id", '${aws_subnet.us["b.c"].id}'],
    ["aws_flow_log.counted[1]", "log_destination", "${aws_cloudwatch_log_group.counted[1].arn}"],
    ["module.writer.aws_iam_role_policy.this", "role", "writer"],
  ])("%s: %s", (address, name, expected) => {
    expect(resourceOf(first, address).attributes[name]).toBe(expected);
  });
});

/** A plan whose flow log has the destination that `references` name, in a root with these calls. */
function destination(expression: object, root: object, plan: object = {}): unknown {
  return planned({
    unknown: { log_destination: true },
    expressions: { log_destination: expression },
    root,
    plan,
  }).attributes.log_destination;
}

const group = (module: string) => ({ references: [`${module}aws_cloudwatch_log_group.g.arn`] });

describe("a reference leads", () => {
  test("through the output of a module, and out of it again through its variable", () => {
    const root = {
      resources: [],
      module_calls: {
        m: {
          expressions: { given: group("") },
          module: { outputs: { passed: { expression: { references: ["var.given"] } } } },
        },
      },
    };
    const flowLog = { mode: "managed", type: "aws_flow_log", name: "x", address: "aws_flow_log.x" };
    const expressions = { log_destination: { references: ["module.m.passed", "module.m"] } };
    expect(destination({}, { ...root, resources: [{ ...flowLog, expressions }] })).toBe(
      "${aws_cloudwatch_log_group.g.arn}",
    );
  });

  test.each([
    ["a default", { variables: { v: { default: "arn:x:${y}" } } }, {}, "arn:x:$${y}"],
    [
      "what the call gives",
      { variables: { v: { default: "x" } } },
      { v: { constant_value: "given" } },
      "given",
    ],
  ])("through a variable of a module to %s", (_, module, expressions, expected) => {
    const call = {
      m: {
        expressions,
        module: {
          ...module,
          outputs: { o: { expression: { constant_value: "${var.v}", references: ["var.v"] } } },
        },
      },
    };
    const text = { constant_value: "${module.m.o}", references: ["module.m.o", "module.m"] };
    const flowLog = { mode: "managed", type: "aws_flow_log", name: "x", address: "aws_flow_log.x" };
    const root = { resources: [{ ...flowLog, expressions: { log_destination: text } }], module_calls: call };
    expect(destination(text, root)).toBe(expected);
  });

  test("nowhere in a circle of modules", () => {
    const call = {
      expressions: { v: { references: ["module.m.o"] } },
      module: { outputs: { o: { expression: { references: ["var.v"] } } } },
    };
    const flowLog = { mode: "managed", type: "aws_flow_log", name: "x", address: "aws_flow_log.x" };
    const expressions = { log_destination: { references: ["module.m.o", "module.m"] } };
    expect(destination({}, { resources: [{ ...flowLog, expressions }], module_calls: { m: call } })).toBe(
      UNKNOWN,
    );
  });

  test("to the value of a variable of the root", () => {
    const text = { constant_value: "${var.arn}:${aws_x.y.id}", references: ["var.arn", "aws_x.y.id"] };
    expect(destination(text, {}, { variables: { arn: { value: "a${b}" } } })).toBe("a$${b}:${aws_x.y.id}");
  });

  test("to what stays as it was written, and is another thing in another module", () => {
    const text = { constant_value: "${upper(aws_x.y.id)}:x", references: ["aws_x.y.id", "aws_x.y"] };
    expect(destination(text, {})).toBe("${upper(aws_x.y.id)}:x");
  });
});
