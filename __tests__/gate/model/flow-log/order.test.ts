import {
  flowLog,
  flowLogStack,
  GROUP,
  grantOn,
  modelOf,
  modelOfCircle,
  PROVIDER,
  type Stack,
  TRUST,
} from "../world";

const POLICY = grantOn("${aws_cloudwatch_log_group.flow.arn}");
const ROLE_POLICY = { aws_iam_role_policy: { write: { role: "${aws_iam_role.flow.id}", policy: POLICY } } };
const ATTACHED = {
  aws_iam_policy: { write: { name: "write", policy: POLICY } },
  aws_iam_role_policy_attachment: {
    write: { role: "${aws_iam_role.flow.name}", policy_arn: "${aws_iam_policy.write.arn}" },
  },
};

function order(stack: Stack, ...others: Stack[]) {
  return flowLog(modelOf(stack, ...others)).permissions.map(({ order, missing }) => [
    order,
    ...missing.map(({ address }) => address),
  ]);
}

type Changes = Parameters<typeof flowLogStack>[0] & { locals?: object; module?: object };

describe("a flow log is made", () => {
  test.each<[string, Changes, string[]]>([
    ["at any time without depends_on", { resource: ROLE_POLICY }, ["not-after", "aws_iam_role_policy.write"]],
    [
      "after a policy that it depends on",
      { resource: ROLE_POLICY, flowLog: { depends_on: ["aws_iam_role_policy.write"] } },
      ["after"],
    ],
    [
      "after a policy that a local of its arguments names",
      {
        resource: ROLE_POLICY,
        flowLog: { tags: { wait: "${local.wait}" } },
        locals: { wait: "${aws_iam_role_policy.write.id}" },
      },
      ["after"],
    ],
    [
      "after a policy that a function of its arguments names",
      { resource: ROLE_POLICY, flowLog: { tags: { wait: '${join(":", [aws_iam_role_policy.write.id])}' } } },
      ["after"],
    ],
    [
      "after a policy that is three steps away",
      {
        resource: {
          ...ROLE_POLICY,
          null_resource: {
            a: { depends_on: ["null_resource.b"] },
            b: { triggers: { c: "${null_resource.c.id}" } },
            c: { depends_on: ["aws_iam_role_policy.write[0]"] },
          },
        },
        flowLog: { depends_on: ["null_resource.a"] },
      },
      ["after"],
    ],
    [
      "at any time when it depends on the policy alone and not on its attachment",
      { resource: ATTACHED, flowLog: { depends_on: ["aws_iam_policy.write"] } },
      ["not-after", "aws_iam_role_policy_attachment.write"],
    ],
    [
      "after a policy whose attachment it depends on",
      { resource: ATTACHED, flowLog: { depends_on: ["aws_iam_role_policy_attachment.write"] } },
      ["after"],
    ],
    [
      "after a policy that hangs twice on its role, where it depends on one of its attachments",
      {
        resource: {
          ...ATTACHED,
          aws_iam_policy_attachment: {
            again: { name: "again", roles: ["flow"], policy_arn: "${aws_iam_policy.write.arn}" },
          },
        },
        flowLog: { depends_on: ["aws_iam_role_policy_attachment.write"] },
      },
      ["after"],
    ],
    [
      "at any time after a policy that hangs twice, where the attachment that it depends on may not be made",
      {
        resource: {
          ...ATTACHED,
          aws_iam_policy_attachment: {
            again: {
              count: "${var.n}",
              name: "again",
              roles: ["flow"],
              policy_arn: "${aws_iam_policy.write.arn}",
            },
          },
        },
        flowLog: { depends_on: ["aws_iam_policy_attachment.again"] },
      },
      ["not-after", "aws_iam_role_policy_attachment.write"],
    ],
    [
      "after the policies inside its role",
      { role: { inline_policy: { name: "a", policy: POLICY } } },
      ["after"],
    ],
    [
      "at any time when it names the role by ARN alone",
      {
        role: { inline_policy: { name: "a", policy: POLICY } },
        flowLog: { iam_role_arn: "arn:aws:iam::111122223333:role/flow" },
      },
      ["not-after", "aws_iam_role.flow"],
    ],
    [
      "nobody knows when, if it depends on a module",
      {
        resource: ROLE_POLICY,
        flowLog: { depends_on: ["module.iam"] },
        module: { iam: { source: "./iam" } },
      },
      ["unknown", "aws_iam_role_policy.write"],
    ],
    [
      "at any time, if a module is there that it does not depend on",
      { resource: ROLE_POLICY, module: { iam: { source: "./iam" } } },
      ["not-after", "aws_iam_role_policy.write"],
    ],
    [
      "at any time after an adopted policy that it does not name",
      { resource: { aws_iam_policy: { write: { name: "write", policy: POLICY } } } },
      ["not-after", "aws_iam_policy.write"],
    ],
  ])("%s", (_, { locals, module, ...changes }, expected) => {
    const stack = { ...flowLogStack(changes), ...(locals && { locals }), ...(module && { module }) };
    expect(order(stack)).toEqual([expected]);
  });

  test("at any time when dependencies go in a circle without it", () => {
    const circle = { a: { depends_on: ["null_resource.b"] }, b: { depends_on: ["null_resource.a"] } };
    const stack = flowLogStack({
      resource: { ...ROLE_POLICY, null_resource: circle },
      flowLog: { depends_on: ["null_resource.a"] },
    });
    const { permissions } = flowLog(modelOfCircle(stack));
    expect(permissions.map(({ order }) => order)).toEqual(["not-after"]);
  });

  const hub = (dependencies?: string[]): Stack => ({
    name: "hub",
    provider: PROVIDER,
    resource: {
      aws_cloudwatch_log_group: { flow: { name: GROUP } },
      aws_iam_role: { flow: { name: "flow", assume_role_policy: TRUST } },
      ...ROLE_POLICY,
    },
    output: { role: { value: "${aws_iam_role.flow.arn}" } },
    ...(dependencies && { dependencies }),
  });
  const spoke = (dependencies?: string[]): Stack => ({
    name: "spoke",
    provider: PROVIDER,
    data: { terraform_remote_state: { "cross-stack-reference-input-hub": {} } },
    resource: {
      aws_flow_log: {
        flow: {
          vpc_id: "vpc-1",
          iam_role_arn: "${data.terraform_remote_state.cross-stack-reference-input-hub.outputs.role}",
        },
      },
    },
    ...(dependencies && { dependencies }),
  });

  test("after the policy of a stack that its own depends on", () => {
    expect(order(hub([]), spoke(["hub"]))).toEqual([["after"]]);
  });

  test("at any time beside a stack that its own does not depend on", () => {
    expect(order(hub([]), spoke([]))).toEqual([["not-after", "aws_iam_role_policy.write"]]);
  });
});

test("a chain of thousands of dependencies is followed to its end", () => {
  const chain = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, n) => [
      `n${n}`,
      { depends_on: [n === 0 ? "aws_iam_role_policy.write" : `null_resource.n${n - 1}`] },
    ]),
  );
  const stack = flowLogStack({
    resource: { ...ROLE_POLICY, null_resource: chain },
    flowLog: { depends_on: ["null_resource.n4999"] },
  });
  expect(order(stack)).toEqual([["after"]]);
});
