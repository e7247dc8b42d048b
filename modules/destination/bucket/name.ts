import { createHash } from "node:crypto";
import type { Own } from "../../placement/own";

/** Eight hexadecimal digits that are a path's own. FIXED: a change replaces what was named with it. */
export function pathHash(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 8);
}

/**
 * The name of a bucket nobody named: unique in all of AWS, and at most 50 of the 63 characters that S3 takes.
 *
 * FIXED: a change here replaces every bucket that was made with it, and loses its records.
 */
export function defaultBucketName(own: Own, path: string): string {
  return `vpc-flow-logs-${own.account}-${own.region}-${pathHash(path)}`;
}
