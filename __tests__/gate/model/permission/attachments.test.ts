import { flowLogStack, grantOn, modelOf, permissions } from "../world";

const POLICY = grantOn("${aws_cloudwatch_log_group.flow.arn}");
const MANAGED = { aws_iam_policy: { write: { name: "write", policy: POLICY } } };
const ACCOUNT = { aws_caller_identity: { current: {} } };
const ATTACHED = { policy: "aws_iam_policy.write", by: ["aws_iam_role_policy_attachment.write"] };

describe("a role gets a policy", () => {
  test.each<[string, Parameters<typeof flowLogStack>[0], object[]]>([
    [
      "from managed_policy_arns",
      { role: { managed_policy_arns: ["${aws_iam_policy.write.arn}"] }, resource: MANAGED },
      [{ policy: "aws_iam_policy.write", by: ["aws_iam_role.flow"] }],
    ],
    [
      "from aws_iam_role_policy_attachment",
      {
        resource: {
          ...MANAGED,
          aws_iam_role_policy_attachment: {
            write: { role: "${aws_iam_role.flow.name}", policy_arn: "${aws_iam_policy.write.arn}" },
          },
        },
      },
      [ATTACHED],
    ],
    [
      "from an attachment that names role and policy literally",
      {
        provider: { aws: { region: "eu-west-1", allowed_account_ids: ["111122223333"] } },
        resource: {
          ...MANAGED,
          aws_iam_role_policy_attachment: {
            write: { role: "flow", policy_arn: "arn:aws:iam::111122223333:policy/write" },
          },
        },
      },
      [ATTACHED],
    ],
    [
      "from an attachment whose ARN is made of the own account",
      {
        data: ACCOUNT,
        resource: {
          ...MANAGED,
          aws_iam_role_policy_attachment: {
            write: {
              role: "flow",
              policy_arn: "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/write",
            },
          },
        },
      },
      [ATTACHED],
    ],
    [
      "from aws_iam_policy_attachment",
      {
        resource: {
          ...MANAGED,
          aws_iam_policy_attachment: {
            write: {
              name: "write",
              roles: ["other", "${aws_iam_role.flow.name}"],
              policy_arn: "${aws_iam_policy.write.arn}",
            },
          },
        },
      },
      [{ policy: "aws_iam_policy.write", by: ["aws_iam_policy_attachment.write"] }],
    ],
    [
      "from aws_iam_role_policy_attachments_exclusive",
      {
        resource: {
          ...MANAGED,
          aws_iam_role_policy_attachments_exclusive: {
            only: { role_name: "flow", policy_arns: ["${aws_iam_policy.write.arn}"] },
          },
        },
      },
      [{ policy: "aws_iam_policy.write", by: ["aws_iam_role_policy_attachments_exclusive.only"] }],
    ],
    [
      "once, when two attachments say the same",
      {
        resource: {
          ...MANAGED,
          aws_iam_role_policy_attachment: {
            a: { role: "flow", policy_arn: "${aws_iam_policy.write.arn}" },
            b: { role: "flow", policy_arn: "${aws_iam_policy.write.arn}" },
          },
        },
      },
      [
        {
          policy: "aws_iam_policy.write",
          by: ["aws_iam_role_policy_attachment.a", "aws_iam_role_policy_attachment.b"],
        },
      ],
    ],
    [
      "perhaps, from an attachment whose count is not known",
      {
        resource: {
          ...MANAGED,
          aws_iam_role_policy_attachment: {
            write: { count: "${var.n}", role: "flow", policy_arn: "${aws_iam_policy.write.arn}" },
          },
        },
      },
      [{ ...ATTACHED, certain: false }],
    ],
  ])("%s", (_, changes, expected) => {
    expect(permissions(modelOf(flowLogStack(changes)))).toEqual(expected);
  });
});
