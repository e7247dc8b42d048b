import type { World } from "./world";
import { ACCOUNT, hold, SERVICE, SOURCE, trusting } from "./world";

const by = (Principal: unknown): World => ({ trust: [trusting(SOURCE, { Principal })] });
/** The right statement and one more. */
const beside = (statement: object): World => ({ trust: [trusting(SOURCE), statement] });
const denied = (changes: object): World => beside(trusting(undefined, { Effect: "Deny", ...changes }));
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const service = (...names: string[]): object => ({ Service: names });

const ANYBODY = ["trust-any-principal any-principal"];
const NEGATED = "trust-any-principal negated-principal";
const EXTRA = ["trust-extra-principal extra"];
const MISSING = (cause: string): string[] => [`trust-service-missing ${cause}`];

hold("the service may not assume a role that trusts", [
  ["another service", by({ Service: "ec2.amazonaws.com" }), MISSING("other-principal")],
  [
    "the service that delivers to S3",
    by({ Service: "delivery.logs.amazonaws.com" }),
    MISSING("other-principal"),
  ],
  ["the own account", by({ AWS: ACCOUNT }), MISSING("other-principal")],
  ["a service with an empty name", by({ Service: "" }), MISSING("empty-service")],
  [
    "the service beside one with an empty name, which IAM refuses",
    by(service("vpc-flow-logs.amazonaws.com", "")),
    MISSING("empty-service"),
  ],
  [
    "the service in a document that denies an empty account, which IAM refuses",
    denied({ Principal: { AWS: "" } }),
    MISSING("empty-service"),
  ],
  ...[{}, { AWS: [] }, { Service: [] }].map((Principal): readonly [string, World, string[]] => [
    `the service beside ${JSON.stringify(Principal)}, which IAM refuses`,
    beside(trusting(SOURCE, { Principal })),
    MISSING("empty-principal"),
  ]),
  [
    "the service in a document that excepts nobody from a Deny, which IAM refuses",
    denied({ Principal: undefined, NotPrincipal: {} }),
    MISSING("empty-principal"),
  ],
  [
    "a pattern of services, which IAM does not take",
    by({ Service: "*.amazonaws.com" }),
    MISSING("other-principal"),
  ],
  ["nobody", { trust: [] }, MISSING("nobody")],
  [
    "everybody but the service",
    { trust: [{ Effect: "Allow", NotPrincipal: SERVICE, Action: "sts:AssumeRole" }] },
    [NEGATED, ...MISSING("other-principal")],
  ],
  [
    "the service with another action",
    { trust: [trusting(SOURCE, { Action: "sts:TagSession" })] },
    MISSING("missing-action"),
  ],
  ["the service and denies it", denied({}), MISSING("explicit-deny")],
  ["the service and denies everybody", denied({ Principal: "*" }), MISSING("explicit-deny")],
  [
    "the service and denies everybody but the account",
    denied({ Principal: undefined, NotPrincipal: { AWS: ROOT } }),
    MISSING("explicit-deny"),
  ],
]);

hold("the service alone may assume a role that", [
  [
    "trusts it in the domain of its partition",
    {
      ...by(service("vpc-flow-logs.${data.aws_partition.here.dns_suffix}")),
      data: { aws_partition: { here: {} } },
    },
    [],
  ],
  ["trusts it by a list", by(service("vpc-flow-logs.amazonaws.com")), []],
  [
    "allows more actions",
    { trust: [trusting(SOURCE, { Action: ["sts:AssumeRole", "sts:TagSession"] })] },
    [],
  ],
  ["names the action in other letters", { trust: [trusting(SOURCE, { Action: "STS:assumerole" })] }, []],
  ["names the action by a wildcard", { trust: [trusting(SOURCE, { Action: "sts:*" })] }, []],
  [
    "allows all but another action",
    { trust: [trusting(SOURCE, { Action: undefined, NotAction: "sts:TagSession" })] },
    [],
  ],
  ["denies the account", denied({ Principal: { AWS: ROOT } }), []],
  ["denies everybody but the service", denied({ Principal: undefined, NotPrincipal: SERVICE }), []],
  ["denies everybody but everybody", denied({ Principal: undefined, NotPrincipal: "*" }), []],
  [
    "denies everybody but what a variable names",
    denied({ Principal: undefined, NotPrincipal: { Service: "${var.x}" } }),
    ["? trust-service-missing condition-unknown"],
  ],
  [
    "denies everybody requests without TLS",
    denied({ Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    [],
  ],
]);

hold("others may assume a role that trusts the service and", [
  ["another service", by(service("ec2.amazonaws.com", "vpc-flow-logs.amazonaws.com")), EXTRA],
  [
    "the service that delivers to S3",
    by(service("delivery.logs.amazonaws.com", "vpc-flow-logs.amazonaws.com")),
    EXTRA,
  ],
  ["the own account", by({ ...SERVICE, AWS: ROOT }), EXTRA],
  ["the root of any account, which IAM does not take", by({ ...SERVICE, AWS: "arn:aws:iam::*:root" }), EXTRA],
  ["an identity provider", by({ ...SERVICE, Federated: "cognito-identity.amazonaws.com" }), EXTRA],
  [
    "somebody whom a Deny keeps out again",
    {
      trust: [
        trusting(SOURCE, { Principal: { ...SERVICE, AWS: ROOT } }),
        trusting(undefined, { Effect: "Deny", Principal: { AWS: ROOT } }),
      ],
    },
    EXTRA,
  ],
  ["a role that is known after apply", by({ ...SERVICE, AWS: "${data.aws_iam_role.x.arn}" }), EXTRA],
  ["an account that is a variable", by({ ...SERVICE, AWS: "arn:aws:iam::${var.account}:root" }), EXTRA],
]);

hold("anybody may assume a role that trusts", [
  ["a bare star", by("*"), ANYBODY],
  ["a star of accounts", by({ AWS: "*" }), ANYBODY],
  ["a star of services", by({ Service: "*" }), ANYBODY],
  ["a star of stars", by({ "*": "*" }), ANYBODY],
  ["a star of providers beside the service", by({ ...SERVICE, Federated: "*" }), ANYBODY],
  ["a star in a list beside the service", by({ ...SERVICE, AWS: ["*"] }), ANYBODY],
  ["a star in a list with an account", by({ AWS: [ROOT, "*"] }), [...ANYBODY, ...EXTRA]],
  ["a star in a second statement", beside(trusting(undefined, { Principal: "*" })), ANYBODY],
  ["a star without a condition", { trust: [trusting(undefined, { Principal: "*" })] }, ANYBODY],
  [
    "all but an account",
    {
      trust: [{ Effect: "Allow", NotPrincipal: { AWS: ROOT }, Action: "sts:AssumeRole", Condition: SOURCE }],
    },
    [NEGATED],
  ],
  [
    "the service, and all but an account",
    beside({ Effect: "Allow", NotPrincipal: { AWS: ROOT }, Action: "sts:AssumeRole" }),
    [NEGATED],
  ],
]);

const UNKNOWN = (...rules: string[]): string[] => rules.map((rule) => `? trust-${rule} principal-unknown`);

hold("who may assume the role cannot be told where it trusts", [
  [
    "a service that is a variable",
    by({ Service: "${var.x}" }),
    UNKNOWN("any-principal", "extra-principal", "service-missing"),
  ],
  [
    "the same for anybody's account",
    { trust: [trusting(undefined, { Principal: { Service: "${var.x}" } })] },
    [
      "? trust-any-principal principal-unknown",
      "? trust-confused-deputy condition-unknown",
      "? trust-extra-principal principal-unknown",
      "? trust-service-missing principal-unknown",
    ],
  ],
  [
    "the service and one that is a variable",
    by(service("vpc-flow-logs.amazonaws.com", "${var.x}")),
    UNKNOWN("any-principal", "extra-principal"),
  ],
  [
    "the service and a variable, which may be a star",
    by({ ...SERVICE, AWS: "${var.x}" }),
    [...UNKNOWN("any-principal"), ...EXTRA],
  ],
  [
    "the service with an action that is a variable",
    { trust: [trusting(SOURCE, { Action: "${var.a}" })] },
    ["? trust-service-missing condition-unknown"],
  ],
]);
