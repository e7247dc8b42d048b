import { check } from "../../../gate/check";
import type { Settings } from "../../../gate/settings/settings";
import { ACCOUNT, type Blocks, policy, REGION } from "./world";

export const BUCKET = "arn:aws:s3:::records";
export const DELIVERY = { Service: "delivery.logs.amazonaws.com" };
export const KEYS = `${BUCKET}/AWSLogs/${ACCOUNT}/*`;
export const LOG_GROUP = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/net/flow`;

/** The conditions that AWS documents. */
export const FROM = {
  StringEquals: { "aws:SourceAccount": ACCOUNT },
  ArnLike: { "aws:SourceArn": `arn:aws:logs:${REGION}:${ACCOUNT}:*` },
};
const FROM_WITH_ACL = {
  ...FROM,
  StringEquals: { ...FROM.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" },
};

/** A statement that lets the delivery service put records. */
export function putting(changes: object = {}): object {
  return {
    Effect: "Allow",
    Principal: DELIVERY,
    Action: "s3:PutObject",
    Resource: KEYS,
    Condition: FROM_WITH_ACL,
    ...changes,
  };
}

/** A statement that lets the delivery service read the ACL. */
export function reading(changes: object = {}): object {
  return {
    Effect: "Allow",
    Principal: DELIVERY,
    Action: ["s3:GetBucketAcl", "s3:ListBucket"],
    Resource: BUCKET,
    Condition: FROM,
    ...changes,
  };
}

/** A statement that denies requests without TLS. */
export function tls(changes: object = {}): object {
  return {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [BUCKET, `${BUCKET}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
    ...changes,
  };
}

/** How a world departs from the one flow log to S3, and the bucket, that are right in every respect. */
export interface BucketWorld {
  /** Statements of the bucket's policy, or what stands in its place; null: there is none. */
  readonly policy?: unknown;
  readonly bucket?: object;
  readonly bucketPolicy?: object;
  readonly flowLog?: object;
  /** The block, the lifecycle, the encryption; null: there is none. */
  readonly access?: object | null;
  readonly lifecycle?: unknown;
  readonly encryption?: unknown;
  readonly also?: Blocks;
  readonly data?: Blocks;
  readonly locals?: object;
  readonly module?: object;
  readonly provider?: unknown;
}

/** The Terraform of a world. */
export function bucketTerraform(world: BucketWorld): object {
  const { policy: given = [putting(), reading(), tls()], access = {}, lifecycle, encryption } = world;
  const rules =
    lifecycle === undefined
      ? [{ id: "all", status: "Enabled", filter: {}, expiration: { days: 365 } }]
      : lifecycle;
  const bucket = "${aws_s3_bucket.b.id}";
  const resource: Record<string, Record<string, object>> = {
    aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
    aws_s3_bucket: { b: { bucket: "records", ...world.bucket } },
    aws_flow_log: {
      f: {
        vpc_id: "${aws_vpc.v.id}",
        traffic_type: "ALL",
        log_destination_type: "s3",
        log_destination: "${aws_s3_bucket.b.arn}",
        ...world.flowLog,
      },
    },
    ...(given !== null && {
      aws_s3_bucket_policy: { b: { bucket, policy: policy(given), ...world.bucketPolicy } },
    }),
    ...(access !== null && {
      aws_s3_bucket_public_access_block: {
        b: {
          bucket,
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
          ...access,
        },
      },
    }),
    ...(rules !== null && { aws_s3_bucket_lifecycle_configuration: { b: { bucket, rule: rules } } }),
    ...(encryption !== undefined && {
      aws_s3_bucket_server_side_encryption_configuration: {
        b: { bucket, rule: [{ apply_server_side_encryption_by_default: encryption }] },
      },
    }),
  };
  for (const [type, blocks] of Object.entries(world.also ?? {}))
    resource[type] = { ...resource[type], ...blocks };
  return {
    provider: { aws: world.provider ?? [{ region: REGION, allowed_account_ids: [ACCOUNT] }] },
    ...(world.data && { data: world.data }),
    ...(world.locals && { locals: world.locals }),
    ...(world.module && { module: world.module }),
    resource,
  };
}

/** Asserts the findings of each world; the sentences go on from `name`. */
export function holdBuckets(
  name: string,
  table: readonly (readonly [string, BucketWorld, readonly string[]])[],
  settings: Settings = {},
): void {
  describe(name, () => {
    test.each(table)("%s", (_, world, expected) => {
      const text = JSON.stringify(bucketTerraform(world));
      const { findings, errors } = check([{ path: "net.tf.json", text }], { settings });
      expect([
        ...errors.map(({ message }) => `! ${message}`),
        ...findings.map(({ rule, cause, verdict }) => `${verdict === "fail" ? "" : "? "}${rule} ${cause}`),
      ]).toEqual(expected);
    });
  });
}
