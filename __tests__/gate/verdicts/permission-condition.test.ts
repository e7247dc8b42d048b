import type { World } from "./world";
import { ACCOUNT, hold, REGION, writing } from "./world";

const under = (Condition: object): World => ({ permission: [writing(undefined, { Condition })] });
const denied = (Condition: object): World => ({
  permission: [writing(), writing("*", { Effect: "Deny", Condition })],
});
const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const NEVER = ["delivery-not-granted condition-never-holds"];
const DENIED = ["delivery-not-granted explicit-deny"];
const UNSURE = ["? delivery-not-granted not-certain"];

hold("an Allow holds in the session of the service under a condition on", [
  ["the own region", under({ StringEquals: { "aws:RequestedRegion": REGION } }), []],
  ["one region of several", under({ StringEquals: { "aws:RequestedRegion": ["us-east-1", REGION] } }), []],
  ["a pattern of regions", under({ StringLike: { "aws:RequestedRegion": "eu-*" } }), []],
  ["all regions but another", under({ StringNotEquals: { "aws:RequestedRegion": "us-east-1" } }), []],
  [
    "the own region in other letters, ignoring them",
    under({ StringEqualsIgnoreCase: { "aws:RequestedRegion": "EU-WEST-1" } }),
    [],
  ],
  [
    "the own region by a quantifier",
    under({ "ForAnyValue:StringEquals": { "aws:RequestedRegion": REGION } }),
    [],
  ],
  ["the own account as the principal's", under({ StringEquals: { "aws:PrincipalAccount": ACCOUNT } }), []],
  ["the own account as the resource's", under({ StringEquals: { "aws:ResourceAccount": ACCOUNT } }), []],
  ["the role itself", under({ ArnEquals: { "aws:PrincipalArn": role("flow") } }), []],
  ["any role of the account", under({ ArnLike: { "aws:PrincipalArn": role("*") } }), []],
  ["TLS", under({ Bool: { "aws:SecureTransport": true } }), []],
  [
    "a source account, if there is one",
    under({ StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } }),
    [],
  ],
  [
    "a source account, for all of none",
    under({ "ForAllValues:StringEquals": { "aws:SourceAccount": ACCOUNT } }),
    [],
  ],
  ["no source ARN at all", under({ Null: { "aws:SourceArn": "true" } }), []],
  [
    "two things that both hold",
    under({ StringEquals: { "aws:RequestedRegion": REGION }, Bool: { "aws:SecureTransport": "true" } }),
    [],
  ],
  ["nothing", under({}), []],
]);

hold("an Allow never holds in the session of the service under a condition on", [
  ["a source account", under({ StringEquals: { "aws:SourceAccount": ACCOUNT } }), NEVER],
  ["any source ARN", under({ ArnLike: { "aws:SourceArn": "*" } }), NEVER],
  ["the presence of a source ARN", under({ Null: { "aws:SourceArn": "false" } }), NEVER],
  ["an external id", under({ StringEquals: { "sts:ExternalId": "x" } }), NEVER],
  [
    "a service that calls on its behalf",
    under({ "ForAnyValue:StringEquals": { "aws:CalledVia": "x.amazonaws.com" } }),
    NEVER,
  ],
  ["another region", under({ StringEquals: { "aws:RequestedRegion": "us-east-1" } }), NEVER],
  [
    "another region, for all of one",
    under({ "ForAllValues:StringEquals": { "aws:RequestedRegion": "us-east-1" } }),
    NEVER,
  ],
  [
    "all regions but the own",
    under({ StringNotEquals: { "aws:RequestedRegion": [REGION, "us-east-1"] } }),
    NEVER,
  ],
  ["the own region in other letters", under({ StringEquals: { "aws:RequestedRegion": "EU-WEST-1" } }), NEVER],
  [
    "a wildcard that StringEquals takes literally",
    under({ StringEquals: { "aws:RequestedRegion": "*" } }),
    NEVER,
  ],
  ["another account", under({ StringEquals: { "aws:PrincipalAccount": "999988887777" } }), NEVER],
  ["another role", under({ ArnEquals: { "aws:PrincipalArn": role("else") } }), NEVER],
  [
    "the session instead of the role",
    under({ ArnEquals: { "aws:PrincipalArn": `arn:aws:sts::${ACCOUNT}:assumed-role/flow/x` } }),
    NEVER,
  ],
  ["no TLS", under({ Bool: { "aws:SecureTransport": "false" } }), NEVER],
  [
    "two keys of which one fails",
    under({ StringEquals: { "aws:RequestedRegion": REGION, "aws:SourceAccount": ACCOUNT } }),
    NEVER,
  ],
]);

hold("a Deny keeps records out under a condition on", [
  [
    "any other source account, of which the session has none",
    denied({ StringNotEquals: { "aws:SourceAccount": ACCOUNT } }),
    DENIED,
  ],
  [
    "the same for all of none",
    denied({ "ForAllValues:StringNotEquals": { "aws:SourceAccount": ACCOUNT } }),
    DENIED,
  ],
  ["the absence of a source ARN", denied({ Null: { "aws:SourceArn": "true" } }), DENIED],
  ["all regions but another", denied({ StringNotEquals: { "aws:RequestedRegion": "us-east-1" } }), DENIED],
  ["all roles but another", denied({ ArnNotLike: { "aws:PrincipalArn": role("admin") } }), DENIED],
]);

hold("a Deny is no harm under a condition on", [
  ["a missing TLS", denied({ Bool: { "aws:SecureTransport": "false" } }), []],
  ["a missing TLS, if known", denied({ BoolIfExists: { "aws:SecureTransport": "false" } }), []],
  ["a source account", denied({ StringEquals: { "aws:SourceAccount": ACCOUNT } }), []],
  [
    "any of no other source account",
    denied({ "ForAnyValue:StringNotEquals": { "aws:SourceAccount": ACCOUNT } }),
    [],
  ],
  ["all regions but the own", denied({ StringNotEquals: { "aws:RequestedRegion": REGION } }), []],
  ["all roles but this one", denied({ ArnNotLike: { "aws:PrincipalArn": role("flow") } }), []],
  [
    "two things of which one does not hold",
    denied({ StringNotEquals: { "aws:SourceAccount": ACCOUNT }, Bool: { "aws:SecureTransport": "false" } }),
    [],
  ],
]);

hold("it cannot be told under a condition on", [
  ["an organisation", under({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }), UNSURE],
  ["an address", under({ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }), UNSURE],
  ["a region that is a variable", under({ StringEquals: { "aws:RequestedRegion": "${var.r}" } }), UNSURE],
  ["a variable of IAM itself", under({ StringEquals: { "aws:PrincipalTag/x": "$${aws:username}" } }), UNSURE],
  ["an operator that is a variable", under({ "${var.operator}": { "aws:RequestedRegion": REGION } }), UNSURE],
  ["an organisation, for a Deny", denied({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }), UNSURE],
]);
