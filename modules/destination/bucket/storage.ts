import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import type { TerraformResource } from "cdktf";
import type { Placement } from "../../placement/placement";
import { documentOf, type Statement } from "../document";
import { keyOf, type ExistingKey, type Key } from "../key/key";
import { defaultBucketName } from "./name";

/** Where S3 keeps records once they are seldom read. Athena reads neither GLACIER nor DEEP_ARCHIVE. */
export type TransitionClass =
  "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "GLACIER_IR" | "GLACIER" | "DEEP_ARCHIVE";

/** How a bucket that is made keeps what it holds. */
export interface Storage {
  /**
   * 3 to 63 lower-case letters, digits, dots and hyphens; unique in all of AWS.
   * @default `vpc-flow-logs-<account>-<region>-<hash of the construct's path>`. Fixed for ever.
   */
  readonly name?: string;
  /** @default 365: what PCI DSS 10.5.1 asks for, and what a new log group keeps. */
  readonly expireDays?: number;
  /**
   * Days until records move to `transitionClass`; fewer than `expireDays`.
   * @default never: S3 moves no object below 128 KB, and most files of flow logs are smaller.
   */
  readonly transitionDays?: number;
  /** @default "STANDARD_IA": the cheapest whose records can be queried at any time. */
  readonly transitionClass?: TransitionClass;
  /**
   * `"create"` makes a KMS key that rotates, with the policy that lets the delivery service use it. Or a key's ARN, an
   * existing key, or the key of another FlowLogs. A bucket key keeps the calls to KMS few.
   * @default S3 encrypts with a key of its own (SSE-S3), without cost.
   */
  readonly kmsKey?: "create" | (string & {}) | ExistingKey | Key;
  /** Lets Terraform destroy the bucket with the records in it. @default false */
  readonly forceDestroy?: boolean;
  /** Lets Terraform refuse every plan that would destroy the bucket. @default false: what was made can be destroyed. */
  readonly preventDestroy?: boolean;
}

/** A bucket that was made. */
export interface Stored {
  readonly resource: S3Bucket;
  readonly name: string;
  /** By name, so that it is known when Terraform plans. */
  readonly arn: string;
  readonly key: Key | undefined;
  readonly policy: S3BucketPolicy;
}

/** Nobody reads or writes records that an eavesdropper could read too. */
function denyInsecureTransport(arn: string): Statement {
  return {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/** The policy of a bucket: who else may, and nobody without TLS. */
export function bucketDocument(arn: string, statements: readonly Statement[]): string {
  return documentOf([...statements, denyInsecureTransport(arn)]);
}

function encrypt(placement: Placement, bucket: string, key: Key | undefined): TerraformResource {
  return placement.put(
    new S3BucketServerSideEncryptionConfigurationA(placement.construct, "bucket-encryption", {
      ...placement.common,
      bucket,
      rule: [
        key === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
              bucketKeyEnabled: true,
            },
      ],
    }),
  );
}

function expire(placement: Placement, bucket: string, props: Storage): TerraformResource {
  const { transitionDays: days, transitionClass: storageClass = "STANDARD_IA" } = props;
  return placement.put(
    new S3BucketLifecycleConfiguration(placement.construct, "bucket-lifecycle", {
      ...placement.common,
      bucket,
      rule: [
        {
          id: "records",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days: props.expireDays ?? 365 }],
          ...(days === undefined ? {} : { transition: [{ days, storageClass }] }),
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
    }),
  );
}

/** A private bucket that expires what it holds. Only for props that were checked. */
export function store(placement: Placement, props: Storage): Stored {
  const { construct, common } = placement;
  const name = props.name ?? defaultBucketName(placement.own, construct.node.path);
  const key = keyOf(placement, props.kmsKey);
  const resource = placement.put(
    new S3Bucket(construct, "bucket", {
      ...placement.tagged,
      ...placement.kept(props.preventDestroy),
      bucket: name,
      ...(props.forceDestroy === undefined ? {} : { forceDestroy: props.forceDestroy }),
    }),
  );
  const bucket = resource.id;
  const block = placement.put(
    new S3BucketPublicAccessBlock(construct, "bucket-public-access", {
      ...common,
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    }),
  );
  const ownership = placement.put(
    new S3BucketOwnershipControls(construct, "bucket-ownership", {
      ...common,
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    }),
  );
  const encryption = encrypt(placement, bucket, key);
  const lifecycle = expire(placement, bucket, props);
  const arn = `arn:${placement.own.partition}:s3:::${name}`;
  const policy = placement.put(
    new S3BucketPolicy(construct, "bucket-policy", {
      ...common,
      bucket,
      policy: bucketDocument(arn, []),
      // Who waits for the policy finds the bucket as it should be: no record comes before its key.
      dependsOn: [block, ownership, encryption, lifecycle],
    }),
  );
  return { resource, name, arn, key, policy };
}
