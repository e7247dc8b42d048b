import { createHash } from "node:crypto";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

const LONGEST = 240;

/**
 * The Terraform name of what a construct makes: the ids on its path below the stack, and a hash of that path, so that
 * ids which differ only in characters that Terraform does not take stay two resources (cdktf merges such, in silence).
 *
 * One for all resources of a construct, whose types tell them apart: cdktf's own way hashes for each resource, and at
 * 20,000 resources those hashes are a fifth of all memory.
 *
 * FIXED: a change here replaces every resource that was made with it.
 */
export function logicalId(construct: Construct): string {
  const below = construct.node.path.slice(TerraformStack.of(construct).node.path.length + 1);
  const name = below
    .replaceAll("/", "_")
    .replace(/[^A-Za-z0-9_-]/g, "")
    .slice(0, LONGEST);
  const hash = createHash("sha256").update(below).digest("hex").slice(0, 8).toUpperCase();
  return `${/^[A-Za-z_]/.test(name) ? "" : "_"}${name}_${hash}`;
}
