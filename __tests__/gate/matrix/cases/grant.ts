import { GRANT_UNREAD, type MatrixCase, notInPlansOfHcl, onceApplied, UNTOLD } from "../matrix-case";
import { ACCOUNT, granting, groupArn, policy, sound } from "../sound";

const allow = (action: unknown, resource: unknown = "*", changes: object = {}): object => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...changes,
});

/** A flow log whose role has a boundary of these statements. */
function bounded(name: string, statements: readonly object[], ...findings: string[]): MatrixCase {
  return {
    name,
    terraform: sound(name, {
      role: { permissions_boundary: `\${aws_iam_policy.${name}_boundary.arn}` },
      also: { aws_iam_policy: { [`${name}_boundary`]: { name, policy: policy(statements) } } },
    }),
    findings,
  };
}

/** A second policy of the role, for which the flow log waits too. */
function second(name: string, statements: readonly object[], changes: object = {}): MatrixCase["terraform"] {
  return sound(name, {
    flowLog: { depends_on: [`aws_iam_role_policy.${name}_policy`, `aws_iam_role_policy.${name}_second`] },
    also: {
      aws_iam_role_policy: {
        [`${name}_policy`]: { role: `\${aws_iam_role.${name}_role.id}`, policy: policy([granting(name)]) },
        [`${name}_second`]: {
          role: `\${aws_iam_role.${name}_role.id}`,
          policy: policy(statements),
          ...changes,
        },
      },
    },
  });
}

const TO_FLOW_LOGS = { StringEquals: { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" } };
const CREATE = allow(["ec2:CreateFlowLogs", "ec2:DeleteFlowLogs"]);

/** Somebody who makes flow logs, and passes roles by this statement. */
function operator(name: string, passing: object, ...findings: string[]): MatrixCase {
  return {
    name,
    terraform: sound(name, {
      also: {
        aws_iam_policy: {
          [`${name}_operator`]: { name: `${name}-operator`, policy: policy([CREATE, passing]) },
        },
      },
    }),
    findings,
  };
}

export const BOUNDARIES: readonly MatrixCase[] = [
  bounded("bounds", [allow("logs:*")]),
  bounded("outside", [allow("s3:*")], "delivery-not-granted outside-boundary"),
  bounded(
    "bounddenies",
    [allow("*"), { Effect: "Deny", Action: "logs:Put*", Resource: "*" }],
    "delivery-not-granted explicit-deny",
  ),
];

export const GRANTS_BESIDE: readonly MatrixCase[] = [
  {
    name: "wildname",
    terraform: sound("wildname", {
      grant: [granting("wildname", { Resource: [`${groupArn("wild")}*`, `${groupArn("wild")}*:*`] })],
    }),
    findings: ["privilege-wildcard-resource wildcard-name"],
  },
  {
    name: "secondpolicy",
    terraform: second("secondpolicy", [allow("logs:GetLogEvents", groupArn("secondpolicy"))]),
    findings: ["privilege-excess-action excess", "privilege-extra-policy second-policy"],
  },
  {
    name: "actionlater",
    terraform: sound("actionlater", {
      grant: [
        granting("actionlater"),
        allow("logs:Put${aws_vpc.actionlater_vpc.id}", [
          groupArn("actionlater"),
          `${groupArn("actionlater")}:*`,
        ]),
      ],
    }),
    findings: [
      "? privilege-create-log-group action-unknown",
      "? privilege-excess-action action-unknown",
      "? privilege-pass-role action-unknown",
      "? privilege-wildcard-action action-unknown",
    ],
    except: {
      ...notInPlansOfHcl(...GRANT_UNREAD),
      ...onceApplied("privilege-excess-action excess"),
    },
  },
  operator(
    "passes",
    allow("iam:PassRole", `arn:aws:iam::${ACCOUNT}:role/passes`, { Condition: TO_FLOW_LOGS }),
  ),
  operator(
    "passesany",
    allow("iam:PassRole", "*", { Condition: TO_FLOW_LOGS }),
    "privilege-pass-role operator-any-role",
  ),
  operator(
    "passestoany",
    allow("iam:PassRole", `arn:aws:iam::${ACCOUNT}:role/passestoany`),
    "privilege-pass-role operator-any-service",
  ),
  {
    ...operator(
      "passeslater",
      allow("iam:PassRole", `arn:aws:iam::${ACCOUNT}:role/passeslater`, {
        Condition: { StringEquals: { "iam:PassedToService": "${aws_vpc.passeslater_vpc.id}" } },
      }),
      "? privilege-pass-role operator-unknown",
    ),
    except: { ...notInPlansOfHcl(), ...onceApplied() },
  },
];

/** Policies of which nobody knows whether they are made. */
export const GRANTS_OPEN: readonly MatrixCase[] = [
  {
    name: "secondmaybe",
    terraform: second(
      "secondmaybe",
      [allow(["logs:CreateLogGroup", "logs:GetLogEvents", "iam:PassRole", "s3:*"])],
      {
        count: UNTOLD,
      },
    ),
    findings: [
      "? privilege-create-log-group not-certain",
      "? privilege-excess-action not-certain",
      "? privilege-extra-policy not-certain",
      "? privilege-pass-role not-certain",
      "? privilege-wildcard-action not-certain",
      "? privilege-wildcard-resource not-certain",
    ],
  },
  {
    name: "negatedmaybe",
    terraform: second("negatedmaybe", [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }], {
      count: UNTOLD,
    }),
    findings: ["? privilege-negated-element not-certain", "? privilege-wildcard-resource not-certain"],
  },
];
