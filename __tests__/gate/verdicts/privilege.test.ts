import type { World } from "./world";
import { ACCOUNT, DELIVERY, GROUP, hold, policy, REGION, writing } from "./world";

const OWN = [GROUP, `${GROUP}:*`];
const allow = (action: unknown, resource: unknown = OWN): object => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});
const allowed = (...actions: string[]): World => ({ permission: [allow([...DELIVERY, ...actions])] });
const beside = (statement: object): World => ({ permission: [writing(), statement] });
/** One more policy of the role. */
const second = (...statements: object[]): World => ({
  also: { aws_iam_role_policy: { q: { role: "${aws_iam_role.r.id}", policy: policy(statements) } } },
  flowLog: { depends_on: ["aws_iam_role_policy.p", "aws_iam_role_policy.q"] },
});
const ELSEWHERE = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/else`;
const EXCESS = "privilege-excess-action excess";
const CREATE = "privilege-create-log-group create-log-group";
const WILDCARD = "privilege-wildcard-action wildcard";
const ACTION_UNKNOWN = ["create-log-group", "excess-action", "pass-role", "wildcard-action"].map(
  (rule) => `? privilege-${rule} action-unknown`,
);

hold("an action", [
  ["that delivery does not need is excess", allowed("s3:GetObject"), [EXCESS]],
  ["that does not exist is excess", allowed("logs:Nope"), [EXCESS]],
  [
    "that a Deny takes back is excess",
    { permission: [allow([...DELIVERY, "s3:GetObject"]), { Effect: "Deny", Action: "s3:*", Resource: "*" }] },
    [EXCESS],
  ],
  ["that its resource makes void is excess", beside(allow("s3:GetObject", GROUP)), [EXCESS]],
  ["that lists log groups is not", beside(allow("logs:DescribeLogGroups", "*")), []],
  ["that makes the managed group again has a rule of its own", allowed("logs:CreateLogGroup"), [CREATE]],
  ["that makes it again is found in any letters", allowed("LOGS:createloggroup"), [CREATE]],
  [
    "that makes a group which the input does not manage is excess",
    {
      permission: [allow([...DELIVERY, "logs:CreateLogGroup"], [ELSEWHERE, `${ELSEWHERE}:*`])],
      flowLog: { log_destination: ELSEWHERE },
    },
    ["? retention-unset group-not-in-input", EXCESS],
  ],
  ["with a wildcard is one", { permission: [allow("logs:*")] }, [WILDCARD]],
  ["with a wildcard at its end is one", { permission: [allow(["logs:Put*", ...DELIVERY])] }, [WILDCARD]],
  ["with a question mark is one", { permission: [allow(["logs:PutLogEvent?", ...DELIVERY])] }, [WILDCARD]],
  ["with a wildcard on another service is one and no excess besides", allowed("s3:*"), [WILDCARD]],
  [
    "by name beside a wildcard is judged for itself",
    allowed("logs:CreateLogGroup", "logs:Create*"),
    [CREATE, WILDCARD],
  ],
  ["with a wildcard may be denied", beside({ Effect: "Deny", Action: "s3:*", Resource: "*" }), []],
  ["that is not known may be any of them", allowed("${var.a}"), ACTION_UNKNOWN],
]);

hold("a resource", [
  [
    "* of another service is no log group, and its action is excess",
    beside(allow("s3:GetObject", "*")),
    [EXCESS],
  ],
  [
    "* of a wildcard service is every log group",
    beside(allow("*", "*")),
    [WILDCARD, "privilege-wildcard-resource any-resource"],
  ],
  ["* is right for logs:DescribeLogGroups alone", beside(allow(["logs:DescribeLogGroups"], "*")), []],
  [
    "of any kind is right for it, since the action takes none",
    beside(allow("logs:DescribeLogGroups", "arn:aws:logs:*:*:*")),
    [],
  ],
  [
    "* is too wide for it beside another action",
    { permission: [allow([...DELIVERY, "logs:DescribeLogGroups"], "*")] },
    ["privilege-wildcard-resource any-resource"],
  ],
  ["* may be denied", beside({ Effect: "Deny", Action: "logs:DeleteLogGroup", Resource: "*" }), []],
  ["of NotResource with Deny may be anything", beside({ Effect: "Deny", Action: "*", NotResource: OWN }), []],
]);

hold("what else hangs on the role or uses it:", [
  ["a second policy that adds delivery grants is not extra", second(writing()), []],
  ["a second policy that denies is not extra", second({ Effect: "Deny", Action: "s3:*", Resource: "*" }), []],
  [
    "a second policy for something else is extra",
    second(allow("s3:GetObject", "arn:aws:s3:::b/*")),
    [EXCESS, "privilege-extra-policy second-policy"],
  ],
  [
    "an AWS managed policy is extra, and may deny",
    {
      also: {
        aws_iam_role_policy_attachment: {
          x: { role: "${aws_iam_role.r.name}", policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
        },
      },
    },
    ["? delivery-not-granted policy-unread", "privilege-extra-policy foreign-policy"],
  ],
  [
    "an instance profile uses it",
    { also: { aws_iam_instance_profile: { x: { role: "${aws_iam_role.r.name}" } } } },
    ["privilege-extra-policy other-user"],
  ],
  [
    "a permissions boundary is none of this, but may take back what delivery needs",
    { role: { permissions_boundary: "arn:aws:iam::aws:policy/ReadOnlyAccess" } },
    ["? delivery-not-granted boundary-not-judged"],
  ],
]);

const managed = (...statements: object[]): World => ({
  permission: null,
  also: { aws_iam_policy: { m: { name: "m", policy: policy(statements) } } },
});

hold("a role without a policy of its own", [
  ["may not write", { permission: null }, ["delivery-policy-unattached no-policy"]],
  [
    "may not write by a policy that hangs on nothing",
    managed(writing()),
    ["delivery-policy-unattached unattached", "delivery-race no-dependency"],
  ],
  [
    "is judged by that policy's privileges too",
    managed(writing("*", { Action: [...DELIVERY, "s3:GetObject"] })),
    [
      "delivery-policy-unattached unattached",
      "delivery-race no-dependency",
      EXCESS,
      "privilege-wildcard-resource any-resource",
    ],
  ],
  [
    "is judged by that policy's grants too",
    managed(writing(GROUP)),
    [
      "delivery-not-granted missing-stream-suffix",
      "delivery-policy-unattached unattached",
      "delivery-race no-dependency",
    ],
  ],
  [
    "does not adopt a policy about something else",
    managed(allow("s3:GetObject", "*")),
    ["delivery-policy-unattached no-policy"],
  ],
]);
