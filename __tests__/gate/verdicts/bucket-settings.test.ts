import { BUCKET, holdBuckets, putting, reading, tls } from "./storage-world";
import { ACCOUNT } from "./world";

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
  [
    "has to be the bucket's, whatever the account has",
    {
      access: null,
      also: {
        aws_s3_account_public_access_block: { all: Object.fromEntries(FLAGS.map((flag) => [flag, true])) },
      },
    },
    ["bucket-public no-block"],
  ],
  ["may be another bucket's", { access: { bucket: "other" } }, ["bucket-public no-block"]],
  [
    "may be one whose bucket is not known",
    { access: { bucket: "${var.bucket}" } },
    ["? bucket-public block-unplaced"],
  ],
  ["may not be made", { access: { count: "${var.n}" } }, ["? bucket-public not-certain"]],
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
