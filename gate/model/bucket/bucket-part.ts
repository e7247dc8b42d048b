import type { Resource } from "../../read/resource";

/** A resource that sets something of a bucket, the bucket itself for what older providers take there. */
export interface BucketPart {
  readonly resource: Resource;
  /** Does it surely belong to what the flow logs write to? */
  readonly certain: boolean;
}
