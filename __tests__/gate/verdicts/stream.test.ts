import type { World } from "./world";
import { ACCOUNT, GROUP_REF, hold, REGION, trusting, SOURCE } from "./world";

const THERE = "444455556666";
const DESTINATION_ROLE = `arn:aws:iam::${THERE}:role/AWSLogDeliveryFirehoseCrossAccountRole`;
const OWN_ROLE = `arn:aws:iam::${ACCOUNT}:role/flow`;

/** A flow log to a stream of the own account. */
const own = (tags: unknown, provider: object = {}): World => ({
  also: { aws_kinesis_firehose_delivery_stream: { s: { name: "records", tags } } },
  flowLog: {
    log_destination_type: "kinesis-data-firehose",
    log_destination: "${aws_kinesis_firehose_delivery_stream.s.arn}",
    iam_role_arn: null,
  },
  provider: [{ region: REGION, allowed_account_ids: [ACCOUNT], ...provider }],
});

hold("a delivery stream of the own account", [
  ["lets the service in by its tag", own({ LogDeliveryEnabled: "true" }), []],
  ["lets it in by a tag that is no text", own({ LogDeliveryEnabled: true }), []],
  ["does not let it in without", own({ Name: "records" }), ["stream-tag-missing untagged"]],
  ["does not let it in without any", own(null), ["stream-tag-missing untagged"]],
  [
    "does not let it in by another value",
    own({ LogDeliveryEnabled: "yes" }),
    ["stream-tag-missing other-value"],
  ],
  [
    "lets it in by the provider's default tags",
    own({}, { default_tags: [{ tags: { LogDeliveryEnabled: "true" } }] }),
    [],
  ],
  [
    "has its own tag before the provider's",
    own({ LogDeliveryEnabled: "false" }, { default_tags: { tags: { LogDeliveryEnabled: "true" } } }),
    ["stream-tag-missing other-value"],
  ],
  ["with tags that are not known may let it in", own("${var.tags}"), ["? stream-tag-missing unknown"]],
  [
    "with a tag that is not known may let it in",
    own({ LogDeliveryEnabled: "${var.on}" }),
    ["? stream-tag-missing unknown"],
  ],
]);

/** The same, fed from somewhere else. */
const fed = (feed: object): World => ({
  ...own({ LogDeliveryEnabled: "true" }),
  also: {
    aws_kinesis_firehose_delivery_stream: {
      s: { name: "records", tags: { LogDeliveryEnabled: "true" }, ...feed },
    },
  },
});

hold("a delivery stream", [
  ["without a source takes what log delivery puts", fed({ kinesis_source_configuration: null }), []],
  [
    "that a Kinesis stream feeds takes nothing else",
    fed({ kinesis_source_configuration: [{ kinesis_stream_arn: "${aws_kinesis_stream.k.arn}" }] }),
    ["destination-mismatch stream-source"],
  ],
  [
    "that a topic feeds takes nothing else",
    fed({ msk_source_configuration: { topic_name: "records" } }),
    ["destination-mismatch stream-source"],
  ],
  [
    "that a dynamic block may feed may take nothing else",
    fed({ dynamic: { kinesis_source_configuration: { for_each: "${var.feeds}", content: {} } } }),
    ["? destination-mismatch source-unknown"],
  ],
  [
    "that a topic feeds, and a Kinesis stream may, takes nothing else",
    fed({ kinesis_source_configuration: "${var.feed}", msk_source_configuration: {} }),
    ["destination-mismatch stream-source"],
  ],
]);

const FORWARDING = [
  {
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource: OWN_ROLE,
    Condition: {
      StringEquals: { "iam:PassedToService": "delivery.logs.amazonaws.com" },
      StringLike: { "iam:AssociatedResourceARN": [`arn:aws:ec2:${REGION}:${ACCOUNT}:vpc/vpc-1`] },
    },
  },
  {
    Effect: "Allow",
    Action: [
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:ListLogDeliveries",
      "logs:GetLogDelivery",
    ],
    Resource: "*",
  },
  { Effect: "Allow", Action: "sts:AssumeRole", Resource: DESTINATION_ROLE },
];
const LETTING_IN = [trusting(undefined, { Principal: { Service: "delivery.logs.amazonaws.com" } })];

/** A flow log to a stream of another account, with AWS's own documents. */
const far = (changes: World = {}): World => ({
  trust: LETTING_IN,
  permission: FORWARDING,
  ...changes,
  flowLog: {
    log_destination_type: "kinesis-data-firehose",
    log_destination: `arn:aws:firehose:${REGION}:${THERE}:deliverystream/records`,
    deliver_cross_account_role: DESTINATION_ROLE,
    ...changes.flowLog,
  },
});

hold("a delivery stream of another account", [
  ["is delivered to by two roles, as AWS documents them", far(), []],
  [
    "lacks the role there",
    far({ flowLog: { deliver_cross_account_role: null } }),
    ["delivery-role-missing one-of-two"],
  ],
  ["lacks the role here", far({ flowLog: { iam_role_arn: null } }), ["delivery-role-missing one-of-two"]],
  [
    "lacks both",
    far({ flowLog: { iam_role_arn: null, deliver_cross_account_role: null } }),
    ["delivery-role-missing neither-of-two"],
  ],
  [
    "has a role there of a name that AWS does not take",
    far({
      flowLog: { deliver_cross_account_role: `arn:aws:iam::${THERE}:role/deliver` },
      permission: [
        ...FORWARDING.slice(0, 2),
        { Effect: "Allow", Action: "sts:AssumeRole", Resource: `arn:aws:iam::${THERE}:role/deliver` },
      ],
    }),
    ["delivery-role-missing destination-role-name"],
  ],
  [
    "has a role there whose name is not known",
    far({ flowLog: { deliver_cross_account_role: "${var.role}" } }),
    ["? delivery-role-missing role-name-unknown"],
  ],
  [
    "is not the flow-logs service's",
    far({ trust: [trusting(SOURCE)] }),
    ["trust-service-missing other-principal"],
  ],
  [
    "is the log-delivery service's alone",
    far({ trust: [...LETTING_IN, trusting(SOURCE)] }),
    ["trust-extra-principal extra"],
  ],
  [
    "is written to by a role with a policy",
    far({ permission: null }),
    ["delivery-policy-unattached no-policy"],
  ],
  [
    "is written to by a role that takes on no other",
    far({
      permission: [...FORWARDING.slice(0, 2), { Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }],
    }),
    ["privilege-excess-action excess"],
  ],
  [
    "is written to by a role that writes to no log group",
    far({
      permission: [...FORWARDING, { Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*" }],
    }),
    ["privilege-excess-action excess", "privilege-wildcard-resource any-resource"],
  ],
]);

const GROUP_TOO = {
  aws_flow_log: {
    g: {
      vpc_id: "${aws_vpc.v.id}",
      traffic_type: "ALL",
      log_destination: GROUP_REF,
      iam_role_arn: "${aws_iam_role.r.arn}",
      max_aggregation_interval: 60,
      depends_on: ["aws_iam_role_policy.p"],
    },
  },
};

hold(
  "a role that writes to a log group and to a delivery stream of another account",
  [
    [
      "has to trust the service of the first",
      far({ also: GROUP_TOO }),
      ["trust-service-missing other-principal"],
    ],
    [
      "has to trust the service of the second",
      far({ also: GROUP_TOO, trust: [trusting(SOURCE)] }),
      ["trust-service-missing other-principal"],
    ],
    ["may trust both", far({ also: GROUP_TOO, trust: [...LETTING_IN, trusting(SOURCE)] }), []],
  ],
  /^(?:\? )?(?:privilege|delivery)-|^trust-confused-deputy/,
);

hold("a role for what nobody knows", [
  [
    "may be one too many",
    {
      trust: [...LETTING_IN, trusting(SOURCE)],
      flowLog: { log_destination_type: "${var.type}", log_destination: "${var.destination}" },
    },
    [
      "? delivery-not-granted destination-not-judged",
      "? delivery-role-unused destination-unknown",
      "? destination-arn-suffix unknown",
      "? destination-mismatch type-unknown",
      "? privilege-wildcard-resource resource-unknown",
      "trust-confused-deputy unrestricted",
      "? trust-service-missing destination-not-judged",
    ],
  ],
]);
