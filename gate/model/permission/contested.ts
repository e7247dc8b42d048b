import type { Resource } from "../../read/resource";
import { isSettled, textKey } from "../text/text-parts";
import type { Placements } from "./placements";
import type { Grant, Grants } from "./policy-site";

/**
 * Doubts what another resource takes off a role or writes over, at this apply or at the next:
 *
 * - `aws_iam_policy_attachment` owns all attachments of its policy in the account, and revokes those of others.
 *   What a state lists is what hangs there.
 *   https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment
 * - A role has one inline policy of a name: whichever is written last.
 *   https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
export function doubtContested(placements: Placements): void {
  for (const grants of placements.all()) {
    doubtRevoked(placements, grants);
    doubtOverwritten(grants);
  }
}

function doubtRevoked({ resolver, owners }: Placements, { grants }: Grants): void {
  for (const grant of grants)
    for (const owner of owners.get(grant.site) ?? [])
      if (!grant.attachments.includes(owner) && resolver.index.sources[owner.source]?.kind !== "state")
        contest(grant, owner);
}

function doubtOverwritten({ grants }: Grants): void {
  const byName = new Map<string, Grant[]>();
  for (const grant of grants) {
    const { kind, name } = grant.site;
    if (kind === "managed" || name.length === 0 || !isSettled(name)) continue;
    const key = `${grant.instance} ${textKey(name)}`;
    byName.set(key, [...(byName.get(key) ?? []), grant]);
  }
  for (const same of byName.values())
    for (const grant of same)
      for (const { site } of same) if (site !== grant.site) contest(grant, site.resource);
}

/** A policy that `by` may take off. */
export function contest(grant: Grant, by: Resource): void {
  grant.contestedBy.push(by);
}
