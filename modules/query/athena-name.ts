import { createHash } from "node:crypto";

/** Letters that Glue and Athena take in the names of databases and workgroups, with room for the hash. */
const LONGEST = 100;

/**
 * The name of a database and, with hyphens, of a workgroup: made from the construct's path, with its hash, so that two
 * constructs never share one.
 *
 * FIXED: a change here replaces every database that was made with it.
 */
export function defaultAthenaName(path: string): string {
  const words = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, LONGEST);
  return `flow_logs_${words}_${createHash("sha256").update(path).digest("hex").slice(0, 8)}`;
}
