import type { Resource } from "../../read/resource";
import type { Delivery } from "../bucket/delivery";
import { objectsIn } from "../bucket/delivered-keys";
import type { Named } from "../directory";
import type { Key, KeyUser, PolicyReading } from "../model";
import type { ResourceRequest } from "../policy/policy-context";
import { bucketArn, keyArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import type { ResourcePolicies } from "../resource-policy/resource-policies";
import { bucketKeyRequest, logGroupKeyRequest } from "../resource-policy/requests";
import { matches } from "../text/pattern";
import type { Own, Text } from "../text/text";
import { shownText } from "../text/text-parts";
import type { KeyPolicies } from "./key-policies";
import type { Keys } from "./keys";

/** What a key is used for. */
type Use = Pick<KeyUser, "log_group" | "bucket" | "same_region">;

/** Tells each key of the input what uses it, and reads its policies for that use. */
export class KeyUsers {
  readonly #told = new Map<Key, Set<string>>();

  constructor(
    private readonly resolver: Resolver,
    private readonly keys: Keys,
    private readonly placed: KeyPolicies,
    private readonly policies: ResourcePolicies,
  ) {}

  /** A log group that a flow log writes to. */
  addLogGroup(named: Named, group: Resource, position: number, arn: Text): void {
    if (named.state !== "resolved") return;
    const own = this.resolver.owners.own(group);
    const request = logGroupKeyRequest(...this.#target(named), own, arn);
    const same_region = this.#isHere(named, group);
    this.#add(named, { log_group: position, bucket: -1, same_region }, own, request);
  }

  /** A bucket, for what one of its flow logs writes. */
  addBucket(named: Named, bucket: Resource, position: number, delivery: Delivery): void {
    if (named.state !== "resolved") return;
    const { own, keys, instance } = delivery;
    const arn = bucketArn(this.resolver, bucket, instance);
    const request = bucketKeyRequest(...this.#target(named), arn, objectsIn(arn, keys));
    const same_region = this.#isHere(named, bucket);
    this.#add(named, { log_group: -1, bucket: position, same_region }, own, request);
  }

  #target({ resource, instance }: Extract<Named, { state: "resolved" }>): [Text, Own] {
    return [keyArn(this.resolver, resource, instance), this.resolver.owners.own(resource)];
  }

  /** A key encrypts nothing outside its region. https://docs.aws.amazon.com/kms/latest/developerguide/overview.html */
  #isHere({ resource }: Extract<Named, { state: "resolved" }>, encrypted: Resource): KeyUser["same_region"] {
    const { owners } = this.resolver;
    return matches(owners.own(resource).region, owners.own(encrypted).region);
  }

  #add(
    { resource, instance }: Extract<Named, { state: "resolved" }>,
    use: Use,
    own: Own,
    request: ResourceRequest,
  ): void {
    const key = this.keys.list[this.keys.positions.get(resource) ?? -1];
    if (key === undefined) return;
    const policies = this.placed.of(resource).map(({ site, instance: of }): PolicyReading => {
      const certain = site.resource.exists === "yes" && (of === undefined || of === instance);
      return this.policies.read(site, certain, "key", own, request);
    });
    const service = shownText(request.services[0] ?? []);
    const told = this.#told.get(key) ?? new Set<string>();
    const user: KeyUser = Object.assign({}, use, { service, policies });
    const text = JSON.stringify(user);
    if (!told.has(text)) key.users.push(user);
    this.#told.set(key, told.add(text));
  }
}
