import { bodies } from "../../read/blocks";
import type { Resource } from "../../read/resource";
import type { Bucket, FlagValue } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { readFlag, readText } from "../value";
import type { BucketPart } from "./bucket-part";

/**
 * Does the bucket keep what is deleted as a former version? So says `aws_s3_bucket_versioning`, or the bucket itself by
 * its block `versioning` and by object lock, which there is not without versions.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
 */
export function readVersioned(
  resolver: Resolver,
  bucket: Resource,
  parts: readonly BucketPart[],
): Bucket["versioned"] {
  const { versioning, object_lock_enabled: locked } = bucket.attributes;
  const flag = (raw: unknown): Bucket["versioned"] => answerOf(readFlag(resolver, raw, placeOf(bucket)));
  const answers = [
    flag(locked),
    ...(bodies(versioning)?.map(({ enabled }) => flag(enabled)) ?? ["unknown" as const]),
    ...parts.map((part) => answerOfPart(resolver, part)),
  ];
  return (["yes", "unknown"] as const).find((answer) => answers.includes(answer)) ?? "no";
}

function answerOfPart(resolver: Resolver, { resource, certain }: BucketPart): Bucket["versioned"] {
  const [block] = bodies(resource.attributes.versioning_configuration) ?? [];
  const status = readText(resolver, block?.status, placeOf(resource));
  if (status.state !== "known") return "unknown";
  return status.value !== "Enabled" ? "no" : certain ? "yes" : "unknown";
}

function answerOf(flag: FlagValue): Bucket["versioned"] {
  if (flag.state === "absent") return "no";
  if (flag.state !== "known") return "unknown";
  return flag.value === true ? "yes" : "no";
}
