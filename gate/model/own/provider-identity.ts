import { bodies } from "../../read/blocks";
import type { Attributes } from "../../read/resource";

/** Settings of a provider configuration that say nothing about whose credentials it uses. */
const NOT_IDENTITY = new Set(["//", "alias", "region", "default_tags", "ignore_tags", "allowed_account_ids"]);

/** Whose credentials a provider configuration uses: equal ones make things in the same account. */
export function identityOf(configuration: Attributes, source: number): string {
  const identity = JSON.stringify(Object.entries(configuration).filter(([name]) => !NOT_IDENTITY.has(name)));
  return identity.includes("${") ? `${source} ${identity}` : identity;
}

/** `allowed_account_ids` where it holds one, and the account of the role that the provider assumes. */
export function accountsOf({ allowed_account_ids: allowed, assume_role: assumed }: Attributes): string[] {
  if (Array.isArray(allowed) && allowed.length === 1 && isAccount(allowed[0])) return [allowed[0]];
  const arn = bodies(assumed)?.at(-1)?.role_arn;
  const account = typeof arn === "string" ? arn.split(":")[4] : undefined;
  return isAccount(account) ? [account] : [];
}

function isAccount(value: unknown): value is string {
  return typeof value === "string" && /^\d{12}$/.test(value);
}
