import type { PublicAccess } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { readFlag } from "../value";
import type { BucketPart } from "./bucket-part";

/** Are all four flags known to be on? */
export function isFullyOn(access: PublicAccess): boolean {
  const { block_public_acls, block_public_policy, ignore_public_acls, restrict_public_buckets } = access;
  const flags = [block_public_acls, block_public_policy, ignore_public_acls, restrict_public_buckets];
  return flags.every(({ value }) => value === true);
}

/** Reads `aws_s3_bucket_public_access_block`. */
export function readPublicAccess(resolver: Resolver, { resource, certain }: BucketPart): PublicAccess {
  const { attributes, source, address } = resource;
  const flag = (raw: unknown) => readFlag(resolver, raw, placeOf(resource));
  return {
    source,
    address,
    certain,
    block_public_acls: flag(attributes.block_public_acls),
    block_public_policy: flag(attributes.block_public_policy),
    ignore_public_acls: flag(attributes.ignore_public_acls),
    restrict_public_buckets: flag(attributes.restrict_public_buckets),
  };
}
