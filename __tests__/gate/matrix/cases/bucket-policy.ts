import { type Blocks, type MatrixCase, notInPlansOfHcl } from "../matrix-case";
import { ACCOUNT, policy } from "../sound";
import { bucketArn, checking, denyingPlain, stored, type StorageChanges, writing } from "../storage";

const OPEN_PREFIX = "? destination-prefix-reserved unknown";
const OPEN_POLICY = "? bucket-policy-denies-delivery not-certain";

/** A case about a bucket's policies; `inPlansOfHcl` is what a first plan of HCL, in which the prefix is open, says. */
function held(
  name: string,
  changes: StorageChanges,
  findings: readonly string[],
  inPlansOfHcl: readonly string[] = [OPEN_POLICY, OPEN_PREFIX, ...findings],
): MatrixCase {
  return {
    name,
    terraform: stored(name, changes),
    findings,
    except: notInPlansOfHcl(...[...inPlansOfHcl].sort()),
  };
}

function statements(name: string, write: object): readonly object[] {
  return [{ ...writing(name), ...write }, checking(name), denyingPlain(name)];
}

function secondPolicy(name: string, ...given: readonly object[]): Blocks {
  return {
    aws_s3_bucket_policy: {
      [`${name}_second`]: {
        bucket: `\${aws_s3_bucket.${name}_bucket.id}`,
        policy: policy(given),
        depends_on: [`aws_s3_bucket_policy.${name}_policy`],
      },
    },
  };
}

const FAULT = (cause: string): string => `bucket-policy-denies-delivery ${cause}`;

export const BUCKET_POLICIES: readonly MatrixCase[] = [
  held(
    "bucketothers",
    {
      statements: [writing, checking, denyingPlain].map((statement) => ({
        ...statement("bucketothers"),
        ...(statement !== denyingPlain && { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }),
      })),
    },
    [FAULT("other-principal")],
    [FAULT("other-principal"), OPEN_PREFIX],
  ),
  held(
    "bucketcondition",
    {
      statements: statements("bucketcondition", {
        Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT, "s3:x-amz-acl": "private" } },
      }),
    },
    [FAULT("condition-never-holds")],
    [FAULT("condition-never-holds"), OPEN_PREFIX],
  ),
  held(
    "bucketelsewhere",
    { statements: statements("bucketelsewhere", { Resource: `${bucketArn("other")}/*` }) },
    [FAULT("other-resource")],
    [FAULT("other-resource"), OPEN_PREFIX],
  ),
  held(
    "buckettwice",
    { also: secondPolicy("buckettwice", checking("buckettwice"), denyingPlain("buckettwice")) },
    [`? ${FAULT("several-policies")}`],
    [`? ${FAULT("several-policies")}`, OPEN_PREFIX],
  ),
  held(
    "bucketdenypart",
    {
      statements: [
        writing("bucketdenypart"),
        checking("bucketdenypart"),
        { ...denyingPlain("bucketdenypart"), Action: "s3:GetObject" },
      ],
    },
    ["bucket-insecure-transport partly-denied"],
  ),
  held(
    "bucketkeymanaged",
    {
      also: {
        aws_s3_bucket_server_side_encryption_configuration: {
          bucketkeymanaged_encryption: {
            bucket: "${aws_s3_bucket.bucketkeymanaged_bucket.id}",
            rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] }],
          },
        },
      },
    },
    ["key-policy-denies-logs aws-managed-key"],
  ),
  {
    ...held(
      "bucketkeyrequired",
      {
        also: {
          aws_s3_bucket_server_side_encryption_configuration: {
            bucketkeyrequired_encryption: {
              bucket: "${aws_s3_bucket.bucketkeyrequired_bucket.id}",
              rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] }],
            },
          },
        },
      },
      ["encryption-key-missing aws-managed-key", "key-policy-denies-logs aws-managed-key"],
    ),
    settings: { encryption: { requireCustomerKey: true } },
  },
  ...(["bucketkeyid", "bucketkeyalias"] as const).map((name) =>
    held(
      name,
      {
        also: {
          aws_s3_bucket_server_side_encryption_configuration: {
            [`${name}_encryption`]: {
              bucket: `\${aws_s3_bucket.${name}_bucket.id}`,
              rule: [
                {
                  apply_server_side_encryption_by_default: [
                    {
                      sse_algorithm: "aws:kms",
                      kms_master_key_id:
                        name === "bucketkeyid" ? "1234abcd-12ab-34cd-56ef-1234567890ab" : "alias/records",
                    },
                  ],
                },
              ],
            },
          },
        },
      },
      [name === "bucketkeyid" ? "key-policy-denies-logs bare-key-id" : "? key-policy-denies-logs alias"],
    ),
  ),
  {
    ...held(
      "bucketnobody",
      {
        statements: [
          writing("bucketnobody"),
          checking("bucketnobody"),
          denyingPlain("bucketnobody"),
          { ...checking("bucketnobody"), Principal: { AWS: "" } },
        ],
      },
      [FAULT("empty-principal")],
      [FAULT("empty-principal"), OPEN_PREFIX],
    ),
    unapplied: "AWS takes no statement without principal",
  },
  {
    name: "bucketforeign",
    unapplied: "moto delivers to no bucket that it does not hold",
    terraform: stored("bucketforeign", {
      flowLog: { log_destination: "arn:aws:s3:::somewhere-else-123456789012" },
    }),
    findings: [`? ${FAULT("bucket-not-in-input")}`],
  },
];
