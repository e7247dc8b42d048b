import { flowLog, flowLogStack, GROUP, modelOf, modelOfCircle, PROVIDER, type Stack, TRUST } from "../world";

const ACCOUNT = "111122223333";
const ARN = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${GROUP}`;
const GROUP_REFERENCE = "${aws_cloudwatch_log_group.flow.arn}";
const HERE = { aws_caller_identity: { me: {} } };

function link(stack: Stack, model = modelOf) {
  const { log_group: group, log_group_arn: arn } = flowLog(model(stack));
  return [group.state, group.at, arn];
}

describe("a flow log names its log group", () => {
  test.each<[string, object, unknown[]]>([
    ["by reference", { log_destination: GROUP_REFERENCE }, ["resolved", 0, GROUP_REFERENCE]],
    ["by reference with :*", { log_destination: `${GROUP_REFERENCE}:*` }, ["resolved", 0, GROUP_REFERENCE]],
    ["by a literal ARN", { log_destination: ARN }, ["resolved", 0, ARN]],
    ["by a literal ARN with :*", { log_destination: `${ARN}:*` }, ["resolved", 0, ARN]],
    [
      "by an ARN made of its name",
      {
        log_destination:
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.me.account_id}:log-group:${aws_cloudwatch_log_group.flow.name}",
      },
      [
        "resolved",
        0,
        "arn:aws:logs:eu-west-1:${data.aws_caller_identity.me.account_id}:log-group:${aws_cloudwatch_log_group.flow.name}",
      ],
    ],
    [
      "by the name alone, as old providers allow",
      { log_destination: null, log_group_name: GROUP },
      ["resolved", 0, GROUP_REFERENCE],
    ],
    [
      "by a reference to the name, as old providers allow",
      { log_destination: null, log_group_name: "${aws_cloudwatch_log_group.flow.name}" },
      ["resolved", 0, GROUP_REFERENCE],
    ],
    [
      "by an index",
      { log_destination: "${aws_cloudwatch_log_group.flow[0].arn}" },
      ["resolved", 0, "${aws_cloudwatch_log_group.flow[0].arn}"],
    ],
    [
      "by the ARN of one that the input does not hold",
      { log_destination: `${ARN}/other` },
      ["external", -1, `${ARN}/other`],
    ],
    [
      "by a data source",
      { log_destination: "${data.aws_cloudwatch_log_group.there.arn}" },
      ["external", -1, "${data.aws_cloudwatch_log_group.there.arn}"],
    ],
    ["by nothing", { log_destination: null }, ["none", -1, ""]],
    ["by a variable", { log_destination: "${var.group}" }, ["unknown", -1, ""]],
    [
      "by its name where an ARN belongs",
      { log_destination: "${aws_cloudwatch_log_group.flow.name}" },
      ["unknown", -1, ""],
    ],
    [
      "by a group that is not there",
      { log_destination: "${aws_cloudwatch_log_group.missing.arn}" },
      ["unknown", -1, ""],
    ],
    ["by a list", { log_destination: [ARN] }, ["unknown", -1, ""]],
    ["by a bucket", { log_destination: "arn:aws:s3:::bucket" }, ["unknown", -1, ""]],
    [
      "by a bucket, which its type says",
      { log_destination_type: "s3", log_destination: "arn:aws:s3:::bucket" },
      ["external", -1, ""],
    ],
  ])("%s", (_, changes, expected) => {
    const data = { ...HERE, aws_cloudwatch_log_group: { there: { name: "${var.there}" } } };
    expect(link(flowLogStack({ flowLog: changes, data }))).toEqual(expected);
  });

  test("by a local that names another local", () => {
    const stack = {
      ...flowLogStack({ flowLog: { log_destination: "${local.a}" } }),
      locals: { a: "${local.b}", b: GROUP_REFERENCE },
    };
    expect(link(stack)).toEqual(["resolved", 0, "${local.a}"]);
  });

  test.each([
    ["two resources", { a: "${aws_ssm_parameter.b.value}", b: "${aws_ssm_parameter.a.value}" }],
    ["a resource and itself", { a: "x${aws_ssm_parameter.a.value}${aws_ssm_parameter.a.value}" }],
  ])("not by %s that go in a circle", (_, values) => {
    const parameters = new Map(Object.entries(values).map(([name, value]) => [name, { value }]));
    const stack = flowLogStack({
      flowLog: { log_destination: "${aws_ssm_parameter.a.value}" },
      resource: { aws_ssm_parameter: Object.fromEntries(parameters) },
    });
    expect(link(stack, modelOfCircle)).toEqual(["unknown", -1, ""]);
  });

  test("not by locals that double a hundred times", () => {
    const locals = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `a${n}`,
        n === 0 ? "abc" : "${local.a" + `${n - 1}` + "}${local.a" + `${n - 1}` + "}",
      ]),
    );
    const stack = { ...flowLogStack({ flowLog: { log_destination: "${local.a99}" } }), locals };
    expect(link(stack)).toEqual(["unknown", -1, ""]);
  });

  test("by the instance that its own count names", () => {
    const stack = flowLogStack({
      group: { count: 2, name: "/flow/${count.index}" },
      flowLog: { log_destination: "${aws_cloudwatch_log_group.flow[1].arn}" },
      data: HERE,
      provider: { aws: { region: "eu-west-1", allowed_account_ids: [ACCOUNT] } },
    });
    expect(link(stack)).toEqual(["resolved", 0, `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/flow/1`]);
  });
});

const REMOTE = "data.terraform_remote_state.cross-stack-reference-input-hub.outputs";

function acrossStacks(output: string, destination: string) {
  return modelOf(
    {
      name: "hub",
      provider: PROVIDER,
      resource: {
        aws_cloudwatch_log_group: { flow: { name: GROUP } },
        aws_iam_role: { flow: { name: "flow", assume_role_policy: TRUST } },
      },
      output: { group: { value: output }, role: { value: "${aws_iam_role.flow.arn}" } },
    },
    {
      name: "spoke",
      provider: PROVIDER,
      data: { terraform_remote_state: { "cross-stack-reference-input-hub": {} } },
      resource: {
        aws_flow_log: {
          flow: { vpc_id: "vpc-1", log_destination: destination, iam_role_arn: `\${${REMOTE}.role}` },
        },
      },
    },
  );
}

describe("a flow log names the log group of another stack", () => {
  test("by an output", () => {
    const { log_group, role } = flowLog(acrossStacks(GROUP_REFERENCE, `\${${REMOTE}.group}`));
    expect([log_group.state, log_group.at, role.state, role.at]).toEqual(["resolved", 0, "resolved", 0]);
  });

  test("not by an output that is not there", () => {
    expect(flowLog(acrossStacks(GROUP_REFERENCE, `\${${REMOTE}.other}`)).log_group.state).toBe("unknown");
  });

  test("not by an output that names itself", () => {
    expect(flowLog(acrossStacks(`\${${REMOTE}.group}`, `\${${REMOTE}.group}`)).log_group.state).toBe(
      "unknown",
    );
  });

  test("not by the name alone, when two other stacks have a group of that name", () => {
    const hub = (name: string) => ({
      name,
      provider: PROVIDER,
      resource: { aws_cloudwatch_log_group: { flow: { name: GROUP } } },
    });
    const spoke = {
      name: "spoke",
      provider: PROVIDER,
      resource: { aws_flow_log: { flow: { vpc_id: "vpc-1", log_group_name: GROUP } } },
    };
    expect(flowLog(modelOf(hub("a"), spoke)).log_group.state).toBe("resolved");
    expect(flowLog(modelOf(hub("a"), hub("b"), spoke)).log_group.state).toBe("unknown");
  });
});

describe("a flow log names its role", () => {
  test.each<[string, unknown, string]>([
    ["by reference", "${aws_iam_role.flow.arn}", "resolved"],
    ["by an ARN made of its name", `arn:aws:iam::${ACCOUNT}:role/\${aws_iam_role.flow.name}`, "resolved"],
    ["by a literal ARN", `arn:aws:iam::${ACCOUNT}:role/flow`, "resolved"],
    ["by the ARN of one that the input does not hold", `arn:aws:iam::${ACCOUNT}:role/other`, "external"],
    ["by a data source", "${data.aws_iam_role.there.arn}", "external"],
    ["by nothing", null, "none"],
    ["by its name where an ARN belongs", "${aws_iam_role.flow.name}", "unknown"],
    ["by a variable", "${var.role}", "unknown"],
    ["by a number", 5, "unknown"],
  ])("%s", (_, arn, state) => {
    const data = { aws_iam_role: { there: { name: "there" } } };
    const { role } = flowLog(modelOf(flowLogStack({ flowLog: { iam_role_arn: arn }, data })));
    expect(role).toEqual({
      state,
      at: state === "resolved" ? 0 : -1,
      given: typeof arn === "string" ? arn : "",
    });
  });
});
