import type { Resource } from "../../read/resource";
import type { RoleDirectory } from "./role-directory";
import type { Resolver } from "../reference/resolver";

/** What has a role for itself: policies hang on it, and flow logs are what it is for. */
const NO_USERS = new Set([
  "aws_flow_log",
  "aws_iam_policy_attachment",
  "aws_iam_role_policies_exclusive",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
  "aws_iam_role_policy_attachments_exclusive",
]);

/**
 * Finds what else uses a role: managed resources that name it in an argument whose own name says role (`role`,
 * `execution_role_arn`, ...). A mention in a policy text or in a tag is no use.
 */
export function findOtherUsers(
  resolver: Resolver,
  roles: RoleDirectory,
  used: ReadonlySet<Resource>,
): Map<Resource, Resource[]> {
  const users = new Map<Resource, Resource[]>();
  for (const resource of resolver.index.resources) {
    if (resource.mode === "data" || NO_USERS.has(resource.type)) continue;
    const given: string[] = [];
    addRoleArguments(resource.attributes, false, given);
    for (const raw of given) {
      const role = namedRole(roles, raw, resource);
      if (role === undefined || role === resource || !used.has(role)) continue;
      const known = users.get(role);
      if (known === undefined) users.set(role, [resource]);
      else if (known.at(-1) !== resource) known.push(resource);
    }
  }
  return users;
}

function namedRole(roles: RoleDirectory, raw: string, from: Resource): Resource | undefined {
  if (!raw.startsWith("${") && !raw.startsWith("arn:") && from.type !== "aws_iam_instance_profile")
    return undefined;
  const byArn = roles.byArn(raw, from);
  if (byArn.state === "resolved") return byArn.resource;
  const byName = roles.byName(raw, from);
  return byName.state === "resolved" ? byName.resource : undefined;
}

/** Adds the strings below arguments whose name holds "role", at any depth. */
function addRoleArguments(value: object, isNamed: boolean, found: string[]): void {
  for (const [name, each] of Object.entries(value) as [string, unknown][]) {
    const isRole = isNamed || name.includes("role");
    if (typeof each === "string") {
      if (isRole) found.push(each);
    } else if (typeof each === "object" && each !== null && name !== "//" && name !== "depends_on") {
      addRoleArguments(each, isRole, found);
    }
  }
}
