import { type BucketWorld, DELIVERY, FROM, holdBuckets, LOG_GROUP } from "./storage-world";
import { ACCOUNT, policy, REGION } from "./world";

const KEY = "${aws_kms_key.k.arn}";
const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
const LOGS = { Service: `logs.${REGION}.amazonaws.com` };
const ROOT = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: "kms:*",
  Resource: "*",
};

/** A statement that lets CloudWatch Logs use a key for the log group. */
function encryptingGroup(changes: object = {}): object {
  const Condition = { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": LOG_GROUP } };
  return { Effect: "Allow", Principal: LOGS, Action: USE, Resource: "*", Condition, ...changes };
}

/** A statement that lets the delivery service use a key. */
function encryptingBucket(changes: object = {}): object {
  return { Effect: "Allow", Principal: DELIVERY, Action: USE, Resource: "*", Condition: FROM, ...changes };
}

/** A bucket with a key that has these statements beside that of the root. */
function bucket(statements: unknown, changes: BucketWorld = {}): BucketWorld {
  return {
    encryption: { sse_algorithm: "aws:kms", kms_master_key_id: KEY },
    ...changes,
    also: { aws_kms_key: { k: { policy: policy(statements) } }, ...changes.also },
  };
}

const OTHERS = ["key-policy-denies-logs other-principal"];
const NEVER = ["key-policy-denies-logs condition-never-holds"];
const UNCLEAR = ["? key-policy-denies-logs not-certain"];

holdBuckets("the key of a bucket", [
  ["lets in the delivery service as AWS documents", bucket([ROOT, encryptingBucket()]), []],
  [
    "is in the bucket's region, wherever the flow log is",
    {
      ...bucket([ROOT, encryptingBucket()], { bucket: { provider: "aws.far" } }),
      provider: [
        { region: REGION, allowed_account_ids: [ACCOUNT] },
        { alias: "far", region: "us-east-1", allowed_account_ids: [ACCOUNT] },
      ],
    },
    ["key-policy-denies-logs other-region"],
  ],
  [
    "through S3",
    bucket([
      ROOT,
      encryptingBucket({ Condition: { StringEquals: { "kms:EncryptionContext:aws:s3:arn": "*" } } }),
    ]),
    NEVER,
  ],
  [
    "for the objects of the bucket",
    bucket([
      ROOT,
      encryptingBucket({
        Condition: { ArnLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::records*" } },
      }),
    ]),
    [],
  ],
  [
    "perhaps for its objects alone",
    bucket([
      ROOT,
      encryptingBucket({
        Condition: { ArnLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::records/*" } },
      }),
    ]),
    UNCLEAR,
  ],
  [
    "perhaps where it demands S3",
    bucket([
      ROOT,
      encryptingBucket({ Condition: { StringEquals: { "kms:ViaService": `s3.${REGION}.amazonaws.com` } } }),
    ]),
    UNCLEAR,
  ],
  [
    "not where it demands another service",
    bucket([
      ROOT,
      encryptingBucket({ Condition: { StringEquals: { "kms:ViaService": "sqs.eu-west-1.amazonaws.com" } } }),
    ]),
    NEVER,
  ],
  ["not CloudWatch Logs", bucket([ROOT, encryptingGroup()]), OTHERS],
  [
    "not for another account",
    bucket([
      ROOT,
      encryptingBucket({ Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } } }),
    ]),
    NEVER,
  ],
  [
    "not without a policy",
    { encryption: { sse_algorithm: "aws:kms", kms_master_key_id: KEY }, also: { aws_kms_key: { k: {} } } },
    ["key-policy-denies-logs no-policy"],
  ],
  [
    "not by its id",
    bucket([ROOT, encryptingBucket()], {
      encryption: { sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.k.id}" },
    }),
    ["key-policy-denies-logs bare-key-id"],
  ],
  [
    "not by a literal id",
    { encryption: { sse_algorithm: "aws:kms", kms_master_key_id: "1234abcd-12ab-34cd-56ef-1234567890ab" } },
    ["key-policy-denies-logs bare-key-id"],
  ],
  [
    "perhaps by an alias",
    { encryption: { sse_algorithm: "aws:kms", kms_master_key_id: "alias/records" } },
    ["? key-policy-denies-logs alias"],
  ],
  [
    "not that which AWS manages",
    { encryption: { sse_algorithm: "aws:kms" } },
    ["key-policy-denies-logs aws-managed-key"],
  ],
  [
    "not by the alias of that",
    { encryption: { sse_algorithm: "aws:kms", kms_master_key_id: "alias/aws/s3" } },
    ["key-policy-denies-logs aws-managed-key"],
  ],
  [
    "nor by a data source of that",
    {
      encryption: { sse_algorithm: "aws:kms", kms_master_key_id: "${data.aws_kms_alias.s3.target_key_arn}" },
      data: { aws_kms_alias: { s3: { name: "alias/aws/s3" } } },
    },
    ["key-policy-denies-logs aws-managed-key"],
  ],
  ["of S3 itself needs no policy", { encryption: { sse_algorithm: "AES256" } }, []],
  [
    "from elsewhere is undecided",
    {
      encryption: {
        sse_algorithm: "aws:kms",
        kms_master_key_id: `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234`,
      },
    },
    ["? key-policy-denies-logs key-not-in-input"],
  ],
  [
    "that is a variable is undecided",
    { encryption: { sse_algorithm: "aws:kms", kms_master_key_id: "${var.key}" } },
    ["? key-policy-denies-logs key-unknown"],
  ],
  [
    "whose algorithm is a variable is undecided",
    { encryption: { sse_algorithm: "${var.algorithm}" } },
    ["? key-policy-denies-logs key-unknown"],
  ],
  [
    "may stand in the bucket, as older providers take it",
    bucket([ROOT], {
      encryption: undefined,
      bucket: {
        server_side_encryption_configuration: {
          rule: {
            apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: KEY },
          },
        },
      },
    }),
    OTHERS,
  ],
]);

holdBuckets(
  "where a key of your own is asked for",
  [
    ["S3's own is none", { encryption: { sse_algorithm: "AES256" } }, ["encryption-key-missing no-key"]],
    ["nothing is none", {}, ["encryption-key-missing no-key"]],
    ["a key is one", bucket([ROOT, encryptingBucket()]), []],
    [
      "that of AWS is none",
      { encryption: { sse_algorithm: "aws:kms" } },
      ["encryption-key-missing aws-managed-key", "key-policy-denies-logs aws-managed-key"],
    ],
  ],
  { encryption: { requireCustomerKey: true } },
);
