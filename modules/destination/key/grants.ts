import { homeOf } from "../../placement/home";
import { withSource, type Source } from "../source";
import { keyDocument } from "./documents";
import type { Key } from "./key";

interface Users {
  readonly groups: Set<string>;
  sources: readonly Source[];
  readonly organizations: Set<string>;
}

const users = new WeakMap<Key, Users>();

function extend(key: Key, change: (its: Users) => void): void {
  if (key.resource === undefined) return;
  const its = users.get(key) ?? { groups: new Set(), sources: [], organizations: new Set() };
  users.set(key, its);
  change(its);
  key.resource.policy = keyDocument(homeOf(key).own, its);
}

/** Lets CloudWatch Logs encrypt a group with the key. Nothing for a key that is not ours to change. */
export function letLogGroupIn(key: Key, groupArn: string): void {
  extend(key, ({ groups }) => groups.add(groupArn));
}

/** Lets the delivery service write flow logs of an account with the key. Nothing for a key that is not ours to change. */
export function letSourceIn(key: Key, source: Source): void {
  extend(key, (its) => {
    its.sources = withSource(its.sources, source);
  });
}

/** Lets the delivery service write flow logs of an organization with the key. Nothing for a key that is not ours. */
export function letOrganizationIn(key: Key, organizationId: string): void {
  extend(key, ({ organizations }) => organizations.add(organizationId));
}
