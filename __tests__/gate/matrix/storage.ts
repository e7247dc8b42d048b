import type { Blocks, MatrixCase } from "./matrix-case";
import { ACCOUNT, policy, REGION } from "./sound";

/** How a case departs from a flow log to S3 that is right in every respect. A resource that is null is not there. */
export interface StorageChanges {
  readonly bucket?: object;
  readonly access?: object | null;
  readonly lifecycle?: object | null;
  /** Statements of the bucket policy. */
  readonly statements?: readonly object[] | null;
  readonly flowLog?: object;
  readonly also?: Blocks;
  readonly data?: Blocks;
}

export function bucketArn(name: string): string {
  return `arn:aws:s3:::${name}-${ACCOUNT}`;
}

const CONDITIONS = {
  StringEquals: { "aws:SourceAccount": ACCOUNT },
  ArnLike: { "aws:SourceArn": `arn:aws:logs:${REGION}:${ACCOUNT}:*` },
};

/** The statement that lets the service write below a prefix. */
export function writing(name: string, prefix = ""): object {
  return {
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `${bucketArn(name)}/${prefix}AWSLogs/${ACCOUNT}/*`,
    Condition: {
      ...CONDITIONS,
      StringEquals: { ...CONDITIONS.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" },
    },
  };
}

export function checking(name: string): object {
  return {
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["s3:GetBucketAcl", "s3:ListBucket"],
    Resource: bucketArn(name),
    Condition: CONDITIONS,
  };
}

export function denyingPlain(name: string): object {
  return {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn(name), `${bucketArn(name)}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

const CLOSED = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

/** Terraform of a flow log to S3 and its bucket, all of them called after the case. */
export function stored(name: string, changes: StorageChanges = {}): MatrixCase["terraform"] {
  const named = (kind: string): string => `${name}_${kind}`;
  const bucket = `\${aws_s3_bucket.${named("bucket")}.id}`;
  const { statements = [writing(name), checking(name), denyingPlain(name)] } = changes;
  const resource: Record<string, Record<string, object>> = {
    aws_vpc: { [named("vpc")]: { cidr_block: "10.0.0.0/16" } },
    aws_s3_bucket: { [named("bucket")]: { bucket: `${name}-${ACCOUNT}`, ...changes.bucket } },
    ...(changes.access !== null && {
      aws_s3_bucket_public_access_block: { [named("access")]: { bucket, ...CLOSED, ...changes.access } },
    }),
    ...(changes.lifecycle !== null && {
      aws_s3_bucket_lifecycle_configuration: {
        [named("lifecycle")]: {
          bucket,
          rule: [{ id: "expire", status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days: 400 }] }],
          ...changes.lifecycle,
        },
      },
    }),
    ...(statements !== null && {
      aws_s3_bucket_policy: { [named("policy")]: { bucket, policy: policy(statements) } },
    }),
    aws_flow_log: {
      [named("log")]: {
        vpc_id: `\${aws_vpc.${named("vpc")}.id}`,
        traffic_type: "ALL",
        log_destination_type: "s3",
        log_destination: `\${aws_s3_bucket.${named("bucket")}.arn}`,
        max_aggregation_interval: 60,
        ...(statements !== null && { depends_on: [`aws_s3_bucket_policy.${named("policy")}`] }),
        ...changes.flowLog,
      },
    },
  };
  for (const [type, blocks] of Object.entries(changes.also ?? {}))
    resource[type] = { ...resource[type], ...blocks };
  return { resource, ...(changes.data && { data: changes.data }) };
}
