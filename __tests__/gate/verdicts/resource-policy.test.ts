import { BUCKET, type BucketWorld, FROM, holdBuckets, KEYS, putting, reading, tls } from "./storage-world";
import { ACCOUNT } from "./world";

const OTHER = "999999999999";
const OTHER_RESOURCE = ["bucket-policy-denies-delivery other-resource"];
const NEVER = ["bucket-policy-denies-delivery condition-never-holds"];
const UNCLEAR = ["? bucket-policy-denies-delivery not-certain"];
/** That rule speaks of the prefix, too. */
const PREFIX_UNKNOWN = ["? destination-prefix-reserved unknown"];

/** The statement for the records is another. */
function put(changes: object): BucketWorld {
  return { policy: [putting(changes), reading(), tls()] };
}

holdBuckets("the delivery service puts records where the policy names", [
  ["what AWS documents", {}, []],
  ["the whole bucket", put({ Resource: `${BUCKET}/*` }), []],
  ["everything", put({ Resource: "*" }), []],
  ["the account by a wildcard", put({ Resource: `${BUCKET}/AWSLogs/*` }), []],
  ["the folder of flow logs alone", put({ Resource: `${BUCKET}/AWSLogs/${ACCOUNT}/vpcflowlogs/*` }), []],
  ["the bucket by reference", put({ Resource: "${aws_s3_bucket.b.arn}/AWSLogs/111122223333/*" }), []],
  ["all but another folder", put({ Resource: undefined, NotResource: `${BUCKET}/other/*` }), []],
  ["not another bucket", put({ Resource: "arn:aws:s3:::other/*" }), OTHER_RESOURCE],
  ["not the bucket without its objects", put({ Resource: BUCKET }), OTHER_RESOURCE],
  ["not another account", put({ Resource: `${BUCKET}/AWSLogs/${OTHER}/*` }), OTHER_RESOURCE],
  [
    "not another region",
    put({ Resource: `${BUCKET}/AWSLogs/${ACCOUNT}/vpcflowlogs/us-east-1/*` }),
    OTHER_RESOURCE,
  ],
  [
    "not another partition",
    put({ Resource: `arn:aws-cn:s3:::records/AWSLogs/${ACCOUNT}/*` }),
    OTHER_RESOURCE,
  ],
  [
    "not a prefix that it does not write",
    put({ Resource: `${BUCKET}/lake/AWSLogs/${ACCOUNT}/*` }),
    OTHER_RESOURCE,
  ],
  [
    "not all but its own folder",
    put({ Resource: undefined, NotResource: `${BUCKET}/AWSLogs/*` }),
    OTHER_RESOURCE,
  ],
  [
    "perhaps what a policy variable names",
    put({ Resource: `${BUCKET}/AWSLogs/$\${aws:PrincipalAccount}/*` }),
    UNCLEAR,
  ],
  ["perhaps what a variable names", put({ Resource: "${var.bucket}/*" }), UNCLEAR],
]);

holdBuckets("a prefix in the destination", [
  ["has to be covered", { flowLog: { log_destination: "${aws_s3_bucket.b.arn}/lake/" } }, OTHER_RESOURCE],
  [
    "is covered with or without a slash at its end",
    {
      flowLog: { log_destination: "${aws_s3_bucket.b.arn}/lake" },
      ...put({ Resource: `${BUCKET}/lake/AWSLogs/${ACCOUNT}/*` }),
    },
    [],
  ],
  [
    "is covered by the whole bucket even if it is not known",
    {
      flowLog: { log_destination: "${aws_s3_bucket.b.arn}/${var.prefix}/" },
      ...put({ Resource: `${BUCKET}/*` }),
    },
    PREFIX_UNKNOWN,
  ],
  [
    "is not surely covered if it is not known",
    { flowLog: { log_destination: "${aws_s3_bucket.b.arn}/${var.prefix}/" } },
    [...PREFIX_UNKNOWN, ...UNCLEAR],
  ],
]);

const HIVE = { destination_options: { hive_compatible_partitions: true } };
const HIVE_KEYS = `${BUCKET}/AWSLogs/aws-account-id=${ACCOUNT}/*`;

holdBuckets("Hive-compatible partitions", [
  ["are other keys", { flowLog: HIVE }, OTHER_RESOURCE],
  ["have keys of their own", { flowLog: HIVE, ...put({ Resource: HIVE_KEYS }) }, []],
  ["may be allowed beside the plain ones", { flowLog: HIVE, ...put({ Resource: [KEYS, HIVE_KEYS] }) }, []],
  ["are not what a flow log without them writes", put({ Resource: HIVE_KEYS }), OTHER_RESOURCE],
  [
    "that are not known leave it open",
    { flowLog: { destination_options: { hive_compatible_partitions: "${var.hive}" } } },
    UNCLEAR,
  ],
]);

holdBuckets("the delivery service reads the ACL of the bucket", [
  [
    "without it nothing arrives",
    { policy: [putting(), tls()] },
    ["bucket-policy-denies-delivery missing-action"],
  ],
  [
    "not that of another bucket",
    { policy: [putting(), reading({ Resource: "arn:aws:s3:::other" }), tls()] },
    OTHER_RESOURCE,
  ],
  [
    "not on the objects",
    { policy: [putting(), reading({ Resource: `${BUCKET}/*` }), tls()] },
    OTHER_RESOURCE,
  ],
  [
    "its request sends no ACL",
    {
      policy: [putting({ Action: ["s3:PutObject", "s3:GetBucketAcl"], Resource: [BUCKET, KEYS] }), tls()],
    },
    NEVER,
  ],
]);

const CHINA = {
  provider: [{ region: "cn-north-1", allowed_account_ids: [ACCOUNT] }],
  policy: [
    putting({
      Resource: `arn:aws-cn:s3:::records/AWSLogs/${ACCOUNT}/*`,
      Condition: { ArnLike: { "aws:SourceArn": `arn:aws-cn:logs:cn-north-1:${ACCOUNT}:*` } },
    }),
    reading({ Resource: "arn:aws-cn:s3:::records", Condition: {} }),
    tls({ Resource: ["arn:aws-cn:s3:::records", "arn:aws-cn:s3:::records/*"] }),
  ],
};

const GOVERNMENT = JSON.parse(
  JSON.stringify(CHINA).replaceAll("aws-cn", "aws-us-gov").replaceAll("cn-north-1", "us-gov-west-1"),
) as BucketWorld;

holdBuckets("in another partition", [
  ["China has ARNs of its own", CHINA, []],
  ["so has GovCloud", GOVERNMENT, []],
  [
    "those of another are of no use",
    { ...CHINA, policy: undefined },
    ["bucket-insecure-transport partly-denied", "bucket-policy-denies-delivery other-resource"],
  ],
]);

holdBuckets("what the own account and region are", [
  ["may stand in the policy alone", { provider: [{}] }, []],
  [
    "is not known from two accounts",
    {
      provider: [{}],
      policy: [
        putting(),
        reading(),
        tls(),
        putting({
          Resource: `${BUCKET}/AWSLogs/${OTHER}/*`,
          Condition: { StringEquals: { "aws:SourceAccount": OTHER } },
        }),
      ],
    },
    UNCLEAR,
  ],
]);

const DOCUMENT = {
  statement: [
    {
      actions: ["s3:PutObject"],
      resources: ["${aws_s3_bucket.b.arn}/AWSLogs/${data.aws_caller_identity.c.account_id}/*"],
      principals: [{ type: "Service", identifiers: ["delivery.logs.amazonaws.com"] }],
      condition: [
        {
          test: "StringEquals",
          variable: "aws:SourceAccount",
          values: ["${data.aws_caller_identity.c.account_id}"],
        },
      ],
    },
    {
      actions: ["s3:GetBucketAcl"],
      resources: ["${aws_s3_bucket.b.arn}"],
      principals: [{ type: "Service", identifiers: ["delivery.logs.amazonaws.com"] }],
    },
    {
      effect: "Deny",
      actions: ["s3:*"],
      resources: ["${aws_s3_bucket.b.arn}", "${aws_s3_bucket.b.arn}/*"],
      principals: [{ type: "*", identifiers: ["*"] }],
      condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
    },
  ],
};

holdBuckets("the policy may be written", [
  [
    "as a data source",
    {
      policy: "${data.aws_iam_policy_document.p.json}",
      data: { aws_iam_policy_document: { p: DOCUMENT }, aws_caller_identity: { c: {} } },
    },
    [],
  ],
  [
    "in the bucket itself, as older providers take it",
    {
      policy: null,
      bucket: { policy: JSON.stringify({ Version: "2012-10-17", Statement: [putting(), reading(), tls()] }) },
    },
    [],
  ],
  ["with a condition on every delivery", { policy: [putting({ Condition: FROM }), reading(), tls()] }, []],
  [
    "as a function call, which is not evaluated",
    { policy: "${jsonencode({})}" },
    ["? bucket-insecure-transport policy-unread", "? bucket-policy-denies-delivery policy-unread"],
  ],
  [
    "as null, which Terraform refuses",
    { bucketPolicy: { policy: null } },
    ["? bucket-insecure-transport policy-unread", "? bucket-policy-denies-delivery policy-unread"],
  ],
  [
    "as a number, which is no policy",
    { bucketPolicy: { policy: 7 } },
    ["? bucket-insecure-transport policy-unread", "? bucket-policy-denies-delivery policy-unread"],
  ],
]);
