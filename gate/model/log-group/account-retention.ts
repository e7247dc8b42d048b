import type { AccountRetention } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf, subjectOf } from "../subject";
import { readText } from "../value";

/** Models the account-level retention policies. One whose type is not known may be one, so it counts as selective. */
export function readAccountRetentions(resolver: Resolver): AccountRetention[] {
  return resolver.index.ofType("aws_cloudwatch_log_account_policy").flatMap((resource) => {
    const { policy_type: type, selection_criteria: criteria } = resource.attributes;
    const { state, value } = readText(resolver, type, placeOf(resource));
    if (state === "known" && value !== "RETENTION_POLICY") return [];
    const selective = state !== "known" || (criteria !== undefined && criteria !== null);
    return [subjectOf(resource, { selective })];
  });
}
