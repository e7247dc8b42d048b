import type { World } from "./world";
import { ACCOUNT, DELIVERY, GROUP, hold, policy, REGION, writing } from "./world";

const OWN = [GROUP, `${GROUP}:*`];
const JSON_OF = "${data.aws_iam_policy_document.d.json}";
const statement = (changes: object = {}): object => ({ actions: DELIVERY, resources: OWN, ...changes });
/** The permission policy is a data source. */
const from = (d: object, others: Record<string, object> = {}): World => ({
  permission: JSON_OF,
  data: { aws_iam_policy_document: { d, ...others } },
});
/** The trust policy is one. */
const trust = (changes: object): World => ({
  trust: JSON_OF,
  data: {
    aws_iam_policy_document: {
      d: {
        statement: {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["vpc-flow-logs.amazonaws.com"] }],
          condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [ACCOUNT] }],
          ...changes,
        },
      },
    },
  },
});
const inside = (permission: unknown, locals?: object): World => ({ permission, ...(locals && { locals }) });

const UNREAD = [
  "? delivery-not-granted policy-unread",
  ...[
    "create-log-group",
    "excess-action",
    "extra-policy",
    "negated-element",
    "pass-role",
    "wildcard-action",
    "wildcard-resource",
  ].map((rule) => `? privilege-${rule} policy-unread`),
];
const TRUST_UNREAD = [
  "any-principal",
  "condition-ineffective",
  "confused-deputy",
  "extra-principal",
  "service-missing",
].map((rule) => `? trust-${rule} trust-unread`);
const ANY = ["privilege-wildcard-resource any-resource"];

hold("a permission policy is read from", [
  ["a data source", from({ statement: [statement()] }), []],
  ["a data source with one block", from({ statement: statement() }), []],
  [
    "a data source that denies",
    from({ statement: [statement(), { effect: "Deny", actions: ["*"], resources: ["*"] }] }),
    ["delivery-not-granted explicit-deny"],
  ],
  [
    "a data source that names one condition twice, which merges the values",
    from({
      statement: statement({
        condition: ["us-east-1", REGION].map((region) => ({
          test: "StringEquals",
          variable: "aws:RequestedRegion",
          values: [region],
        })),
      }),
    }),
    [],
  ],
  [
    "a data source that takes in another",
    from(
      { source_policy_documents: ["${data.aws_iam_policy_document.e.json}"] },
      { e: { statement: [statement({ resources: ["*"] })] } },
    ),
    ANY,
  ],
  [
    "a data source that another overrides",
    from(
      {
        statement: [statement({ sid: "a" })],
        override_policy_documents: ["${data.aws_iam_policy_document.e.json}"],
      },
      { e: { statement: [statement({ sid: "a", resources: [`${GROUP}-other:*`] })] } },
    ),
    ["delivery-not-granted other-log-group"],
  ],
  ["a local", inside("${local.p}", { p: policy([writing("*")]) }), ANY],
  ["a text with a local in it", inside([writing("${local.arn}:*")], { arn: GROUP }), []],
  [
    "one statement without a list",
    inside(JSON.stringify({ Version: "2012-10-17", Statement: writing("*") })),
    ANY,
  ],
]);

hold("a permission policy leaves all that it may say undecided where it is", [
  ["made by templatefile", inside('${templatefile("policy.json", {})}'), UNREAD],
  ["a variable", inside("${var.policy}"), UNREAD],
  ["no JSON", inside("{"), UNREAD],
  [
    "JSON with one key twice, of which only IAM knows which counts",
    inside(`{"Statement":[{"Effect":"Allow","Action":"*","Action":"logs:PutLogEvents","Resource":"*"}]}`),
    UNREAD,
  ],
  ["written in letters that IAM refuses", inside(JSON.stringify({ statement: [] })), UNREAD],
  ["of an effect that IAM refuses", inside([writing(OWN, { Effect: "allow" })]), UNREAD],
  [
    "under an operator that IAM refuses",
    inside([writing(OWN, { Condition: { StringsEqual: { "aws:RequestedRegion": REGION } } })]),
    UNREAD,
  ],
  ["without a resource", inside([{ Effect: "Allow", Action: DELIVERY }]), UNREAD],
  [
    "a data source with dynamic blocks",
    from({ statement: [statement()], dynamic: { statement: { for_each: "${var.x}", content: {} } } }),
    UNREAD,
  ],
  [
    "a data source that a variable overrides",
    from({ statement: [statement()], override_policy_documents: ["${var.x}"] }),
    UNREAD,
  ],
]);

hold("a trust policy is read from a data source", [
  ["that is right", trust({}), []],
  ["without a condition", trust({ condition: [] }), ["trust-confused-deputy unrestricted"]],
  [
    "with a second service",
    trust({
      principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com", "vpc-flow-logs.amazonaws.com"] }],
    }),
    ["trust-extra-principal extra"],
  ],
  [
    "with a star",
    trust({ principals: [{ type: "*", identifiers: ["*"] }] }),
    ["trust-any-principal any-principal"],
  ],
  [
    "with a star of accounts",
    trust({ principals: [{ type: "AWS", identifiers: ["*"] }] }),
    ["trust-any-principal any-principal"],
  ],
  [
    "with not_principals",
    trust({ principals: [], not_principals: [{ type: "AWS", identifiers: [ACCOUNT] }] }),
    ["trust-any-principal negated-principal"],
  ],
  [
    "with identifiers that are a variable",
    trust({ principals: [{ type: "Service", identifiers: "${var.x}" }] }),
    ["any-principal", "extra-principal", "service-missing"].map(
      (rule) => `? trust-${rule} principal-unknown`,
    ),
  ],
  [
    "with dynamic blocks",
    trust({ dynamic: { principals: { for_each: "${var.x}", content: {} } } }),
    TRUST_UNREAD,
  ],
]);

hold("a trust policy is not read where it is", [
  ["made by jsonencode", { trust: "${jsonencode({})}" }, TRUST_UNREAD],
  ["a permission policy, which names a resource", { trust: [writing()] }, TRUST_UNREAD],
]);
