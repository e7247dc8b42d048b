import { flowLogStack, grantOn, modelOf, role } from "../world";

const POLICY = grantOn("${aws_cloudwatch_log_group.flow.arn}");
const ACCOUNT = { aws_caller_identity: { current: {} } };

describe("a managed policy that is not in the input", () => {
  const attach = (arn: unknown) =>
    role(
      modelOf(
        flowLogStack({
          data: { ...ACCOUNT, aws_partition: { current: {} }, aws_iam_policy: { read: { name: "read" } } },
          resource: { aws_iam_role_policy_attachment: { foreign: { role: "flow", policy_arn: arn } } },
        }),
      ),
    ).foreign_policies.map(({ known }) => known);

  test.each([
    ["is known by a literal ARN", "arn:aws:iam::aws:policy/AdministratorAccess", true],
    ["is known by the own partition", "arn:${data.aws_partition.current.partition}:iam::aws:policy/A", true],
    ["is known by a data source", "${data.aws_iam_policy.read.arn}", true],
    ["is not known by a variable", "${var.policy}", false],
    ["is not known by a name in place of an ARN", "${aws_iam_policy.missing.name}", false],
  ])("%s", (_, arn, known) => {
    expect(attach(arn)).toEqual([known]);
  });

  test("goes when an exclusive list leaves it out", () => {
    const model = modelOf(
      flowLogStack({
        role: { managed_policy_arns: ["arn:aws:iam::aws:policy/A"] },
        resource: {
          aws_iam_role_policy_attachments_exclusive: { only: { role_name: "flow", policy_arns: [] } },
        },
      }),
    );
    expect(role(model).foreign_policies).toEqual([]);
  });

  test("cannot be told from a list that is a variable", () => {
    const model = modelOf(flowLogStack({ role: { managed_policy_arns: "${var.arns}" } }));
    expect(role(model).foreign_policies).toEqual([
      { source: 0, address: "aws_iam_role.flow", given: "", known: false },
    ]);
  });
});

test.each([
  ["a policy", { aws_iam_role_policy: { a: { role: "${var.role}", policy: POLICY } } }],
  [
    "a policy that gives an ARN for the name",
    { aws_iam_role_policy: { a: { role: "${aws_iam_role.flow.arn}" } } },
  ],
  [
    "an attachment",
    {
      aws_iam_role_policy_attachment: { a: { role: "${local.x}", policy_arn: "arn:aws:iam::aws:policy/A" } },
    },
  ],
  [
    "a list of roles",
    { aws_iam_policy_attachment: { a: { roles: "${var.roles}", policy_arn: "arn:aws:iam::aws:policy/A" } } },
  ],
])("%s whose role cannot be told is unplaced", (_, resource) => {
  const model = modelOf(flowLogStack({ resource }));
  expect(model.sources[0]?.unplaced_permissions).toEqual([
    { source: 0, address: `${Object.keys(resource)[0] ?? ""}.a` },
  ]);
});

describe("another user of the role", () => {
  test.each<[string, Record<string, Record<string, object>>, string[]]>([
    [
      "an instance profile",
      { aws_iam_instance_profile: { a: { role: "${aws_iam_role.flow.name}" } } },
      ["a"],
    ],
    ["an instance profile by name", { aws_iam_instance_profile: { a: { role: "flow" } } }, ["a"]],
    ["a function", { aws_lambda_function: { a: { role: "${aws_iam_role.flow.arn}" } } }, ["a"]],
    [
      "a block of another resource",
      { aws_kinesis_firehose_delivery_stream: { a: { s3: [{ role_arn: "${aws_iam_role.flow.arn}" }] } } },
      ["a"],
    ],
    ["another name in a function", { aws_lambda_function: { a: { role: "${aws_iam_role.other.arn}" } } }, []],
    ["a published ARN", { aws_ssm_parameter: { a: { value: "${aws_iam_role.flow.arn}" } } }, []],
    ["a key policy", { aws_kms_key: { a: { policy: '{"AWS":"${aws_iam_role.flow.arn}"}' } } }, []],
    ["its own policy", { aws_iam_role_policy: { a: { role: "flow", policy: POLICY } } }, []],
  ])("%s", (_, resource, users) => {
    const found = role(modelOf(flowLogStack({ resource }))).other_users.map(
      ({ address }) => address.split(".")[1],
    );
    expect(found).toEqual(users);
  });
});
