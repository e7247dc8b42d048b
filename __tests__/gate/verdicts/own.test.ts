import type { World } from "./world";
import { ACCOUNT, GROUP, GROUP_REF, hold, REGION, trusting, writing } from "./world";

const OTHER = "999988887777";
const me = "${data.aws_caller_identity.me.account_id}";
const here = "${data.aws_region.here.name}";
const partition = "${data.aws_partition.mine.partition}";
const data = { aws_caller_identity: { me: {} }, aws_region: { here: {} }, aws_partition: { mine: {} } };

interface Whose {
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
}
const source = ({ account = ACCOUNT, region = REGION, partition: part = "aws" }: Whose = {}): object => ({
  StringEquals: { "aws:SourceAccount": account },
  ArnLike: { "aws:SourceArn": `arn:${part}:ec2:${region}:${account}:vpc-flow-log/*` },
});
const on = ({ account = ACCOUNT, region = REGION, partition: part = "aws" }: Whose = {}): object => {
  const group = `arn:${part}:logs:${region}:${account}:log-group:/net/flow`;
  return writing([group, `${group}:*`]);
};
const byReference = writing([GROUP_REF, `${GROUP_REF}:*`]);
/** The provider says nothing of the account. */
const anywhere = [{ region: REGION }];
const world = (provider: object[], trust: Whose, permission: object): World => ({
  provider,
  data,
  trust: [trusting(source(trust))],
  permission: [permission],
});

hold("the own account is", [
  [
    "the caller's, all by reference",
    world([{}], { account: me, region: here, partition }, on({ account: me, region: here, partition })),
    [],
  ],
  [
    "the one that allowed_account_ids names",
    world([{ region: REGION, allowed_account_ids: [OTHER] }], { account: OTHER }, on({ account: OTHER })),
    [],
  ],
  [
    "no other than allowed_account_ids names",
    world([{ region: REGION, allowed_account_ids: [OTHER] }], {}, byReference),
    ["trust-condition-ineffective other-account"],
  ],
  [
    "the one literal that is used throughout",
    world(anywhere, { account: OTHER }, on({ account: OTHER })),
    [],
  ],
  ["the one literal beside a reference", world(anywhere, { account: me }, on({ account: OTHER })), []],
  ["the one literal of the trust policy", world(anywhere, { account: OTHER }, byReference), []],
  [
    "not known where two literals differ",
    world(anywhere, { account: OTHER }, on()),
    [
      "? delivery-not-granted not-certain",
      "? privilege-wildcard-resource resource-unknown",
      "? trust-condition-ineffective condition-unknown",
    ],
  ],
  [
    "that of log_destination before all others",
    { ...world(anywhere, { account: OTHER }, on()), flowLog: { log_destination: GROUP } },
    ["trust-condition-ineffective other-account"],
  ],
]);

hold("the partition is", [
  [
    "China's in a Chinese region",
    world(
      [{ region: "cn-north-1" }],
      { region: "cn-north-1", partition: "aws-cn" },
      on({ region: "cn-north-1", partition: "aws-cn" }),
    ),
    [],
  ],
  [
    "not aws in a Chinese region",
    world([{ region: "cn-north-1" }], { region: "cn-north-1" }, on({ region: "cn-north-1" })),
    ["delivery-not-granted other-log-group", "trust-condition-ineffective other-partition"],
  ],
  [
    "the government's in its regions",
    world([{ region: "us-gov-west-1" }], { region: "us-gov-west-1", partition: "aws-us-gov" }, byReference),
    [],
  ],
]);

const PROVIDERS = [
  { region: REGION, allowed_account_ids: [ACCOUNT] },
  { alias: "us", region: "us-east-1", allowed_account_ids: [ACCOUNT] },
];
/** Flow log and log group are made in the United States, the role by the default provider. */
const abroad = (trust: Whose): World => ({
  ...world(PROVIDERS, trust, byReference),
  flowLog: { provider: "aws.us" },
  logGroup: { provider: "aws.us" },
});
const HERE_AND_THERE = writing([GROUP_REF, `${GROUP_REF}:*`, "${aws_cloudwatch_log_group.us.arn}:*"]);
/** One more flow log in the United States uses the role. */
const both = (region: string): World => ({
  ...world(PROVIDERS, { region }, HERE_AND_THERE),
  also: {
    aws_vpc: { us: { provider: "aws.us", cidr_block: "10.1.0.0/16" } },
    aws_cloudwatch_log_group: { us: { provider: "aws.us", name: "/net/us", retention_in_days: 365 } },
    aws_flow_log: {
      us: {
        provider: "aws.us",
        vpc_id: "${aws_vpc.us.id}",
        traffic_type: "ALL",
        log_destination: "${aws_cloudwatch_log_group.us.arn}",
        iam_role_arn: "${aws_iam_role.r.arn}",
        max_aggregation_interval: 60,
        depends_on: ["aws_iam_role_policy.p"],
      },
    },
  },
});

hold("the own region of a role is that of its flow logs:", [
  ["the role's own provider does not matter", abroad({ region: "us-east-1" }), []],
  ["another than theirs keeps them out", abroad({}), ["trust-condition-ineffective other-region"]],
  ["any region is right for two", both("*"), []],
  ["one of two keeps the other out", both(REGION), ["trust-condition-ineffective other-region"]],
]);

/** A second flow log, to a second group, uses the role. */
const shared = (...resources: string[]): World => ({
  permission: [writing(resources)],
  also: {
    aws_cloudwatch_log_group: { second: { name: "/net/flow2", retention_in_days: 365 } },
    aws_flow_log: {
      second: {
        subnet_id: "subnet-0a1b2c3d",
        traffic_type: "ALL",
        log_destination: "${aws_cloudwatch_log_group.second.arn}",
        iam_role_arn: "${aws_iam_role.r.arn}",
        max_aggregation_interval: 60,
        depends_on: ["aws_iam_role_policy.p"],
      },
    },
  },
});

hold("a role that two flow logs with a group each use", [
  ["may reach both", shared(`${GROUP}:*`, `${GROUP}2:*`), []],
  ["has to reach both", shared(`${GROUP}:*`), ["delivery-not-granted other-log-group"]],
  [
    "may not reach more by a common prefix",
    shared(`${GROUP}*`),
    ["privilege-wildcard-resource wildcard-name"],
  ],
  [
    "may not reach a third",
    shared(`${GROUP}:*`, `${GROUP}2:*`, `${GROUP}3:*`),
    ["privilege-wildcard-resource other-log-group"],
  ],
]);
