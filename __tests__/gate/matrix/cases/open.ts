import { type MatrixCase, UNTOLD } from "../matrix-case";
import { policy, sound } from "../sound";
import { checking, denyingPlain, stored, writing } from "../storage";

/** Nobody knows it before it is deployed, and Terraform alone would know it then: what each rule says to that. */
export const OPEN: readonly MatrixCase[] = [
  {
    name: "classopen",
    terraform: sound("classopen", { group: { log_group_class: UNTOLD } }),
    findings: ["? log-class-unsupported unknown"],
  },
  {
    name: "overrideopen",
    terraform: sound("overrideopen", {
      also: {
        aws_cloudwatch_log_account_policy: {
          overrideopen_policy: {
            policy_name: "retention",
            policy_type: "RETENTION_POLICY",
            policy_document: '{"RetentionInDays": 3}',
            selection_criteria: 'LogGroupName NOT IN ["/x"]',
          },
        },
      },
    }),
    findings: ["? retention-overridden selective"],
  },
  {
    name: "toolongopen",
    terraform: sound("toolongopen", { group: { retention_in_days: UNTOLD } }),
    settings: { retention: { maximumDays: 400 } },
    findings: [
      "? retention-invalid unknown",
      "? retention-too-long unknown",
      "? retention-too-short unknown",
      "? retention-unset unknown",
    ],
  },
  {
    name: "unplacedopen",
    terraform: stored("unplacedopen", {
      statements: null,
      also: {
        aws_s3_bucket_policy: {
          unplacedopen_policy: {
            bucket: UNTOLD,
            policy: policy([writing("unplacedopen"), checking("unplacedopen"), denyingPlain("unplacedopen")]),
          },
        },
      },
    }),
    findings: ["? bucket-policy-unmanaged policy-unplaced"],
  },
  {
    name: "attachmentopen",
    terraform: sound("attachmentopen", {
      grant: null,
      also: {
        aws_iam_role_policy_attachment: {
          attachmentopen_attachment: { role: UNTOLD, policy_arn: "arn:aws:iam::123456789012:policy/there" },
        },
      },
    }),
    findings: ["? delivery-policy-unattached attachment-unknown", "? privilege-extra-policy policy-unknown"],
  },
  {
    name: "raceopen",
    terraform: sound("raceopen", {
      flowLog: { depends_on: [] },
      grant: null,
      also: {
        aws_iam_role_policy: {
          raceopen_policy: { role: "${aws_iam_role.raceopen_role.id}", policy: UNTOLD },
        },
      },
    }),
    findings: [
      "? delivery-not-granted policy-unread",
      "? delivery-race policy-unread",
      "? privilege-create-log-group policy-unread",
      "? privilege-excess-action policy-unread",
      "? privilege-extra-policy policy-unread",
      "? privilege-negated-element policy-unread",
      "? privilege-pass-role policy-unread",
      "? privilege-wildcard-action policy-unread",
      "? privilege-wildcard-resource policy-unread",
    ],
  },
  {
    name: "destinationopen",
    terraform: sound("destinationopen", {
      flowLog: {
        log_destination: UNTOLD,
        log_destination_type: UNTOLD,
        destination_options: [{ file_format: "parquet" }],
      },
    }),
    findings: [
      "? delivery-not-granted destination-not-judged",
      "? delivery-role-unused destination-unknown",
      "? destination-arn-suffix unknown",
      "? destination-mismatch type-unknown",
      "? destination-options-misplaced destination-unknown",
      "? privilege-wildcard-resource resource-unknown",
      "? trust-service-missing destination-not-judged",
    ],
  },
  {
    name: "crossopen",
    terraform: sound("crossopen", {
      flowLog: {
        log_destination: UNTOLD,
        log_destination_type: UNTOLD,
        deliver_cross_account_role: "arn:aws:iam::999999999999:role/there",
      },
    }),
    findings: [
      "? delivery-not-granted destination-not-judged",
      "? delivery-role-unused destination-unknown",
      "? destination-arn-suffix unknown",
      "? destination-mismatch type-unknown",
      "? privilege-wildcard-resource resource-unknown",
      "? trust-service-missing destination-not-judged",
    ],
  },
  {
    name: "noroleopen",
    terraform: sound("noroleopen", {
      flowLog: { log_destination_type: UNTOLD, log_destination: UNTOLD, iam_role_arn: null },
    }),
    findings: [
      "? delivery-not-granted destination-not-judged",
      "? delivery-role-missing destination-unknown",
      "? destination-arn-suffix unknown",
      "? destination-mismatch type-unknown",
    ],
  },
  {
    name: "prefixopen",
    terraform: stored("prefixopen", {
      flowLog: { log_destination: `\${aws_s3_bucket.prefixopen_bucket.arn}/${UNTOLD}/` },
    }),
    findings: ["? bucket-policy-denies-delivery not-certain", "? destination-prefix-reserved unknown"],
  },
  {
    name: "keyopen",
    terraform: sound("keyopen", {
      group: { kms_key_id: "${aws_kms_key.keyopen_key.arn}" },
      also: { aws_kms_key: { keyopen_key: { policy: UNTOLD } } },
    }),
    findings: ["? key-policy-denies-logs policy-unread"],
  },
  {
    name: "tagsopen",
    terraform: sound("tagsopen", {
      grant: null,
      flowLog: {
        iam_role_arn: null,
        log_destination_type: "kinesis-data-firehose",
        log_destination: "${aws_kinesis_firehose_delivery_stream.tagsopen_stream.arn}",
      },
      also: { aws_kinesis_firehose_delivery_stream: { tagsopen_stream: { name: "tagsopen", tags: UNTOLD } } },
    }),
    findings: ["? stream-tag-missing unknown"],
  },
  {
    name: "tableopen",
    terraform: stored("tableopen", {
      also: {
        aws_glue_catalog_table: {
          tableopen_table: {
            name: "flow",
            database_name: "flow",
            table_type: "EXTERNAL_TABLE",
            parameters: { "storage.location.template": `s3://tableopen-123456789012/${UNTOLD}/` },
            storage_descriptor: [
              {
                location: `s3://tableopen-123456789012/${UNTOLD}/`,
                columns: [{ name: "srcaddr" }, { name: "dstaddr" }],
              },
            ],
          },
        },
      },
    }),
    findings: ["? table-layout-mismatch unknown"],
  },
  {
    name: "boundaryopen",
    terraform: sound("boundaryopen", { role: { permissions_boundary: UNTOLD } }),
    settings: { privilege: { requireBoundary: true } },
    findings: ["? delivery-not-granted boundary-not-judged", "? privilege-boundary-missing unknown"],
  },
  {
    name: "scopeopen",
    terraform: sound("scopeopen", { flowLog: { vpc_id: UNTOLD } }),
    findings: ["? capture-scope unknown", "? capture-uncovered flow-log-unplaced"],
  },
  {
    name: "fieldopen",
    terraform: sound("fieldopen", { flowLog: { log_format: UNTOLD } }),
    settings: { capture: { requiredFields: ["pkt-dstaddr"] } },
    findings: [
      "? record-field-missing unknown",
      "? record-field-unknown unknown",
      "? record-format-unescaped unknown",
    ],
  },
  {
    name: "encryptionopen",
    terraform: sound("encryptionopen", { group: { kms_key_id: UNTOLD } }),
    settings: { encryption: { requireCustomerKey: true } },
    findings: ["? encryption-key-missing unknown", "? key-policy-denies-logs key-unknown"],
  },
];
