import { flowLogStack, grantOn, modelOf, permissions, PROVIDER, role } from "../world";

const POLICY = grantOn("${aws_cloudwatch_log_group.flow.arn}");
const ROLE_POLICY = { policy: "aws_iam_role_policy.write", by: [] };

describe("a role gets a policy", () => {
  test.each<[string, Parameters<typeof flowLogStack>[0], object[]]>([
    [
      "from aws_iam_role_policy, by the role's id",
      { resource: { aws_iam_role_policy: { write: { role: "${aws_iam_role.flow.id}", policy: POLICY } } } },
      [ROLE_POLICY],
    ],
    [
      "from aws_iam_role_policy, by the role's name",
      { resource: { aws_iam_role_policy: { write: { role: "${aws_iam_role.flow.name}", policy: POLICY } } } },
      [ROLE_POLICY],
    ],
    [
      "from aws_iam_role_policy, by a literal name",
      { resource: { aws_iam_role_policy: { write: { role: "flow", policy: POLICY } } } },
      [ROLE_POLICY],
    ],
    [
      "from aws_iam_role_policy, by a name made of parts",
      {
        role: { name: "${var.prefix}-flow" },
        resource: { aws_iam_role_policy: { write: { role: "${var.prefix}-flow", policy: POLICY } } },
      },
      [ROLE_POLICY],
    ],
    [
      "from an inline_policy block",
      { role: { inline_policy: { name: "write", policy: POLICY } } },
      [{ policy: "aws_iam_role.flow", by: [] }],
    ],
    [
      "from several inline_policy blocks",
      { role: { inline_policy: [{ name: "a", policy: POLICY }, {}, { name: "b", policy: POLICY }] } },
      [
        { policy: "aws_iam_role.flow", by: [] },
        { policy: "aws_iam_role.flow", by: [] },
      ],
    ],
    [
      "from a dynamic inline_policy block, unread",
      { role: { dynamic: { inline_policy: { for_each: "${var.policies}", content: {} } } } },
      [{ policy: "aws_iam_role.flow", by: [] }],
    ],
    [
      "perhaps, from a policy on another instance of a counted role",
      {
        flowLog: { iam_role_arn: "${aws_iam_role.flow[0].arn}" },
        role: { count: 2 },
        resource: { aws_iam_role_policy: { write: { role: "${aws_iam_role.flow[1].id}", policy: POLICY } } },
      },
      [{ ...ROLE_POLICY, certain: false }],
    ],
    [
      "from a policy that counts along with it",
      {
        flowLog: { count: 2, iam_role_arn: "${aws_iam_role.flow[count.index].arn}" },
        role: { count: 2 },
        resource: {
          aws_iam_role_policy: {
            write: { count: 2, role: "${aws_iam_role.flow[count.index].id}", policy: POLICY },
          },
        },
      },
      [ROLE_POLICY],
    ],
    [
      "no policy from one that hangs on another role",
      { resource: { aws_iam_role_policy: { write: { role: "other", policy: POLICY } } } },
      [],
    ],
  ])("%s", (_, changes, expected) => {
    expect(permissions(modelOf(flowLogStack(changes)))).toEqual(expected);
  });

  test("from another stack that names it by an output", () => {
    const model = modelOf(
      {
        ...flowLogStack(),
        name: "hub",
        output: { role: { value: "${aws_iam_role.flow.name}" } },
      },
      {
        name: "grants",
        provider: PROVIDER,
        data: { terraform_remote_state: { "cross-stack-reference-input-hub": { backend: "local" } } },
        resource: {
          aws_iam_role_policy: {
            write: {
              role: "${data.terraform_remote_state.cross-stack-reference-input-hub.outputs.role}",
              policy: grantOn("*"),
            },
          },
        },
      },
    );
    expect(permissions(model)).toEqual([ROLE_POLICY]);
  });
});

describe("a module that is told of the role may hang anything on it", () => {
  test.each<[string, object, object]>([
    ["by its name", { role: "${aws_iam_role.flow.name}" }, {}],
    ["in a list of ARNs", { trusted: { roles: ["${aws_iam_role.flow.arn}"] } }, {}],
    [
      "through locals",
      { role: "${local.first}" },
      { first: "${local.second}", second: "${aws_iam_role.flow.id}" },
    ],
  ])("%s", (_, call, locals) => {
    const model = modelOf({ ...flowLogStack(), locals, module: { m: { source: "./m", ...call } } });
    expect(role(model).foreign_policies).toMatchObject([{ source: 0, address: "module.m", known: false }]);
  });

  test("and no other module can", () => {
    const locals = { first: "${local.second}", second: "${aws_vpc.main.arn}" };
    const call = { source: "./m", vpc: "${aws_vpc.main.id}", text: "${local.first}" };
    expect(role(modelOf({ ...flowLogStack(), locals, module: { m: call } })).foreign_policies).toEqual([]);
  });
});
