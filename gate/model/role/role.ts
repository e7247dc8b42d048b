import type { Resource } from "../../read/resource";
import type { Adoption } from "../permission/adopt";
import type { Documents } from "../permission/documents";
import type { Role, RolePermission } from "../model";
import type { Placements } from "../permission/placements";
import type { FiledPolicy, Policies } from "../permission/policies";
import type { Grant, PolicySite } from "../permission/policy-site";
import { Reading } from "../reference/reading";
import type { RoleUse } from "./role-use";
import { placeOf, refOf, subjectOf } from "../subject";
import { readText } from "../value";

/** A role, and for each of its permissions what the flow logs that use it have to wait for. */
export interface RoleDraft {
  readonly model: Role;
  readonly permissions: readonly FiledPermission[];
  /** The permissions boundary, where the input holds its policy. */
  readonly boundary?: FiledPolicy;
}

interface FiledPermission extends FiledPolicy {
  readonly grant: Grant;
  readonly adopted: boolean;
}

/** Everything that roles are made from. */
export interface RoleParts {
  readonly placements: Placements;
  readonly adoption: Adoption;
  readonly policies: Policies;
  readonly documents: Documents;
  readonly otherUsers: ReadonlyMap<Resource, readonly Resource[]>;
}

/** Models the roles that flow logs use, in the order of `uses`. */
export function readRoles(parts: RoleParts, uses: ReadonlyMap<Resource, RoleUse>): RoleDraft[] {
  const { placements, adoption } = parts;
  const grants = [...uses.keys()].map((role) => [role, placements.of(role).grants] as const);
  const only = onlyRoles(grants);
  return [...uses].map(([role, use]) => {
    const filed = (grant: Grant, adopted: boolean): FiledPermission => {
      const { at, document } = parts.policies.file(grant.site, only.get(grant.site));
      return { grant, adopted, at, document };
    };
    const permissions = placements.of(role).grants.map((grant) => filed(grant, false));
    for (const grant of adoption.adopted.get(role) ?? []) permissions.push(filed(grant, true));
    const modelled = permissions.map((each) => readPermission(parts.documents, each, use));
    const model = readRole(parts, role, use, modelled);
    const boundary = readBoundary(parts, role, model);
    return boundary === undefined ? { model, permissions } : { model, permissions, boundary };
  });
}

function readRole(parts: RoleParts, role: Resource, use: RoleUse, permissions: RolePermission[]): Role {
  const { resolver } = parts.placements;
  const place = placeOf(role);
  const reading = new Reading(resolver, place, use.own.own, undefined, undefined, use.own.owns);
  return subjectOf(role, {
    name: readText(resolver, role.attributes.name, place),
    trust: parts.documents.trust(role.attributes.assume_role_policy, reading),
    flow_logs: use.flowLogs,
    permissions,
    foreign_policies: parts.placements
      .of(role)
      .foreign.map(({ by, given, known }) => ({ ...by, given, known })),
    other_users: (parts.otherUsers.get(role) ?? []).map(refOf),
    boundary: readText(resolver, role.attributes.permissions_boundary, place),
    boundary_policy: { state: "none", at: -1, given: "" },
    own: use.own.shown,
  });
}

/** Links the role to the policy that bounds it. */
function readBoundary(
  { placements, policies }: RoleParts,
  role: Resource,
  model: Role,
): FiledPolicy | undefined {
  const { named, site } = placements.boundary(role);
  const filed = site && policies.file(site, role);
  const raw = role.attributes.permissions_boundary;
  const given = typeof raw === "string" ? raw : "";
  model.boundary_policy = { state: named.state, at: filed?.at ?? -1, given };
  return filed;
}

function readPermission(
  documents: Documents,
  { grant, adopted, at, document }: FiledPermission,
  { instances, target }: RoleUse,
): RolePermission {
  const isSameInstance =
    adopted || grant.site.kind === "inline" || [...instances].every((each) => each === grant.instance);
  return {
    policy: at,
    adopted,
    certain: grant.certain && isSameInstance,
    attachments: grant.attachments.map(refOf),
    contested_by: grant.contestedBy.map(refOf),
    detached_by: grant.detachedBy === undefined ? [] : [refOf(grant.detachedBy)],
    coverage: documents.coverage(document, target),
  };
}

/** The one role that each policy hangs on; undefined for a policy that several share. */
function onlyRoles(
  granted: Iterable<readonly [Resource, readonly Grant[]]>,
): Map<PolicySite, Resource | undefined> {
  const roles = new Map<PolicySite, Resource | undefined>();
  for (const [role, grants] of granted)
    for (const { site } of grants)
      roles.set(site, roles.has(site) && roles.get(site) !== role ? undefined : role);
  return roles;
}
