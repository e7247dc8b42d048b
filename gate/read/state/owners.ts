import type { StateResource } from "../plan/values";
import type { Attributes } from "../resource";

const ARN = /^arn:[^:]*:[^:]*:([^:]*):(\d{12}):/;

/** Whose resources a state holds, and where. */
export interface Owners {
  /** One provider configuration for each account and region that the ARNs of the state name. */
  readonly providers: ReadonlyMap<string, Attributes>;
  readonly providerOf: (resource: StateResource) => string;
}

/** Tells the provider configurations of a state from its ARNs. A resource without one is in the only account there is. */
export function readOwners(resources: readonly StateResource[]): Owners {
  const accounts = new Set<string>();
  const regions = new Set<string>();
  const places = new Map<StateResource, { region: string; account: string }>();
  for (const resource of resources) {
    const place = placeOf(resource);
    if (place === undefined) continue;
    places.set(resource, place);
    accounts.add(place.account);
    if (place.region !== "") regions.add(place.region);
  }
  const [account, ...otherAccounts] = accounts;
  const only = otherAccounts.length === 0 ? account : undefined;
  const [region, ...otherRegions] = regions;
  const providers = new Map<string, Attributes>([
    ["aws", configuration(only, otherRegions.length === 0 ? region : undefined, only)],
  ]);
  const keyOf = (place: { region: string; account: string }): string => {
    const isDefault = place.account === only && (place.region === "" || otherRegions.length === 0);
    const key = isDefault ? "aws" : `aws.${place.account}${place.region === "" ? "" : `.${place.region}`}`;
    if (!providers.has(key)) providers.set(key, configuration(place.account, place.region, only));
    return key;
  };
  const keys = new Map([...places].map(([resource, place]) => [resource, keyOf(place)]));
  return { providers, providerOf: (resource) => keys.get(resource) ?? "aws" };
}

/** `profile` tells the credentials of several accounts apart. */
function configuration(
  account: string | undefined,
  region: string | undefined,
  only: string | undefined,
): Attributes {
  return {
    ...(region !== undefined && region !== "" && { region }),
    ...(account !== undefined && { allowed_account_ids: [account] }),
    ...(account !== undefined && account !== only && { profile: account }),
  };
}

/** A managed resource is where its own ARN says; other ARNs in it may be anybody's. */
function placeOf({ mode, type, values }: StateResource): { region: string; account: string } | undefined {
  if (mode !== "managed" || !type.startsWith("aws_")) return undefined;
  const [, region, account] = ARN.exec(typeof values.arn === "string" ? values.arn : "") ?? [];
  return region === undefined || account === undefined ? undefined : { region, account };
}
