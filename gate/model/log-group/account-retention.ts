import type { AccountRetention } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf, subjectOf } from "../subject";
import { matches } from "../text/pattern";
import type { Own } from "../text/text";
import { readText } from "../value";

/**
 * Models the account-level retention policies that may reach a log group of the input: those of its region and account.
 * One whose type is not known may be one, so it counts as selective.
 */
export function readAccountRetentions(resolver: Resolver): AccountRetention[] {
  const policies = resolver.index.ofType("aws_cloudwatch_log_account_policy");
  const groups = policies.length === 0 ? [] : resolver.index.ofType("aws_cloudwatch_log_group");
  const homes = new Set(groups.map((group) => resolver.owners.own(group)));
  return policies.flatMap((resource) => {
    const { policy_type: type, selection_criteria: criteria } = resource.attributes;
    const { state, value } = readText(resolver, type, placeOf(resource));
    if (state === "known" && value !== "RETENTION_POLICY") return [];
    const here = resolver.owners.own(resource);
    if (homes.size > 0 && ![...homes].some((home) => mayBeSame(home, here))) return [];
    const selective = state !== "known" || (criteria !== undefined && criteria !== null);
    return [subjectOf(resource, { selective })];
  });
}

function mayBeSame(one: Own, other: Own): boolean {
  return matches(one.region, other.region) !== "no" && matches(one.account, other.account) !== "no";
}
