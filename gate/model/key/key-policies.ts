import type { Resource } from "../../read/resource";
import type { Resolver } from "../reference/resolver";
import { toldModules } from "../reference/told-modules";
import type { ResourcePolicySite } from "../resource-policy/resource-policies";
import { readKeyName } from "./key-name";
import type { Keys } from "./keys";

/** A policy of a key. */
export interface PlacedKeyPolicy {
  readonly site: ResourcePolicySite;
  /** Which instance of a counted key; undefined for all of them. */
  readonly instance: string | undefined;
}

/** Gathers what hangs on each key of the input. */
export class KeyPolicies {
  /** Policies whose key cannot be told. */
  readonly unplaced: Resource[] = [];
  readonly #placed = new Map<Resource, PlacedKeyPolicy[]>();

  constructor(resolver: Resolver, keys: Keys) {
    for (const [resource] of keys.positions) {
      const { policy: raw } = resource.attributes;
      if (raw !== undefined && raw !== null)
        this.#add(resource, { site: { resource, raw }, instance: undefined });
    }
    for (const resource of resolver.index.ofType("aws_kms_key_policy")) {
      const { key_id: key, policy: raw } = resource.attributes;
      const { named } = readKeyName(resolver, keys, key, resource);
      if (named.state === "resolved")
        this.#add(named.resource, { site: { resource, raw }, instance: named.instance });
      else if (named.state !== "external") this.unplaced.push(resource);
    }
    for (const [resource, modules] of toldModules(resolver.index, "aws_kms_key"))
      keys.list[keys.positions.get(resource) ?? -1]?.told.push(...modules);
  }

  of(key: Resource): readonly PlacedKeyPolicy[] {
    return this.#placed.get(key) ?? [];
  }

  #add(key: Resource, policy: PlacedKeyPolicy): void {
    const others = this.#placed.get(key);
    if (others === undefined) this.#placed.set(key, [policy]);
    else others.push(policy);
  }
}
