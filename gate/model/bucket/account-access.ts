import type { Ref } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf, refOf } from "../subject";
import type { Text } from "../text/text";
import { textKey } from "../text/text-parts";
import { isFullyOn, readPublicAccess } from "./public-access";

/** The account-level public-access blocks that are fully on, by account. */
export type AccountAccess = ReadonlyMap<string, readonly Ref[]>;

/** Reads `aws_s3_account_public_access_block`: what is not known of one does not count. */
export function readAccountAccess(resolver: Resolver): AccountAccess {
  const byAccount = new Map<string, Ref[]>();
  for (const resource of resolver.index.ofType("aws_s3_account_public_access_block")) {
    const access = readPublicAccess(resolver, { resource, certain: resource.exists === "yes" });
    if (!access.certain || !isFullyOn(access)) continue;
    const { account_id: given } = resource.attributes;
    const account =
      typeof given === "string"
        ? resolver.text(given, placeOf(resource))
        : resolver.owners.own(resource).account;
    const others = byAccount.get(textKey(account));
    if (others === undefined) byAccount.set(textKey(account), [refOf(resource)]);
    else others.push(refOf(resource));
  }
  return byAccount;
}

/** Those of an account. */
export function accessOf(access: AccountAccess, account: Text): readonly Ref[] {
  return access.get(textKey(account)) ?? [];
}
