import { flowLogStack, grantOn, modelOf, permissions, PROVIDER, TRUST } from "../world";

const POLICY = grantOn("${aws_cloudwatch_log_group.flow.arn}");
const MANAGED = { aws_iam_policy: { write: { name: "write", policy: POLICY } } };
const ROLE_POLICY = { policy: "aws_iam_role_policy.write", by: [] };

describe("a policy that hangs on no role", () => {
  test("is adopted by the one role of a flow log that has none", () => {
    const model = modelOf(flowLogStack({ resource: MANAGED }));
    expect(permissions(model)).toEqual([{ policy: "aws_iam_policy.write", by: [], adopted: true }]);
    expect(model.loose_policies).toEqual([]);
  });

  test("stays loose when the role has another policy", () => {
    const model = modelOf(
      flowLogStack({
        resource: { ...MANAGED, aws_iam_role_policy: { write: { role: "flow", policy: POLICY } } },
      }),
    );
    expect(permissions(model)).toEqual([ROLE_POLICY]);
    expect(model.loose_policies.map((at) => model.policies[at]?.address)).toEqual(["aws_iam_policy.write"]);
  });

  test("stays loose when two roles have none", () => {
    const stack = flowLogStack({ resource: MANAGED });
    const second = {
      ...stack.resource?.aws_flow_log?.flow,
      iam_role_arn: "${aws_iam_role.second.arn}",
    };
    const model = modelOf({
      ...stack,
      resource: {
        ...stack.resource,
        aws_iam_role: {
          ...stack.resource?.aws_iam_role,
          second: { name: "second", assume_role_policy: TRUST },
        },
        aws_flow_log: { ...stack.resource?.aws_flow_log, second },
      },
    });
    expect(model.roles.map((each) => each.permissions)).toEqual([[], []]);
    expect(model.loose_policies).toHaveLength(1);
  });

  test("is not adopted from another stack", () => {
    const model = modelOf(flowLogStack(), { name: "other", provider: PROVIDER, resource: MANAGED });
    expect(permissions(model)).toEqual([]);
  });

  test("is not loose when a user has it", () => {
    const model = modelOf(
      flowLogStack({
        resource: {
          ...MANAGED,
          aws_iam_user_policy_attachment: { a: { user: "u", policy_arn: "${aws_iam_policy.write.arn}" } },
        },
      }),
    );
    expect(model.policies).toEqual([]);
  });

  test("is not loose when it grants nothing of log delivery", () => {
    const policy = JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
    });
    const model = modelOf(flowLogStack({ resource: { aws_iam_policy: { read: { name: "read", policy } } } }));
    expect([permissions(model), model.loose_policies]).toEqual([[], []]);
  });

  test("is adopted by the role that an exclusive list took it from", () => {
    const model = modelOf(
      flowLogStack({
        resource: {
          aws_iam_role_policy: { write: { name: "write", role: "flow", policy: POLICY } },
          aws_iam_role_policies_exclusive: { only: { role_name: "flow", policy_names: [] } },
        },
      }),
    );
    expect(permissions(model)).toEqual([{ ...ROLE_POLICY, adopted: true }]);
  });
});
