import type { Resource } from "../../read/resource";
import type { Detached } from "./exclusive";
import type { Placements } from "./placements";
import type { Policies } from "./policies";
import { grantsDelivery } from "../policy/read-policy";
import type { Grant, PolicySite } from "./policy-site";

/** What became of the policies that hang on no role. */
export interface Adoption {
  readonly adopted: ReadonlyMap<Resource, readonly Grant[]>;
  /** Positions of policies that no role adopted. */
  readonly loose: readonly number[];
}

/**
 * Gives the policies that grant log delivery and hang on no role to the one role of a flow log that has none, since
 * their author meant it so. With several such roles in their source, or none, they stay loose.
 */
export function adoptLoosePolicies(
  placements: Placements,
  policies: Policies,
  deliveryRoles: Iterable<Resource>,
  detached: readonly Detached[],
): Adoption {
  const adopted = new Map<Resource, Grant[]>();
  const loose: number[] = [];
  const orphans = new Set([...deliveryRoles].filter((role) => hasNone(placements, role)));
  const only = onlyOneBySource(orphans);
  const place = (site: PolicySite, adopter: Resource | undefined, by?: Resource): void => {
    const { document } = policies.read(site, adopter);
    if (document === undefined || !grantsDelivery(document.model)) return;
    const { at } = policies.file(site, adopter);
    if (adopter === undefined) loose.push(at);
    else {
      const certain = site.resource.exists === "yes";
      const grant: Grant = {
        site,
        instance: "",
        attachments: [],
        certain,
        contestedBy: [],
        ...(by !== undefined && { detachedBy: by }),
      };
      adopted.set(adopter, [...(adopted.get(adopter) ?? []), grant]);
    }
  };
  for (const { role, site, by } of detached) place(site, orphans.has(role) ? role : undefined, by);
  for (const [resource, site] of placements.managed)
    if (!placements.used.has(resource)) place(site, only.get(resource.source));
  return { adopted, loose };
}

function hasNone(placements: Placements, role: Resource): boolean {
  const { grants, foreign } = placements.of(role);
  return grants.length === 0 && foreign.length === 0;
}

function onlyOneBySource(roles: Iterable<Resource>): Map<number, Resource | undefined> {
  const only = new Map<number, Resource | undefined>();
  for (const role of roles) only.set(role.source, only.has(role.source) ? undefined : role);
  return only;
}
