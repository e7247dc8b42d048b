import { check } from "../../../../gate/check";
import { flowLogStack, grantOn, modelOf, permissions } from "../world";

const POLICY = grantOn("${aws_cloudwatch_log_group.flow.arn}");
const ROLE_POLICY = { policy: "aws_iam_role_policy.write", by: [] };

describe("beside an exclusive list a role has", () => {
  test.each<[string, Parameters<typeof flowLogStack>[0], object[]]>([
    [
      "no policy that an exclusive list of names leaves out",
      {
        role: { managed_policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
        resource: {
          aws_iam_role_policy: { write: { name: "write", role: "flow", policy: POLICY } },
          aws_iam_role_policies_exclusive: { only: { role_name: "flow", policy_names: ["other"] } },
        },
      },
      [],
    ],
    [
      "the policy that an exclusive list of names holds by reference",
      {
        resource: {
          aws_iam_role_policy: { write: { role: "flow", policy: POLICY } },
          aws_iam_role_policies_exclusive: {
            only: { role_name: "flow", policy_names: ["${aws_iam_role_policy.write.name}"] },
          },
        },
      },
      [ROLE_POLICY],
    ],
    [
      "perhaps, where an exclusive list of names is not known",
      {
        resource: {
          aws_iam_role_policy: { write: { name: "write", role: "flow", policy: POLICY } },
          aws_iam_role_policies_exclusive: { only: { role_name: "flow", policy_names: "${var.names}" } },
        },
      },
      [{ ...ROLE_POLICY, certain: false }],
    ],
    [
      "perhaps, where the role of an exclusive list is not known",
      {
        resource: {
          aws_iam_role_policy: { write: { name: "write", role: "flow", policy: POLICY } },
          aws_iam_role_policies_exclusive: { only: { role_name: "${var.role}", policy_names: [] } },
        },
      },
      [{ ...ROLE_POLICY, certain: false }],
    ],
    [
      "no policy at all, whatever its name, where the list of names is empty",
      {
        role: { managed_policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
        resource: {
          aws_iam_role_policy: { write: { role: "flow", policy: POLICY } },
          aws_iam_role_policies_exclusive: { only: { role_name: "flow", policy_names: [] } },
        },
      },
      [],
    ],
    [
      "perhaps, where an empty list may not be made",
      {
        resource: {
          aws_iam_role_policy: { write: { role: "flow", policy: POLICY } },
          aws_iam_role_policies_exclusive: {
            only: { count: "${var.n}", role_name: "flow", policy_names: [] },
          },
        },
      },
      [{ ...ROLE_POLICY, certain: false }],
    ],
  ])("%s", (_, changes, expected) => {
    expect(permissions(modelOf(flowLogStack(changes)))).toEqual(expected);
  });
});

test.each([
  [
    "names",
    {
      aws_iam_role_policy: { write: { role: "flow", policy: POLICY } },
      aws_iam_role_policies_exclusive: { only: { role_name: "flow", policy_names: [] } },
    },
    "aws_iam_role_policies_exclusive.only lists the only policies of role aws_iam_role.flow without aws_iam_role_policy.write, and so takes it off: the role may not write records",
  ],
  [
    "ARNs",
    {
      aws_iam_policy: { write: { name: "write", policy: POLICY } },
      aws_iam_role_policy_attachment: {
        write: { role: "flow", policy_arn: "${aws_iam_policy.write.arn}" },
      },
      aws_iam_role_policy_attachments_exclusive: { only: { role_name: "flow", policy_arns: [] } },
    },
    "aws_iam_role_policy_attachments_exclusive.only lists the only policies of role aws_iam_role.flow without aws_iam_policy.write, and so takes it off: the role may not write records",
  ],
])("the list of %s that takes the policy off is named", (_, resource, message) => {
  const text = JSON.stringify(flowLogStack({ resource }));
  const { findings } = check([{ path: "cdk.tf.json", text }]);
  expect(findings.find(({ rule }) => rule === "delivery-policy-unattached")?.message).toBe(message);
});
