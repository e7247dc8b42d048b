import type { Resource } from "../../read/resource";
import { BucketParts, type PlacedPart } from "../bucket/bucket-parts";
import { readBucketSettings } from "../bucket/bucket-settings";
import type { Buckets } from "../bucket/buckets";
import type { FlowLogDraft } from "../flow-log/flow-log";
import { readKeyName } from "../key/key-name";
import { KeyPolicies } from "../key/key-policies";
import { KeyUsers } from "../key/key-users";
import type { Keys } from "../key/keys";
import type { LogGroups } from "../log-group/log-group";
import type { Documents } from "../permission/documents";
import { logGroupArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { ResourcePolicies } from "./resource-policies";

/** What flow logs are kept in, and what it is made from. */
export interface StorageParts {
  readonly resolver: Resolver;
  readonly documents: Documents;
  readonly groups: LogGroups;
  readonly buckets: Buckets;
  readonly keys: Keys;
}

/** The policies of buckets and keys, and what belongs to some bucket or key and cannot be placed. */
export interface Storage {
  readonly policies: ResourcePolicies;
  readonly unplaced: {
    readonly bucketParts: readonly PlacedPart[];
    readonly keyPolicies: readonly Resource[];
  };
}

/** Reads what is set of the buckets and keys that flow logs use. */
export function readStorage(
  { resolver, documents, groups, buckets, keys }: StorageParts,
  flowLogs: readonly FlowLogDraft[],
): Storage {
  const policies = new ResourcePolicies(resolver, documents);
  const parts = new BucketParts(resolver, buckets);
  const keyPolicies = new KeyPolicies(resolver, keys);
  const keyUsers = new KeyUsers(resolver, keys, keyPolicies, policies);
  for (const [resource, position] of groups.positions) {
    if (groups.list[position]?.flow_logs.length === 0) continue;
    const { named } = readKeyName(resolver, keys, resource.attributes.kms_key_id, resource);
    keyUsers.addLogGroup(named, resource, position, logGroupArn(resolver, resource));
  }
  readBucketSettings({ resolver, buckets, parts, policies, keys, keyUsers }, flowLogs);
  return { policies, unplaced: { bucketParts: parts.unplaced, keyPolicies: keyPolicies.unplaced } };
}
