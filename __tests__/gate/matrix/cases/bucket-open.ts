import { type MatrixCase, UNTOLD } from "../matrix-case";
import { policy } from "../sound";
import { checking, denyingPlain, stored, writing } from "../storage";

/** Whose bucket a part of it is nobody knows, or whether there is one. */
export const BUCKETS_OPEN: readonly MatrixCase[] = [
  {
    name: "lifeunplaced",
    terraform: stored("lifeunplaced", { lifecycle: { bucket: UNTOLD } }),
    findings: ["? bucket-lifecycle-missing lifecycle-unplaced"],
  },
  {
    name: "lifewords",
    terraform: stored("lifewords", {
      lifecycle: {
        rule: [{ id: "x", status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days: "a year" }] }],
      },
    }),
    findings: ["? bucket-lifecycle-missing wrong-type"],
  },
  {
    name: "blockunplaced",
    terraform: stored("blockunplaced", { access: { bucket: UNTOLD } }),
    findings: ["? bucket-public block-unplaced"],
  },
  {
    name: "blockmaybe",
    terraform: stored("blockmaybe", { access: { count: UNTOLD } }),
    findings: ["? bucket-public not-certain"],
  },
  {
    name: "blockwords",
    terraform: stored("blockwords", { access: { block_public_acls: "perhaps" } }),
    findings: ["? bucket-public wrong-type"],
  },
  {
    name: "policymaybe",
    terraform: stored("policymaybe", {
      statements: null,
      also: {
        aws_s3_bucket_policy: {
          policymaybe_policy: {
            count: UNTOLD,
            bucket: "${aws_s3_bucket.policymaybe_bucket.id}",
            policy: policy([writing("policymaybe"), checking("policymaybe"), denyingPlain("policymaybe")]),
          },
        },
      },
    }),
    findings: [
      "? bucket-insecure-transport not-certain",
      "? bucket-policy-denies-delivery not-certain",
      "? bucket-policy-unmanaged not-certain",
    ],
  },
  {
    name: "policyelsewhere",
    terraform: stored("policyelsewhere", {
      also: {
        aws_s3_bucket_policy: {
          policyelsewhere_second: { bucket: UNTOLD, policy: policy([checking("policyelsewhere")]) },
        },
      },
    }),
    findings: [
      "? bucket-insecure-transport policy-unplaced",
      "? bucket-policy-denies-delivery policy-unplaced",
    ],
  },
  {
    name: "denymaybe",
    terraform: stored("denymaybe", {
      statements: [
        writing("denymaybe"),
        checking("denymaybe"),
        { ...denyingPlain("denymaybe"), Resource: [UNTOLD] },
      ],
    }),
    findings: ["? bucket-insecure-transport not-certain"],
  },
  {
    name: "encryptionunplaced",
    terraform: stored("encryptionunplaced", {
      also: {
        aws_s3_bucket_server_side_encryption_configuration: {
          encryptionunplaced_encryption: {
            bucket: UNTOLD,
            rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }],
          },
        },
      },
    }),
    settings: { encryption: { requireCustomerKey: true } },
    findings: [
      "? encryption-key-missing encryption-unplaced",
      "? key-policy-denies-logs encryption-unplaced",
    ],
  },
];
