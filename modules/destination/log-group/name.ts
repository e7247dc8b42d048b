import { createHash } from "node:crypto";

const PREFIX = "/aws/vpc-flow-logs/";
const LONGEST = 512;

/**
 * The name of a log group nobody named: `/aws/vpc-flow-logs/<stack>/<id>`, with the ids between them where the
 * construct is nested.
 *
 * A path that CloudWatch cannot hold as it is (other characters, too long) gets a hash of itself, so that two paths
 * never share a group. FIXED: a change here replaces every group that was made with it, and loses its records.
 */
export function defaultName(path: string): string {
  const name = PREFIX + path.replace(/[^A-Za-z0-9_./#-]/g, "-");
  if (name === PREFIX + path && name.length <= LONGEST) return name;
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 8);
  return `${name.slice(0, LONGEST - 9)}-${hash}`;
}
