import type { World } from "./world";
import { ACCOUNT, DELIVERY, GROUP, hold, policy, writing } from "./world";

/** The role with a permissions boundary of the input. */
const bounded = (...statements: object[]): World => ({
  role: { permissions_boundary: "${aws_iam_policy.b.arn}" },
  also: { aws_iam_policy: { b: { name: "boundary", policy: policy(statements) } } },
});
const allow = (action: unknown, resource: unknown = "*"): object => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});

hold("a permissions boundary", [
  ["that allows as much leaves the grant", bounded(writing()), []],
  ["that allows more leaves the grant", bounded(allow("logs:*")), []],
  ["that allows everything leaves the grant", bounded(allow("*")), []],
  [
    "of AWS may take it back",
    { role: { permissions_boundary: "arn:aws:iam::aws:policy/PowerUserAccess" } },
    ["? delivery-not-granted boundary-not-judged"],
  ],
  [
    "that is not known may take it back",
    { role: { permissions_boundary: "${var.boundary}" } },
    ["? delivery-not-granted boundary-not-judged"],
  ],
  [
    "by its literal ARN is found",
    {
      ...bounded(allow("s3:*")),
      role: { permissions_boundary: `arn:aws:iam::${ACCOUNT}:policy/boundary` },
    },
    ["delivery-not-granted outside-boundary"],
  ],
  ["without the logs takes it back", bounded(allow("s3:*")), ["delivery-not-granted outside-boundary"]],
  [
    "for another group takes it back",
    bounded(writing([`${GROUP}2`, `${GROUP}2:*`])),
    ["delivery-not-granted outside-boundary"],
  ],
  [
    "on the bare group takes back the writing",
    bounded(allow(DELIVERY, GROUP)),
    ["delivery-not-granted outside-boundary"],
  ],
  [
    "that denies takes it back",
    bounded(allow("*"), { Effect: "Deny", Action: "logs:Put*", Resource: "*" }),
    ["delivery-not-granted explicit-deny"],
  ],
  [
    "that denies elsewhere leaves it",
    bounded(allow("*"), { Effect: "Deny", Action: "*", Resource: `${GROUP}2:*` }),
    [],
  ],
  [
    "that allows all but the logs takes it back",
    bounded({ Effect: "Allow", NotAction: "logs:*", Resource: "*" }),
    ["delivery-not-granted outside-boundary"],
  ],
  [
    "grants nothing itself",
    { ...bounded(allow("*")), permission: null },
    ["delivery-policy-unattached no-policy"],
  ],
  [
    "that cannot be read may take it back",
    {
      ...bounded(),
      also: { aws_iam_policy: { b: { name: "boundary", policy: '${templatefile("b.json", {})}' } } },
    },
    ["? delivery-not-granted boundary-not-judged"],
  ],
  [
    "on resources that are not known may take it back",
    bounded(allow("logs:*", "${var.groups}")),
    ["? delivery-not-granted not-certain"],
  ],
  [
    "and a policy that grants nothing are both told",
    {
      ...bounded(allow("s3:*")),
      permission: [allow(["logs:PutLogEvents", "logs:CreateLogStream"], `${GROUP}:*`)],
    },
    ["delivery-not-granted missing-action", "delivery-not-granted outside-boundary"],
  ],
]);
