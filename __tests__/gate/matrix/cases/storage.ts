import { DEFAULTED, type MatrixCase, notInPlansOfHcl, onceApplied } from "../matrix-case";
import { ACCOUNT, later } from "../sound";
import { bucketArn, checking, denyingPlain, stored, writing } from "../storage";

export const STORAGE: readonly MatrixCase[] = [
  {
    name: "bucket",
    terraform: stored("bucket"),
    findings: [],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
    ),
  },
  {
    name: "bucketprefix",
    unapplied: "moto takes the prefix for part of the bucket's name",
    terraform: stored("bucketprefix", {
      flowLog: { log_destination: "${aws_s3_bucket.bucketprefix_bucket.arn}/net/" },
      statements: [writing("bucketprefix", "net/"), checking("bucketprefix"), denyingPlain("bucketprefix")],
    }),
    findings: [],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
    ),
  },
  {
    name: "prefixleftout",
    unapplied: "moto takes the prefix for part of the bucket's name",
    terraform: stored("prefixleftout", {
      flowLog: { log_destination: "${aws_s3_bucket.prefixleftout_bucket.arn}/net/" },
    }),
    findings: ["bucket-policy-denies-delivery other-resource"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
    ),
  },
  {
    name: "bucketnopolicy",
    terraform: stored("bucketnopolicy", { statements: null }),
    findings: ["bucket-policy-unmanaged no-policy"],
    except: notInPlansOfHcl("? destination-prefix-reserved unknown", "bucket-policy-unmanaged no-policy"),
  },
  {
    name: "bucketnowrite",
    terraform: stored("bucketnowrite", {
      statements: [checking("bucketnowrite"), denyingPlain("bucketnowrite")],
    }),
    findings: ["bucket-policy-denies-delivery missing-action"],
    except: notInPlansOfHcl(
      "? destination-prefix-reserved unknown",
      "bucket-policy-denies-delivery missing-action",
    ),
  },
  {
    name: "bucketdenied",
    terraform: stored("bucketdenied", {
      statements: [
        writing("bucketdenied"),
        checking("bucketdenied"),
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:PutObject",
          Resource: `${bucketArn("bucketdenied")}/*`,
        },
        denyingPlain("bucketdenied"),
      ],
    }),
    findings: ["bucket-policy-denies-delivery explicit-deny"],
    except: notInPlansOfHcl(
      "? destination-prefix-reserved unknown",
      "bucket-policy-denies-delivery explicit-deny",
    ),
  },
  {
    name: "bucketplain",
    terraform: stored("bucketplain", { statements: [writing("bucketplain"), checking("bucketplain")] }),
    findings: ["bucket-insecure-transport not-denied"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "bucket-insecure-transport not-denied",
    ),
  },
  {
    name: "bucketopen",
    terraform: stored("bucketopen", { access: null }),
    findings: ["bucket-public no-block"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "bucket-public no-block",
    ),
  },
  {
    name: "buckethalfopen",
    terraform: stored("buckethalfopen", { access: { restrict_public_buckets: false } }),
    findings: ["bucket-public not-fully-on"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "bucket-public not-fully-on",
    ),
  },
  {
    name: "bucketforever",
    terraform: stored("bucketforever", { lifecycle: null }),
    findings: ["bucket-lifecycle-missing no-lifecycle"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "bucket-lifecycle-missing no-lifecycle",
    ),
  },
  {
    name: "bucketweek",
    terraform: stored("bucketweek", {
      lifecycle: {
        rule: [{ id: "expire", status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days: 7 }] }],
      },
    }),
    findings: ["bucket-lifecycle-missing too-short"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "bucket-lifecycle-missing too-short",
    ),
  },
  {
    name: "bucketlater",
    terraform: stored("bucketlater", {
      access: { restrict_public_buckets: later("bucketlater", true, false) },
      lifecycle: {
        rule: [
          {
            id: "expire",
            status: "Enabled",
            filter: [{ prefix: "" }],
            expiration: [{ days: later("bucketlater", 400, 7) }],
          },
        ],
      },
    }),
    findings: ["? bucket-lifecycle-missing unknown", "? bucket-public unknown"],
    except: {
      ...notInPlansOfHcl(
        "? bucket-lifecycle-missing unknown",
        "? bucket-policy-denies-delivery not-certain",
        "? bucket-public unknown",
        "? destination-prefix-reserved unknown",
      ),
      ...onceApplied(),
    },
  },
  {
    name: "parquet",
    terraform: stored("parquet", {
      flowLog: {
        destination_options: [
          { file_format: "parquet", hive_compatible_partitions: true, per_hour_partition: true },
        ],
      },
      statements: [
        writing("parquet"),
        { ...writing("parquet"), Resource: `${bucketArn("parquet")}/AWSLogs/aws-account-id=${ACCOUNT}/*` },
        checking("parquet"),
        denyingPlain("parquet"),
      ],
    }),
    findings: [],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
    ),
  },
  {
    name: "keynopolicy",
    terraform: stored("keynopolicy", {
      also: {
        aws_kms_key: { keynopolicy_key: { description: "records" } },
        aws_s3_bucket_server_side_encryption_configuration: {
          keynopolicy_encryption: {
            bucket: "${aws_s3_bucket.keynopolicy_bucket.id}",
            rule: [
              {
                apply_server_side_encryption_by_default: [
                  { sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.keynopolicy_key.arn}" },
                ],
              },
            ],
          },
        },
      },
    }),
    findings: ["key-policy-denies-logs no-policy"],
    except: {
      ...notInPlansOfHcl(
        "? bucket-policy-denies-delivery not-certain",
        "? destination-prefix-reserved unknown",
        "? key-policy-denies-logs key-unknown",
      ),
      ...DEFAULTED,
    },
  },
];
