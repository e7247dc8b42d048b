import { buildModel } from "../../../../gate/model/build";
import { readDocuments } from "../../../../gate/read/read";
import { flowLogStack, grantOn, modelOf, type Stack } from "../world";

const POLICY = grantOn("${aws_cloudwatch_log_group.flow.arn}");
const WRITE = { aws_iam_policy: { write: { name: "write", policy: POLICY } } };
const ATTACHED = {
  ...WRITE,
  aws_iam_role_policy_attachment: { write: { role: "flow", policy_arn: "${aws_iam_policy.write.arn}" } },
};

function contested(resource: NonNullable<Stack["resource"]>): unknown[] {
  const model = modelOf(flowLogStack({ resource }));
  return model.roles.flatMap(({ permissions }) =>
    permissions.map(({ policy, certain, contested_by: by }) => [
      model.policies[policy]?.address,
      certain,
      by.map(({ address }) => address),
    ]),
  );
}

const ONLY = { name: "only", policy_arn: "${aws_iam_policy.write.arn}" };

test.each<[string, NonNullable<Stack["resource"]>, unknown[]]>([
  [
    "is taken off by an aws_iam_policy_attachment of its policy that names other roles",
    { ...ATTACHED, aws_iam_policy_attachment: { only: { ...ONLY, roles: ["another"] } } },
    [["aws_iam_policy.write", true, ["aws_iam_policy_attachment.only"]]],
  ],
  [
    "is taken off by an aws_iam_policy_attachment of its policy that names a user",
    { ...ATTACHED, aws_iam_policy_attachment: { only: { ...ONLY, users: ["joe"] } } },
    [["aws_iam_policy.write", true, ["aws_iam_policy_attachment.only"]]],
  ],
  [
    "is taken off by a second aws_iam_policy_attachment",
    {
      ...WRITE,
      aws_iam_policy_attachment: {
        only: { ...ONLY, roles: ["flow"] },
        other: { ...ONLY, roles: ["another"] },
      },
    },
    [["aws_iam_policy.write", true, ["aws_iam_policy_attachment.other"]]],
  ],
  [
    "stays where the aws_iam_policy_attachment names its role",
    { ...ATTACHED, aws_iam_policy_attachment: { only: { ...ONLY, roles: ["flow"] } } },
    [["aws_iam_policy.write", true, []]],
  ],
  [
    "stays where the aws_iam_policy_attachment is of another policy",
    {
      ...ATTACHED,
      aws_iam_policy_attachment: { only: { ...ONLY, policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } },
    },
    [["aws_iam_policy.write", true, []]],
  ],
  [
    "is written over by another of the same name",
    {
      aws_iam_role_policy: {
        read: { name: "same", role: "flow", policy: "{}" },
        write: { name: "same", role: "flow", policy: POLICY },
      },
    },
    [
      ["aws_iam_role_policy.read", true, ["aws_iam_role_policy.write"]],
      ["aws_iam_role_policy.write", true, ["aws_iam_role_policy.read"]],
    ],
  ],
  [
    "stays beside one of another name, and beside those that Terraform names",
    {
      aws_iam_role_policy: {
        other: { name: "other", role: "flow", policy: "{}" },
        read: { role: "flow", policy: "{}" },
        sign: { role: "flow", policy: "{}" },
        write: { name: "same", role: "flow", policy: POLICY },
      },
    },
    [
      ["aws_iam_role_policy.other", true, []],
      ["aws_iam_role_policy.read", true, []],
      ["aws_iam_role_policy.sign", true, []],
      ["aws_iam_role_policy.write", true, []],
    ],
  ],
])("a policy on a role %s", (_, resource, expected) => {
  expect(contested(resource)).toEqual(expected);
});

test("a policy that a state lists on a role hangs there, whatever attaches it to others", () => {
  const text = JSON.stringify({
    format_version: "1.0",
    terraform_version: "1.11.4",
    values: {
      root_module: {
        resources: [
          stateOf("aws_iam_role", "flow", { name: "flow", arn: "arn:aws:iam::111122223333:role/flow" }),
          stateOf("aws_iam_policy", "write", {
            arn: "arn:aws:iam::111122223333:policy/write",
            policy: POLICY,
          }),
          stateOf("aws_iam_role_policy_attachment", "write", {
            role: "flow",
            policy_arn: "arn:aws:iam::111122223333:policy/write",
          }),
          stateOf("aws_iam_policy_attachment", "only", {
            roles: ["another"],
            policy_arn: "arn:aws:iam::111122223333:policy/write",
          }),
          stateOf("aws_flow_log", "all", { iam_role_arn: "arn:aws:iam::111122223333:role/flow" }),
        ],
      },
    },
  });
  const { roles } = buildModel(readDocuments([{ path: "state.json", text }]).configuration);
  expect(roles[0]?.permissions).toMatchObject([{ certain: true, contested_by: [] }]);
});

function stateOf(type: string, name: string, values: object): object {
  const provider_name = "registry.terraform.io/hashicorp/aws";
  return { address: `${type}.${name}`, mode: "managed", type, name, provider_name, values };
}
