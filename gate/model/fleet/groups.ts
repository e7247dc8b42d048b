import type { Configuration, Resource, Source } from "../../read/resource";
import { Leaders } from "./leaders";
import { isPlainPolicy } from "./names";
import { PLACES } from "./places";
import { readReferences, type References } from "./references";

/** Resources that refer to one another and to no others, in the order of the input. */
export type Group = readonly Resource[];

/** Data sources that tell the same to whoever asks. */
const SURROUNDING = /^data\.aws_(?:caller_identity|partition|region)\./;
/** More than that no module stamps out. */
const MOST = 64;

/**
 * The groups of the input that a fleet may be made of: whole flow logs that are made anew or left alone. Undefined where some
 * text is put together of parts, so that no looking for names tells what it names.
 */
export function groupsOf({ sources, resources }: Configuration): Group[] | undefined {
  const surroundings: References = { resources: [], leavesResources: false, isComposed: false };
  for (const { providers, locals, outputs, modules } of sources)
    for (const each of [providers, locals, outputs, modules]) readReferences(each, surroundings);
  if (surroundings.isComposed) return undefined;
  const positions = sources.map(() => new Map<string, number>());
  resources.forEach(({ source, address }, at) => positions[source]?.set(address, at));
  if (positions.reduce((sum, { size }) => sum + size, 0) < resources.length) return undefined;
  const leaders = new Leaders(resources.length);
  const isOut = new Uint8Array(resources.length);
  const touched = sources.map(changedAddresses);
  for (const [at, resource] of resources.entries()) {
    const found: References = { resources: [], leavesResources: false, isComposed: false };
    for (const name in resource.attributes)
      if (name !== "//") readReferences(resource.attributes[name], found);
    if (found.isComposed) return undefined;
    if (found.leavesResources || !isStampable(resource, sources, touched)) isOut[at] = 1;
    for (const list of [found.resources, resource.dependsOn])
      for (const address of list) {
        if (SURROUNDING.test(address)) continue;
        const to = positions[resource.source]?.get(address);
        if (to === undefined) isOut[at] = 1;
        else leaders.join(at, to);
      }
  }
  const groups = new Map<number, Resource[]>();
  const out = new Set<number>();
  for (const [at, resource] of resources.entries()) {
    const leader = leaders.of(at);
    if (isOut[at] === 1) out.add(leader);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [resource]);
    else group.push(resource);
  }
  return [...groups]
    .filter(([leader, group]) => !out.has(leader) && isWhole(group))
    .map(([, group]) => group);
}

const LEFT_OR_MADE = new Set(["create", "no-op"]);

/** Addresses to which a plan does more than to make them or to leave them alone. */
function changedAddresses({ changes }: Source): ReadonlySet<string> {
  const touched = changes.filter(
    ({ actions, previousAddress }) =>
      actions.length !== 1 || !LEFT_OR_MADE.has(actions[0] ?? "") || previousAddress !== undefined,
  );
  return new Set(touched.map(({ address }) => address));
}

function isStampable(
  { source: at, mode, type, name, address, attributes, exists, sensitive, assumed }: Resource,
  sources: readonly Source[],
  touched: readonly ReadonlySet<string>[],
): boolean {
  const source = sources[at];
  if (source === undefined || (source.kind !== "synth" && source.kind !== "plan")) return false;
  if (mode !== "managed" || !PLACES.has(type) || exists !== "yes" || source.lacking !== undefined)
    return false;
  if (sensitive !== undefined || assumed !== undefined) return false;
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) || address !== `${type}.${name}`) return false;
  const { count, for_each: each, dynamic, policy, path } = attributes;
  if (touched[at]?.has(address) === true || [count, each, dynamic].some(isGiven)) return false;
  // A name behind any other path is one word with its end.
  if (typeof path === "string" && !path.endsWith("/")) return false;
  if (!HAS_ROLE.has(type) && namesRole({ ...attributes, assume_role_policy: null })) return false;
  return typeof policy !== "string" || isPlainPolicy(policy);
}

/** What has a role for itself. Any other resource with such an argument, or tag, counts as another user of that role. */
const HAS_ROLE = new Set(["aws_flow_log", "aws_iam_role_policy"]);

function namesRole(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, member]) => (key.includes("role") && member !== null) || namesRole(member),
  );
}

function isGiven(argument: unknown): boolean {
  return argument !== undefined;
}

/**
 * A flow log with all that it delivers by. A role without a policy may be given one that hangs on none; one that no flow
 * log uses may be somebody's who makes flow logs.
 */
function isWhole(group: Group): boolean {
  if (group.length > MOST || !group.some(({ type }) => type === "aws_flow_log")) return false;
  return group.every(({ type, address }) => type !== "aws_iam_role" || isUsed(group, address));
}

function isUsed(group: Group, role: string): boolean {
  const names = new Set<unknown>([`\${${role}.id}`, `\${${role}.name}`]);
  const arn = `\${${role}.arn}`;
  return (
    group.some(({ type, attributes }) => type === "aws_iam_role_policy" && names.has(attributes.role)) &&
    group.some(({ type, attributes }) => type === "aws_flow_log" && attributes.iam_role_arn === arn)
  );
}
