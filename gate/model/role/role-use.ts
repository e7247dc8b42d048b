import type { Resource } from "../../read/resource";
import type { FlowLogDraft } from "../flow-log/flow-log";
import type { CoverageTarget } from "../policy/coverage/coverage-target";
import type { Resolver } from "../reference/resolver";
import type { Text } from "../text/text";
import { textKey } from "../text/text-parts";
import { readRoleOwn, type RoleOwn } from "./role-own";

/** What the flow logs of the input use a role for. */
export interface RoleUse {
  /** Positions of the flow logs. */
  readonly flowLogs: number[];
  /** Which instances of a counted role they use. */
  readonly instances: Set<string>;
  /** The log groups of all of them together. */
  readonly target: CoverageTarget;
  readonly own: RoleOwn;
}

/** Tells which roles flow logs use. The destination's roles of cross-account delivery come last, and no flow log is theirs. */
export function readRoleUses(resolver: Resolver, drafts: readonly FlowLogDraft[]): Map<Resource, RoleUse> {
  const users = new Map<Resource, number[]>();
  drafts.forEach(({ role }, position) => {
    if (role.state !== "resolved") return;
    const positions = users.get(role.resource);
    if (positions === undefined) users.set(role.resource, [position]);
    else positions.push(position);
  });
  for (const { crossAccountRole: named } of drafts)
    if (named.state === "resolved" && !users.has(named.resource)) users.set(named.resource, []);
  return new Map([...users].map(([role, positions]) => [role, roleUse(resolver, role, drafts, positions)]));
}

function roleUse(
  resolver: Resolver,
  role: Resource,
  drafts: readonly FlowLogDraft[],
  flowLogs: number[],
): RoleUse {
  const users = flowLogs.flatMap((position) => drafts[position] ?? []);
  const writers = users.filter(
    ({ destination: { named, arn } }) => arn !== undefined || named.state === "unknown",
  );
  const groups = new Map<string, Text>();
  for (const { destination } of writers)
    if (destination.arn !== undefined) groups.set(textKey(destination.arn), destination.arn);
  return {
    flowLogs,
    instances: new Set(users.map(({ role }) => (role.state === "resolved" ? role.instance : ""))),
    target: {
      groups: [...groups.values()],
      complete: writers.every(({ destination }) => destination.arn !== undefined),
      streamPrefix: writers.every(({ streamPrefix }) => streamPrefix === "eni-") ? "eni-" : "",
    },
    own: readRoleOwn(
      resolver,
      role,
      users.map(({ resource }) => resource),
    ),
  };
}

/** The roles that the service delivers with. */
export function deliveryRoles(uses: ReadonlyMap<Resource, RoleUse>): Resource[] {
  return [...uses].filter(([, { flowLogs }]) => flowLogs.length > 0).map(([role]) => role);
}
