import { BUCKET, holdBuckets, putting, reading, tls } from "./storage-world";
import { ACCOUNT } from "./world";

const EXPIRING = { id: "all", status: "Enabled", filter: {}, expiration: { days: 365 } };

const FLAGS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

holdBuckets("the public-access block", [
  ["has to be there", { access: null }, ["bucket-public no-block"]],
  ...FLAGS.flatMap((flag): [string, object, string[]][] => [
    [`has to have ${flag} on`, { access: { [flag]: false } }, ["bucket-public not-fully-on"]],
    [`has ${flag} off by default`, { access: { [flag]: null } }, ["bucket-public not-fully-on"]],
  ]),
  ["may say it as text", { access: { block_public_acls: "true" } }, []],
  ["may be a variable", { access: { block_public_acls: "${var.block}" } }, ["? bucket-public unknown"]],
  ["may be no boolean", { access: { block_public_acls: [] } }, ["? bucket-public wrong-type"]],
  ["may be another bucket's", { access: { bucket: "other" } }, ["bucket-public no-block"]],
  [
    "may be one whose bucket is not known",
    { access: { bucket: "${var.bucket}" } },
    ["? bucket-public block-unplaced"],
  ],
  ["may not be made", { access: { count: "${var.n}" } }, ["? bucket-public not-certain"]],
]);

holdBuckets("the lifecycle", [
  ["has to be there", { lifecycle: null }, ["bucket-lifecycle-missing no-lifecycle"]],
  ["may be a block without a list", { lifecycle: EXPIRING }, []],
  [
    "has to be enabled",
    { lifecycle: [{ ...EXPIRING, status: "Disabled" }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "has to expire",
    { lifecycle: [{ ...EXPIRING, expiration: undefined }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "does not by a marker",
    { lifecycle: [{ ...EXPIRING, expiration: { days: 0, expired_object_delete_marker: true } }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "must not expire too soon",
    { lifecycle: [{ ...EXPIRING, expiration: { days: 7 } }] },
    ["bucket-lifecycle-missing too-short"],
  ],
  ["may say days as text", { lifecycle: [{ ...EXPIRING, expiration: { days: "365" } }] }, []],
  [
    "may be for the folder of the records",
    { lifecycle: [{ ...EXPIRING, filter: { prefix: "AWSLogs/" } }] },
    [],
  ],
  [
    "may be for the account",
    { lifecycle: [{ ...EXPIRING, filter: { and: { prefix: `AWSLogs/${ACCOUNT}/` } } }] },
    [],
  ],
  [
    "may have its prefix as older providers take it",
    { lifecycle: [{ ...EXPIRING, filter: undefined, prefix: "AWSLogs/" }] },
    [],
  ],
  [
    "is of no use for another folder",
    { lifecycle: [{ ...EXPIRING, filter: { prefix: "tmp/" } }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "is not enough for some of the records",
    { lifecycle: [{ ...EXPIRING, filter: { prefix: `AWSLogs/${ACCOUNT}/vpcflowlogs/eu-west-1/2026/` } }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "is of no use for a tag, which records have not",
    { lifecycle: [{ ...EXPIRING, filter: { tag: { key: "a", value: "b" } } }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "is of no use for tags and a prefix",
    { lifecycle: [{ ...EXPIRING, filter: { and: { prefix: "", tags: { a: "b" } } } }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "has no wildcards in its prefix",
    { lifecycle: [{ ...EXPIRING, filter: { prefix: "*" } }] },
    ["bucket-lifecycle-missing never-expires"],
  ],
  [
    "that hangs on the size is undecided",
    { lifecycle: [{ ...EXPIRING, filter: { object_size_greater_than: 1000 } }] },
    ["? bucket-lifecycle-missing not-certain"],
  ],
  [
    "that hangs on a variable is undecided",
    { lifecycle: [{ ...EXPIRING, filter: { prefix: "${var.prefix}" } }] },
    ["? bucket-lifecycle-missing not-certain"],
  ],
  [
    "whose days are a variable is undecided",
    { lifecycle: [{ ...EXPIRING, expiration: { days: "${var.days}" } }] },
    ["? bucket-lifecycle-missing unknown"],
  ],
  [
    "whose days are a word is undecided",
    { lifecycle: [{ ...EXPIRING, expiration: { days: "year" } }] },
    ["? bucket-lifecycle-missing wrong-type"],
  ],
  [
    "whose status is a variable is undecided",
    { lifecycle: [{ ...EXPIRING, status: "${var.status}" }] },
    ["? bucket-lifecycle-missing unknown"],
  ],
  [
    "of a certain day is undecided",
    { lifecycle: [{ ...EXPIRING, expiration: { date: "2030-01-01T00:00:00Z" } }] },
    ["? bucket-lifecycle-missing on-a-day"],
  ],
  [
    "that is not written as blocks is undecided",
    { lifecycle: "${var.rules}" },
    ["? bucket-lifecycle-missing unknown"],
  ],
  [
    "may stand in the bucket, as older providers take it",
    { lifecycle: null, bucket: { lifecycle_rule: [{ enabled: true, expiration: [{ days: 400 }] }] } },
    [],
  ],
  [
    "that is switched off there expires nothing",
    { lifecycle: null, bucket: { lifecycle_rule: [{ enabled: false, expiration: [{ days: 400 }] }] } },
    ["bucket-lifecycle-missing never-expires"],
  ],
]);

holdBuckets("requests without TLS", [
  ["have to be denied", { policy: [putting(), reading()] }, ["bucket-insecure-transport not-denied"]],
  [
    "are not by a condition of an Allow",
    { policy: [putting({ Condition: { Bool: { "aws:SecureTransport": "true" } } }), reading()] },
    ["bucket-insecure-transport not-denied"],
  ],
  [
    "are not by a Deny of TLS",
    {
      policy: [
        putting(),
        reading(),
        { ...tls(), Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
      ],
    },
    ["bucket-insecure-transport not-denied"],
  ],
  [
    "to everybody",
    { policy: [putting(), reading(), tls({ Principal: { AWS: ACCOUNT } })] },
    ["bucket-insecure-transport partly-denied"],
  ],
  [
    "without exception",
    { policy: [putting(), reading(), tls({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT } })] },
    ["bucket-insecure-transport partly-denied"],
  ],
  [
    "for every action",
    { policy: [putting(), reading(), tls({ Action: "s3:GetObject" })] },
    ["bucket-insecure-transport partly-denied"],
  ],
  [
    "without excepting one",
    { policy: [putting(), reading(), tls({ Action: undefined, NotAction: "s3:ListBucket" })] },
    ["bucket-insecure-transport partly-denied"],
  ],
  [
    "on every object",
    { policy: [putting(), reading(), tls({ Resource: BUCKET })] },
    ["bucket-insecure-transport partly-denied"],
  ],
  [
    "and on the bucket",
    { policy: [putting(), reading(), tls({ Resource: `${BUCKET}/*` })] },
    ["bucket-insecure-transport partly-denied"],
  ],
  [
    "are, where all but other services' actions are",
    { policy: [putting(), reading(), tls({ Action: undefined, NotAction: "sqs:*" })] },
    [],
  ],
  ["are, where any account is", { policy: [putting(), reading(), tls({ Principal: { AWS: "*" } })] }, []],
  [
    "are, by two statements",
    { policy: [putting(), reading(), tls({ Resource: BUCKET }), tls({ Resource: `${BUCKET}/*` })] },
    [],
  ],
  [
    "are, if there is anything to meet",
    {
      policy: [
        putting(),
        reading(),
        tls({ Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } }),
      ],
    },
    [],
  ],
  [
    "may be, under a further condition",
    {
      policy: [
        putting(),
        reading(),
        tls({
          Condition: {
            Bool: { "aws:SecureTransport": "false" },
            StringEquals: { "aws:PrincipalOrgID": "o-1" },
          },
        }),
      ],
    },
    ["? bucket-insecure-transport not-certain"],
  ],
]);
