import type { World } from "./world";
import { ACCOUNT, hold, REGION, SOURCE, trusting } from "./world";

const OTHER = "999988887777";
const ARN = `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-flow-log/*`;
const deny = (Condition: object, changes: object = {}): object =>
  trusting(Condition, { Effect: "Deny", ...changes });
/** Nothing but a Deny guards. */
const guardedBy = (Condition: object, changes: object = {}): World => ({
  trust: [trusting(), deny(Condition, changes)],
});
/** A Deny beside the right conditions. */
const beside = (Condition: object, changes: object = {}): World => ({
  trust: [trusting(SOURCE), deny(Condition, changes)],
});
const NOT_OWN = { StringNotEquals: { "aws:SourceAccount": ACCOUNT } };
const EVERYBODY = { Principal: "*" };
const FAILS = (cause: string): string[] => [`trust-condition-ineffective ${cause}`];

hold("a Deny guards the role by", [
  ["the account", guardedBy(NOT_OWN), []],
  ["the account, for everybody and every action", guardedBy(NOT_OWN, { Principal: "*", Action: "*" }), []],
  [
    "the account, whether or not it is given",
    guardedBy({ StringNotEqualsIfExists: { "aws:SourceAccount": ACCOUNT } }),
    [],
  ],
  ["the ARN", guardedBy({ ArnNotLike: { "aws:SourceArn": ARN } }), []],
  ["both", guardedBy({ ...NOT_OWN, ArnNotLike: { "aws:SourceArn": ARN } }), []],
  [
    "the account, for services",
    guardedBy({ ...NOT_OWN, Bool: { "aws:PrincipalIsAWSService": "true" } }, EVERYBODY),
    [],
  ],
  [
    "the organisation, for services",
    guardedBy(
      {
        StringNotEqualsIfExists: { "aws:SourceOrgID": "o-1" },
        Bool: { "aws:PrincipalIsAWSService": "true" },
      },
      EVERYBODY,
    ),
    [],
  ],
  [
    "a path in the organisation",
    guardedBy({ "ForAllValues:StringNotLike": { "aws:SourceOrgPaths": "o-1/*" } }),
    [],
  ],
]);

hold("a Deny guards nothing by", [
  [
    "one account that it names",
    guardedBy({ StringEquals: { "aws:SourceAccount": OTHER } }),
    FAILS("denial-without-effect"),
  ],
  [
    "an exception for everybody",
    guardedBy({ StringNotLike: { "aws:SourceAccount": "*" } }),
    FAILS("denial-without-effect"),
  ],
  [
    "an exception for another account too",
    guardedBy({ StringNotEquals: { "aws:SourceAccount": [ACCOUNT, OTHER] } }),
    FAILS("denial-without-effect"),
  ],
  [
    "the account where it is given",
    guardedBy({ ...NOT_OWN, Null: { "aws:SourceAccount": "false" } }),
    FAILS("denial-without-effect"),
  ],
  [
    "any of no accounts",
    guardedBy({ "ForAnyValue:StringNotEquals": { "aws:SourceAccount": ACCOUNT } }),
    FAILS("denial-without-effect"),
  ],
  [
    "the absence of an account",
    guardedBy({ Null: { "aws:SourceAccount": "true" } }),
    FAILS("denial-without-effect"),
  ],
  [
    "the account, for requests without TLS",
    guardedBy({ ...NOT_OWN, Bool: { "aws:SecureTransport": "false" } }),
    FAILS("denial-without-effect"),
  ],
  [
    "the account, for somebody else",
    guardedBy(NOT_OWN, { Principal: { AWS: ACCOUNT } }),
    ["trust-confused-deputy unrestricted"],
  ],
]);

hold("a Deny keeps the service out by", [
  ["the own account", beside({ StringEquals: { "aws:SourceAccount": ACCOUNT } }), FAILS("refuses-own")],
  [
    "an exception for another account",
    beside({ StringNotEquals: { "aws:SourceAccount": OTHER } }),
    FAILS("other-account"),
  ],
  [
    "an exception for another account, where nothing else guards",
    guardedBy({ StringNotEquals: { "aws:SourceAccount": OTHER } }),
    FAILS("other-account"),
  ],
  [
    "an exception for another region",
    beside({ ArnNotLike: { "aws:SourceArn": ARN.replace(REGION, "us-east-1") } }),
    FAILS("other-region"),
  ],
  [
    "an exception for the caller's organisation",
    beside({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }, EVERYBODY),
    ["trust-service-missing explicit-deny"],
  ],
]);

hold("a Deny beside the right conditions is no harm by", [
  ["another account", beside({ StringEquals: { "aws:SourceAccount": OTHER } }), []],
  [
    "an exception for services",
    beside(
      {
        StringNotEquals: { "aws:PrincipalOrgID": "o-1" },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
      EVERYBODY,
    ),
    [],
  ],
]);

hold("whether a Deny guards is not known by", [
  [
    "an account that is a variable",
    guardedBy({ StringNotEquals: { "aws:SourceAccount": "${var.account}" } }),
    ["? trust-condition-ineffective condition-unknown"],
  ],
  [
    "a principal that is a variable",
    guardedBy(NOT_OWN, { Principal: { Service: "${var.service}" } }),
    ["? trust-condition-ineffective condition-unknown"],
  ],
  [
    "a key that is a variable",
    guardedBy({ StringNotEquals: { "${var.key}": ACCOUNT } }),
    ["? trust-confused-deputy condition-unknown", "? trust-service-missing condition-unknown"],
  ],
]);
