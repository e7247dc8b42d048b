import { BUCKET, holdBuckets, putting, reading, tls } from "./storage-world";
import { policy } from "./world";

holdBuckets("the policy of the bucket", [
  ["is the one that names it", {}, []],
  ["may name it by name", { bucketPolicy: { bucket: "records" } }, []],
  ["has to be there", { policy: null }, ["bucket-policy-unmanaged no-policy"]],
  [
    "is not that of another bucket",
    { bucketPolicy: { bucket: "other" } },
    ["bucket-policy-unmanaged no-policy"],
  ],
  [
    "may be one of several, of which S3 keeps one",
    {
      also: {
        aws_s3_bucket_policy: { c: { bucket: "${aws_s3_bucket.b.id}", policy: policy([tls()]) } },
      },
    },
    ["? bucket-policy-denies-delivery several-policies"],
  ],
  [
    "may be each of several that say the same",
    {
      also: {
        aws_s3_bucket_policy: {
          c: { bucket: "${aws_s3_bucket.b.id}", policy: policy([putting(), reading(), tls()]) },
        },
      },
    },
    [],
  ],
  [
    "may be one whose bucket is not known",
    { also: { aws_s3_bucket_policy: { c: { bucket: "${var.bucket}", policy: policy([tls()]) } } } },
    ["? bucket-insecure-transport policy-unplaced", "? bucket-policy-denies-delivery policy-unplaced"],
  ],
  [
    "may not be made",
    { bucketPolicy: { count: "${var.n}" } },
    [
      "? bucket-insecure-transport not-certain",
      "? bucket-policy-denies-delivery not-certain",
      "? bucket-policy-unmanaged not-certain",
    ],
  ],
  [
    "may be in a module that is told of the bucket",
    { policy: null, module: { m: { source: "./m", bucket: "${aws_s3_bucket.b.id}" } } },
    [
      "? bucket-policy-unmanaged policy-unplaced",
      "? key-policy-denies-logs encryption-unplaced",
      "? capture-uncovered module-unread",
    ],
  ],
  [
    "may be in a module that is told of it through a local",
    {
      policy: null,
      locals: { bucket: "${aws_s3_bucket.b.id}" },
      module: { m: { source: "./m", bucket: "${local.bucket}" } },
    },
    [
      "? bucket-policy-unmanaged policy-unplaced",
      "? key-policy-denies-logs encryption-unplaced",
      "? capture-uncovered module-unread",
    ],
  ],
  [
    "is that of the same instance",
    {
      bucket: { count: 2 },
      flowLog: { log_destination: "${aws_s3_bucket.b[0].arn}" },
      bucketPolicy: { bucket: "${aws_s3_bucket.b[1].id}" },
      access: { bucket: "${aws_s3_bucket.b[0].id}" },
      lifecycle: null,
    },
    [
      "? bucket-insecure-transport not-certain",
      "bucket-lifecycle-missing no-lifecycle",
      "? bucket-policy-denies-delivery not-certain",
      "? bucket-policy-unmanaged not-certain",
    ],
  ],
  [
    "may name a bucket whose name nobody knows yet",
    {
      bucket: { bucket: null, bucket_prefix: "records" },
      policy: [
        putting({ Resource: "${aws_s3_bucket.b.arn}/AWSLogs/111122223333/*" }),
        reading({ Resource: "${aws_s3_bucket.b.arn}" }),
        tls({ Resource: ["${aws_s3_bucket.b.arn}", "${aws_s3_bucket.b.arn}/*"] }),
      ],
    },
    [],
  ],
]);

holdBuckets("a bucket that the input does not hold", [
  [
    "is undecided by its ARN",
    { flowLog: { log_destination: "arn:aws:s3:::elsewhere" } },
    ["? bucket-policy-denies-delivery bucket-not-in-input"],
  ],
  [
    "is undecided as a data source",
    {
      flowLog: { log_destination: "${data.aws_s3_bucket.d.arn}" },
      data: { aws_s3_bucket: { d: { bucket: "elsewhere" } } },
    },
    ["? bucket-policy-denies-delivery bucket-not-in-input"],
  ],
  ["is found by the ARN of one that it does hold", { flowLog: { log_destination: BUCKET } }, []],
]);
