import type { World } from "./world";
import { ACCOUNT, DELIVERY, GROUP, hold, policy, writing } from "./world";

const ROLE = `arn:aws:iam::${ACCOUNT}:role/flow`;
const TO_FLOW_LOGS = { StringEquals: { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" } };

const pass = (resource: unknown, condition?: object, changes: object = {}): object => ({
  Effect: "Allow",
  Action: "iam:PassRole",
  Resource: resource,
  ...(condition && { Condition: condition }),
  ...changes,
});
const CREATE = { Effect: "Allow", Action: ["ec2:CreateFlowLogs", "ec2:DeleteFlowLogs"], Resource: "*" };
/** A policy of somebody who makes flow logs. */
const operator = (...statements: object[]): World => ({
  also: { aws_iam_user_policy: { o: { user: "olga", policy: policy(statements) } } },
});
const ANY_ROLE = "privilege-pass-role operator-any-role";
const ANY_SERVICE = "privilege-pass-role operator-any-service";
const UNKNOWN = "? privilege-pass-role operator-unknown";

hold("an operator", [
  ["may pass the delivery role to the service", operator(CREATE, pass(ROLE, TO_FLOW_LOGS)), []],
  ["may name it by reference", operator(CREATE, pass("${aws_iam_role.r.arn}", TO_FLOW_LOGS)), []],
  ["may name roles by the start of their names", operator(CREATE, pass(`${ROLE}-*`, TO_FLOW_LOGS)), []],
  ["may not pass any role", operator(CREATE, pass("*", TO_FLOW_LOGS)), [ANY_ROLE]],
  [
    "may not pass any role of an account",
    operator(CREATE, pass("arn:aws:iam::*:role/*", TO_FLOW_LOGS)),
    [ANY_ROLE],
  ],
  [
    "may not pass any but one",
    operator(CREATE, { ...pass(ROLE, TO_FLOW_LOGS), Resource: undefined, NotResource: ROLE }),
    [ANY_ROLE],
  ],
  ["may not pass it to any service", operator(CREATE, pass(ROLE)), [ANY_SERVICE]],
  [
    "may not pass it to a wildcard",
    operator(CREATE, pass(ROLE, { StringLike: { "iam:PassedToService": "*" } })),
    [ANY_SERVICE],
  ],
  [
    "may not pass it where nothing is said",
    operator(CREATE, pass(ROLE, { StringEqualsIfExists: { "iam:PassedToService": "ec2.amazonaws.com" } })),
    [ANY_SERVICE],
  ],
  [
    "may not pass it to all but one",
    operator(CREATE, pass(ROLE, { StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } })),
    [ANY_SERVICE],
  ],
  ["is told both at once", operator(CREATE, pass("*")), [ANY_ROLE, ANY_SERVICE]],
  [
    "of a wide action is one",
    operator({ ...CREATE, Action: "ec2:*" }, pass("*", TO_FLOW_LOGS, { Action: "iam:*" })),
    [ANY_ROLE],
  ],
  ["whose role is not known is undecided", operator(CREATE, pass("${var.arn}", TO_FLOW_LOGS)), [UNKNOWN]],
  [
    "whose service is not known is undecided",
    operator(CREATE, pass(ROLE, { StringEquals: { "iam:PassedToService": "${var.s}" } })),
    [UNKNOWN],
  ],
  ["who makes no flow logs is none", operator(pass("*")), []],
  [
    "who may do everything is an administrator",
    operator({ Effect: "Allow", Action: "*", Resource: "*" }),
    [],
  ],
  ["who is denied makes none", operator({ ...CREATE, Effect: "Deny" }, pass("*")), []],
  [
    "of a policy document is one",
    {
      data: {
        aws_iam_policy_document: {
          o: { statement: [{ actions: ["ec2:CreateFlowLogs", "iam:PassRole"], resources: ["*"] }] },
        },
      },
      also: { aws_iam_policy: { o: { name: "operator", policy: "${data.aws_iam_policy_document.o.json}" } } },
    },
    [ANY_ROLE, ANY_SERVICE],
  ],
]);

hold("a delivery role", [
  [
    "passes no role",
    { permission: [writing(), pass(ROLE, TO_FLOW_LOGS)] },
    ["privilege-pass-role on-delivery-role"],
  ],
  [
    "passes none in any letters",
    {
      permission: [{ ...writing(), Action: [...DELIVERY, "IAM:PASSROLE"], Resource: [GROUP, `${GROUP}:*`] }],
    },
    ["privilege-pass-role on-delivery-role"],
  ],
  ["may be denied to", { permission: [writing(), pass("*", undefined, { Effect: "Deny" })] }, []],
]);
