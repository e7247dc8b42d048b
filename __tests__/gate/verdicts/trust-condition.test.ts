import type { World } from "./world";
import { ACCOUNT, GROUP_REF, hold, REGION, SOURCE, trusting, writing } from "./world";

const OTHER = "999988887777";
const under = (...conditions: object[]): World => ({ trust: conditions.map((each) => trusting(each)) });
const account = (value: unknown, operator = "StringEquals"): World =>
  under({ [operator]: { "aws:SourceAccount": value } });
const source = (value: unknown, operator = "ArnLike"): World =>
  under({ [operator]: { "aws:SourceArn": value } });
const organisation = (key: string, operator: string, value: string): World =>
  under({ [operator]: { [`aws:${key}`]: value } });
const flowLogs = (
  changes: {
    partition?: string;
    service?: string;
    region?: string;
    account?: string;
    resource?: string;
  } = {},
): string => {
  const {
    partition = "aws",
    service = "ec2",
    region = REGION,
    account: owner = ACCOUNT,
    resource = "vpc-flow-log/*",
  } = changes;
  return `arn:${partition}:${service}:${region}:${owner}:${resource}`;
};
const FAILS = (cause: string): string[] => [`trust-condition-ineffective ${cause}`];
const UNSURE = (cause: string): string[] => [`? trust-condition-ineffective ${cause}`];

hold("the service acts for the own account alone under a condition on", [
  ["the account", account(ACCOUNT), []],
  ["the account, as a number", account(111122223333), []],
  ["the account, as a pattern", account(ACCOUNT, "StringLike"), []],
  ["the account, for any of its values", account(ACCOUNT, "ForAnyValue:StringEquals"), []],
  [
    "the account, with the key in other letters",
    under({ StringEquals: { "AWS:sourceaccount": ACCOUNT } }),
    [],
  ],
  [
    "the account where it is given, and that it is given",
    under({ StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT }, Null: { "aws:SourceAccount": "false" } }),
    [],
  ],
  ["its flow logs", source(flowLogs()), []],
  ["its flow logs, as a text", source(flowLogs(), "StringLike"), []],
  ["its flow logs, by ArnEquals, which takes wildcards", source(flowLogs(), "ArnEquals"), []],
  ["its flow logs in any region", source(flowLogs({ region: "*" })), []],
  ["anything of it", source(flowLogs({ partition: "*", service: "*", region: "*", resource: "*" })), []],
  ["one of several ARNs", source([flowLogs(), flowLogs({ service: "logs" })]), []],
  ["the account, and any ARN", under({ ...SOURCE, ArnLike: { "aws:SourceArn": "*" } }), []],
  [
    "the account, and its flow logs where given",
    under({ StringEquals: SOURCE.StringEquals, ArnLikeIfExists: SOURCE.ArnLike }),
    [],
  ],
  [
    "either, in two statements",
    under({ StringEquals: SOURCE.StringEquals }, { ArnLike: SOURCE.ArnLike }),
    [],
  ],
  [
    "its flow logs of one region in each of two statements",
    under({ ArnLike: { "aws:SourceArn": flowLogs({ region: "us-east-1" }) } }, { ArnLike: SOURCE.ArnLike }),
    [],
  ],
  ["its organisation", organisation("SourceOrgID", "StringEquals", "o-a1b2c3d4e5"), []],
  [
    "a path in its organisation",
    organisation("SourceOrgPaths", "ForAnyValue:StringLike", "o-a1b2c3d4e5/r-ab12/*"),
    [],
  ],
  ["a service principal besides", under({ ...SOURCE, Bool: { "aws:PrincipalIsAWSService": "true" } }), []],
]);

hold("the service acts for anybody under", [
  ["no condition", { trust: [trusting()] }, ["trust-confused-deputy unrestricted"]],
  [
    "no condition in one of two statements",
    { trust: [trusting(SOURCE), trusting()] },
    ["trust-confused-deputy unrestricted"],
  ],
  [
    "a condition on something else",
    under({ Bool: { "aws:SecureTransport": "true" } }),
    ["trust-confused-deputy unrestricted"],
  ],
  ["any account", account("*", "StringLike"), FAILS("everything")],
  ["any twelve characters", account("????????????", "StringLike"), FAILS("everything")],
  ["accounts that start alike", account("1111*", "StringLike"), FAILS("wildcard-account")],
  ["another account besides", account([ACCOUNT, OTHER]), FAILS("other-account")],
  [
    "another account in a second statement",
    under(SOURCE, { StringEquals: { "aws:SourceAccount": OTHER } }),
    FAILS("other-account"),
  ],
  ["an account where it is given", account(ACCOUNT, "StringEqualsIfExists"), FAILS("optional")],
  ["an account for all of none", account(ACCOUNT, "ForAllValues:StringEquals"), FAILS("optional")],
  ["all accounts but another", account(OTHER, "StringNotEquals"), FAILS("negated")],
  ["the presence of an account", under({ Null: { "aws:SourceAccount": "false" } }), FAILS("optional")],
  ["any ARN", source("*"), FAILS("everything")],
  ["any ARN among others", source([flowLogs(), "*"]), FAILS("everything")],
  ["flow logs of any account", source(flowLogs({ account: "*" })), FAILS("wildcard-account")],
  ["anything of EC2", source("arn:aws:ec2:*"), FAILS("wildcard-account")],
  ["anything of EC2, as a text", source("arn:aws:ec2:*", "StringLike"), FAILS("wildcard-account")],
  [
    "flow logs of another account besides",
    source([flowLogs(), flowLogs({ account: OTHER })]),
    FAILS("other-account"),
  ],
  [
    "perhaps an account in digits beside the own by reference, since nobody names the own twice",
    {
      ...account(["${data.aws_caller_identity.own.account_id}", OTHER]),
      permission: [writing([GROUP_REF, `${GROUP_REF}:*`])],
      data: { aws_caller_identity: { own: {} } },
      provider: [{ region: REGION }],
    },
    UNSURE("condition-unknown"),
  ],
  ["flow logs where they are given", source(flowLogs(), "ArnLikeIfExists"), FAILS("optional")],
  [
    "flow logs of all accounts but another",
    source(flowLogs({ account: OTHER }), "ArnNotLike"),
    FAILS("negated"),
  ],
  ["any organisation", organisation("SourceOrgID", "StringLike", "o-*"), FAILS("everything")],
  [
    "the organisation that the request itself names",
    organisation("SourceOrgID", "StringEquals", "$${aws:SourceOrgID}"),
    UNSURE("condition-unknown"),
  ],
  [
    "an organisation where there is one",
    organisation("SourceOrgID", "StringEqualsIfExists", "o-a1b2c3d4e5"),
    FAILS("optional"),
  ],
  [
    "a path without a quantifier, though it has several values",
    organisation("SourceOrgPaths", "StringLike", "o-a1b2c3d4e5/*"),
    FAILS("optional"),
  ],
  [
    "a path for all of none",
    organisation("SourceOrgPaths", "ForAllValues:StringLike", "o-a1b2c3d4e5/*"),
    FAILS("optional"),
  ],
]);

hold("the service cannot act for the own account under a condition on", [
  ["another account", account(OTHER), FAILS("other-account")],
  ["accounts that start otherwise", account("9999*", "StringLike"), FAILS("other-account")],
  ["a wildcard that StringEquals takes literally", account("*"), FAILS("wildcard-literal")],
  ["an ARN with one", source(flowLogs(), "StringEquals"), FAILS("wildcard-literal")],
  ["all accounts but the own", account(ACCOUNT, "StringNotEquals"), FAILS("refuses-own")],
  ["no account at all", under({ Null: { "aws:SourceAccount": "true" } }), FAILS("refuses-own")],
  ["an ARN in place of the account", account(`arn:aws:iam::${ACCOUNT}:root`), FAILS("malformed")],
  ["an account that is compared as an ARN", account(ACCOUNT, "ArnLike"), FAILS("malformed")],
  ["another service", source(flowLogs({ service: "logs", resource: "*" })), FAILS("other-service")],
  ["another kind of resource", source(flowLogs({ resource: "vpc/*" })), FAILS("other-resource")],
  ["another partition", source(flowLogs({ partition: "aws-cn" })), FAILS("other-partition")],
  ["another region", source(flowLogs({ region: "us-east-1" })), FAILS("other-region")],
  ["an ARN without account", source(flowLogs({ account: "" })), FAILS("malformed")],
  ["no ARN", source("flow-logs"), FAILS("malformed")],
  [
    "an external id besides",
    under({ ...SOURCE, StringLike: { "sts:ExternalId": "*" } }),
    ["trust-service-missing condition-never-holds"],
  ],
  [
    "an organisation of the caller besides",
    under({ ...SOURCE, StringLike: { "aws:PrincipalOrgID": "o-1" } }),
    ["trust-service-missing condition-never-holds"],
  ],
]);

hold("whether it can is not known under a condition on", [
  [
    "one flow log",
    source(flowLogs({ resource: "vpc-flow-log/fl-0123456789abcdef0" })),
    UNSURE("one-flow-log"),
  ],
  ["an account that is a variable", account("${var.account}"), UNSURE("condition-unknown")],
  ["a region that is a variable", source(flowLogs({ region: "${var.region}" })), UNSURE("condition-unknown")],
  ["an ARN that is a variable", source("${var.arn}"), UNSURE("condition-unknown")],
  [
    "a tag of the caller besides",
    under({ ...SOURCE, StringLike: { "aws:PrincipalTag/x": "y" } }),
    ["? trust-service-missing condition-unknown"],
  ],
]);
