import type { Own } from "../placement/own";
import { Nested } from "../refusal/nested";
import type { Problems } from "../refusal/problems";
import { checkScope, SCOPE_PROPS, WATCHABLE, watchedBy, type Scope } from "../scope";

/** A scope of `FlowLogs` and nothing else: `{ vpcId: vpc.id }`. */
export type WatchedScope = Pick<Scope, (typeof SCOPE_PROPS)[number]>;

/** Exactly one id, of its kind. */
export function checkWatched(prop: string, watched: unknown, problems: Problems): void {
  const object = problems.object(prop, watched, "an object such as { vpcId: vpc.id }");
  if (object === undefined) return;
  problems.onlyKeys(`${prop}.`, object, SCOPE_PROPS);
  checkScope(object, new Nested(`${prop}.`, problems));
}

/** The ARNs of what may be watched, in the own account and region. */
export function watchedArns(own: Own, scopes: readonly WatchedScope[] | undefined): string[] {
  const resources = scopes?.map((watched) => watchedBy(watched as Scope).resource) ?? WATCHABLE;
  return resources.map((resource) => `arn:${own.partition}:ec2:${own.region}:${own.account}:${resource}`);
}
