// The defects that the tools are asked to find. Each is planted alone, by one or two edits of an infra/ that is right in
// every respect, and in the same wish written for CloudFormation (cdk-nag judges nothing else).
"use strict";

/**
 * @typedef {object} Defect
 * @property {string} id
 * @property {string} title What is wrong, as the table says it.
 * @property {"log-group" | "bucket"} infra The folder of infra/ that it is planted in.
 * @property {[string, string][]} edits Text of main.tf, and what takes its place.
 * @property {(resources: Record<string, any>) => void} cloudFormation The same edit of the resources of a template.
 */

const GROUP = "${aws_cloudwatch_log_group.records.arn}:*";
const OTHER_GROUP = "arn:aws:logs:eu-west-1:123456789012:log-group:/vpc/other:*";
const CONDITION = `,
      "Condition": {
        "StringEquals": { "aws:SourceAccount": "123456789012" },
        "ArnLike": { "aws:SourceArn": "arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*" }
      }`;
const LOGS_KEY = "logs.eu-west-1.amazonaws.com";

const statement = (resource, document = "PolicyDocument") => resource.Properties[document].Statement[0];
const trust = (resources) => statement(resources.Role, "AssumeRolePolicyDocument");

/** A resource or an argument of main.tf, from its first line to the last, with the blank line before it. */
const gone = (text) => [text, ""];

/** @type {readonly Defect[]} */
const DEFECTS = [
  {
    id: "stream-suffix",
    title: "the policy names the log group without `:*`",
    infra: "log-group",
    edits: [[GROUP, "${aws_cloudwatch_log_group.records.arn}"]],
    cloudFormation: ({ Policy }) => (statement(Policy).Resource = { "Fn::Sub": "${Group}" }),
  },
  {
    id: "other-group",
    title: "the policy names another log group",
    infra: "log-group",
    edits: [[GROUP, OTHER_GROUP]],
    cloudFormation: ({ Policy }) => (statement(Policy).Resource = OTHER_GROUP),
  },
  {
    id: "unattached",
    title: "the policy is attached to no role",
    infra: "log-group",
    edits: [
      gone(`
resource "aws_iam_role_policy_attachment" "delivery" {
  role       = aws_iam_role.delivery.name
  policy_arn = aws_iam_policy.delivery.arn
}
`),
      [", aws_iam_role_policy_attachment.delivery]", "]"],
    ],
    cloudFormation: ({ Policy }) => delete Policy.Properties.Roles,
  },
  {
    id: "principal",
    title: "the role trusts EC2, not the flow-log service",
    infra: "log-group",
    edits: [['"vpc-flow-logs.amazonaws.com"', '"ec2.amazonaws.com"']],
    cloudFormation: (resources) => (trust(resources).Principal.Service = "ec2.amazonaws.com"),
  },
  {
    id: "confused-deputy",
    title: "the trust has no condition (confused deputy)",
    infra: "log-group",
    edits: [gone(CONDITION)],
    cloudFormation: (resources) => delete trust(resources).Condition,
  },
  {
    id: "any-principal",
    title: "anybody may take the role",
    infra: "log-group",
    edits: [['{ "Service": "vpc-flow-logs.amazonaws.com" }', '{ "AWS": "*" }'], gone(CONDITION)],
    cloudFormation: (resources) => {
      trust(resources).Principal = { AWS: "*" };
      delete trust(resources).Condition;
    },
  },
  {
    id: "any-resource",
    title: "the policy allows writing to every log group",
    infra: "log-group",
    edits: [[GROUP, "*"]],
    cloudFormation: ({ Policy }) => (statement(Policy).Resource = "*"),
  },
  {
    id: "any-action",
    title: "the policy allows `logs:*`",
    infra: "log-group",
    edits: [['["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]', '"logs:*"']],
    cloudFormation: ({ Policy }) => (statement(Policy).Action = "logs:*"),
  },
  {
    id: "key-policy",
    title: "the key's policy does not let CloudWatch Logs use it",
    infra: "log-group",
    edits: [[LOGS_KEY, "sns.amazonaws.com"]],
    cloudFormation: ({ Key }) =>
      (Key.Properties.KeyPolicy.Statement[1].Principal.Service = "sns.amazonaws.com"),
  },
  {
    id: "retention-unset",
    title: "no retention: records are kept, and paid, for ever",
    infra: "log-group",
    edits: [gone("\n  retention_in_days = 365")],
    cloudFormation: ({ Group }) => delete Group.Properties.RetentionInDays,
  },
  {
    id: "retention-short",
    title: "records are deleted after 7 days",
    infra: "log-group",
    edits: [["retention_in_days = 365", "retention_in_days = 7"]],
    cloudFormation: ({ Group }) => (Group.Properties.RetentionInDays = 7),
  },
  {
    id: "reject-only",
    title: "only REJECT is captured",
    infra: "log-group",
    edits: [['"ALL"', '"REJECT"']],
    cloudFormation: ({ FlowLog }) => (FlowLog.Properties.TrafficType = "REJECT"),
  },
  {
    id: "no-flow-log",
    title: "the VPC has no flow log",
    infra: "log-group",
    edits: [
      gone(`
resource "aws_flow_log" "main" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
  log_destination          = aws_cloudwatch_log_group.records.arn
  iam_role_arn             = aws_iam_role.delivery.arn
  depends_on               = [aws_iam_policy.delivery, aws_iam_role_policy_attachment.delivery]
}
`),
    ],
    cloudFormation: (resources) => delete resources.FlowLog,
  },
  {
    id: "bucket-refuses",
    title: "the bucket's policy lets another service deliver",
    infra: "bucket",
    edits: [['"delivery.logs.amazonaws.com"', '"logging.s3.amazonaws.com"']],
    cloudFormation: ({ BucketPolicy }) => {
      for (const at of [0, 1])
        BucketPolicy.Properties.PolicyDocument.Statement[at].Principal.Service = "logging.s3.amazonaws.com";
    },
  },
  {
    id: "bucket-denies",
    title: "the bucket's policy denies the delivery",
    infra: "bucket",
    edits: [['"Condition": { "Bool": { "aws:SecureTransport": "false" } }', '"Condition": {}']],
    cloudFormation: ({ BucketPolicy }) => {
      BucketPolicy.Properties.PolicyDocument.Statement[2].Condition = {};
    },
  },
  {
    id: "bucket-public",
    title: "the bucket may be made public",
    infra: "bucket",
    edits: [
      gone(`
resource "aws_s3_bucket_public_access_block" "records" {
  bucket                  = aws_s3_bucket.records.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`),
    ],
    cloudFormation: ({ Bucket }) => delete Bucket.Properties.PublicAccessBlockConfiguration,
  },
  {
    id: "plain-http",
    title: "the bucket answers without TLS",
    infra: "bucket",
    edits: [
      gone(`,
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::flow-logs-123456789012", "arn:aws:s3:::flow-logs-123456789012/*"],
      "Condition": { "Bool": { "aws:SecureTransport": "false" } }
    }`),
    ],
    cloudFormation: ({ BucketPolicy }) => BucketPolicy.Properties.PolicyDocument.Statement.pop(),
  },
];

module.exports = { DEFECTS };
