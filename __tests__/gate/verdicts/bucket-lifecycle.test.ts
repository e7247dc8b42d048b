import { holdBuckets } from "./storage-world";
import { ACCOUNT } from "./world";

const EXPIRING = { id: "all", status: "Enabled", filter: {}, expiration: { days: 365 } };

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
  [
    "beside a second one that leaves the records alone is undecided",
    {
      also: { aws_s3_bucket_lifecycle_configuration: { other: lifecycleOf({ filter: { prefix: "tmp/" } }) } },
    },
    ["? bucket-lifecycle-missing several-lifecycles"],
  ],
  [
    "may stand twice, where each expires the records",
    { also: { aws_s3_bucket_lifecycle_configuration: { other: lifecycleOf({}) } } },
    [],
  ],
]);

holdBuckets("former versions of records", [
  ["are kept by a versioned bucket", versioned({}), ["bucket-lifecycle-missing versions-kept"]],
  [
    "are kept where versioning stands in the bucket, as older providers take it",
    { bucket: { versioning: [{ enabled: true }] } },
    ["bucket-lifecycle-missing versions-kept"],
  ],
  [
    "are kept for object lock",
    { bucket: { object_lock_enabled: true } },
    ["bucket-lifecycle-missing versions-kept"],
  ],
  ["are deleted by a rule", { ...versioned({}), ...forgetting({ noncurrent_days: 30 }) }, []],
  [
    "are deleted by a rule of the bucket, as older providers take it",
    {
      lifecycle: null,
      bucket: {
        versioning: [{ enabled: true }],
        lifecycle_rule: [
          { enabled: true, expiration: [{ days: 400 }], noncurrent_version_expiration: [{ days: 30 }] },
        ],
      },
    },
    [],
  ],
  [
    "are kept by a rule that keeps some, since a record has but one",
    { ...versioned({}), ...forgetting({ noncurrent_days: 30, newer_noncurrent_versions: 1 }) },
    ["bucket-lifecycle-missing versions-kept"],
  ],
  [
    "are perhaps kept by a rule of which it is not known how many it keeps",
    { ...versioned({}), ...forgetting({ noncurrent_days: 30, newer_noncurrent_versions: "${var.n}" }) },
    ["? bucket-lifecycle-missing not-certain"],
  ],
  [
    "are perhaps kept by a rule that cannot be read",
    { ...versioned({}), ...forgetting("${var.former}") },
    ["? bucket-lifecycle-missing not-certain"],
  ],
  ["are not there once versioning is suspended", versioned({ status: "Suspended" }), []],
  ["are none of a bucket that never had them", { bucket: { versioning: [{ enabled: false }] } }, []],
  [
    "are perhaps kept where the status is not known",
    versioned({ status: "${var.status}" }),
    ["? bucket-lifecycle-missing not-certain"],
  ],
  [
    "are perhaps kept where versioning may not be made",
    versioned({}, { count: "${var.n}" }),
    ["? bucket-lifecycle-missing not-certain"],
  ],
  [
    "are perhaps kept where the bucket's own versioning cannot be read",
    { bucket: { versioning: "${var.versioning}" } },
    ["? bucket-lifecycle-missing not-certain"],
  ],
  [
    "are perhaps kept where whose versioning it is is not known",
    versioned({}, { bucket: "${var.bucket}" }),
    ["? bucket-lifecycle-missing not-certain"],
  ],
  ["are none where the versioning is another bucket's", versioned({}, { bucket: "other" }), []],
]);

function lifecycleOf(rule: object): object {
  return { bucket: "${aws_s3_bucket.b.id}", rule: [{ ...EXPIRING, ...rule }] };
}

function forgetting(block: unknown): { lifecycle: unknown } {
  return { lifecycle: [{ ...EXPIRING, noncurrent_version_expiration: block }] };
}

function versioned(block: object, changes: object = {}): object {
  return {
    also: {
      aws_s3_bucket_versioning: {
        records: {
          bucket: "${aws_s3_bucket.b.id}",
          versioning_configuration: [{ status: "Enabled", ...block }],
          ...changes,
        },
      },
    },
  };
}
