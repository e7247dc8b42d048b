import { type MatrixCase, notInPlansOfHcl } from "../matrix-case";
import { ACCOUNT } from "../sound";
import { stored } from "../storage";

/** Flow logs to S3 that AWS or moto refuses, or whose companions moto does not know. */
export const STORAGE_REFUSED: readonly MatrixCase[] = [
  {
    name: "bucketrole",
    unapplied: "AWS takes no role for a bucket",
    terraform: stored("bucketrole", { flowLog: { iam_role_arn: "arn:aws:iam::123456789012:role/there" } }),
    findings: ["delivery-role-unused role-for-bucket"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "delivery-role-unused role-for-bucket",
    ),
  },
  {
    name: "bucketending",
    unapplied: "AWS takes no role and no ending",
    terraform: stored("bucketending", {
      flowLog: {
        log_destination: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/x:*`,
        log_destination_type: undefined,
      },
    }),
    findings: [
      "? retention-unset group-not-in-input",
      "delivery-role-missing no-role",
      "destination-arn-suffix all-streams",
    ],
  },
  {
    name: "mismatch",
    unapplied: "AWS takes no bucket for a log group",
    terraform: stored("mismatch", { flowLog: { log_destination_type: "cloud-watch-logs" } }),
    findings: ["destination-mismatch other-service"],
    except: notInPlansOfHcl("? destination-prefix-reserved unknown", "destination-mismatch other-service"),
  },
  {
    name: "reserved",
    unapplied: "AWS takes no prefix of that name",
    terraform: stored("reserved", {
      flowLog: { log_destination: "${aws_s3_bucket.reserved_bucket.arn}/AWSLogs/" },
    }),
    findings: ["bucket-policy-denies-delivery other-resource", "destination-prefix-reserved reserved"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
    ),
  },
  {
    name: "policylater",
    terraform: stored("policylater", {
      statements: null,
      also: {
        aws_s3_bucket_policy: {
          policylater_policy: {
            bucket: "${aws_s3_bucket.policylater_bucket.id}",
            policy: '${file("policy.json")}',
          },
        },
      },
    }),
    findings: ["? bucket-insecure-transport policy-unread", "? bucket-policy-denies-delivery policy-unread"],
  },
  {
    name: "tablemismatch",
    unapplied: "moto has no database of that name",
    terraform: stored("tablemismatch", {
      also: {
        aws_glue_catalog_table: {
          tablemismatch_table: {
            name: "flow",
            database_name: "flow",
            table_type: "EXTERNAL_TABLE",
            parameters: { "projection.enabled": "true" },
            storage_descriptor: [
              {
                location: "s3://tablemismatch-123456789012/AWSLogs/",
                columns: [
                  { name: "srcaddr", type: "string" },
                  { name: "dstaddr", type: "string" },
                ],
              },
            ],
          },
        },
      },
    }),
    findings: ["table-layout-mismatch path"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "? table-layout-mismatch unknown",
    ),
  },
  {
    name: "tableelsewhere",
    unapplied: "moto has no database of that name",
    terraform: stored("tableelsewhere", {
      flowLog: { log_format: "$${srcaddr} $${dstaddr}" },
      also: {
        aws_glue_catalog_table: {
          tableelsewhere_table: {
            name: "flow",
            database_name: "flow",
            table_type: "EXTERNAL_TABLE",
            storage_descriptor: [
              {
                location: "s3://tableelsewhere-123456789012/AWSLogs/123456789012/vpcflowlogs/us-east-1/",
                input_format: "org.apache.hadoop.mapred.TextInputFormat",
                columns: [
                  { name: "srcaddr", type: "string" },
                  { name: "dstaddr", type: "string" },
                ],
              },
            ],
          },
        },
      },
    }),
    findings: ["table-layout-mismatch other-region"],
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      "? table-layout-mismatch unknown",
    ),
  },
];
