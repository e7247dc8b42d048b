import { homeOf, type Home } from "../placement/home";
import { isDeferred, shown, type Loose, type Problems } from "../refusal/problems";
import type { Bucket } from "./bucket/bucket";
import type { Key } from "./key/key";
import { LogGroup } from "./log-group/log-group";
import type { DeliveryRole } from "./role/delivery-role";
import { crossingOf, type DeliveryStream } from "./stream/delivery-stream";

/** The provider's alias as a sentence names it. */
function providerNamed(alias: string): string {
  return alias === "" ? "the default provider" : `provider aws.${alias}`;
}

/** A log group takes records of its own region, and the trust of a role is for its own account and region. */
export function checkAlias(
  prop: string,
  shared: LogGroup | DeliveryRole | DeliveryStream | Key,
  { alias }: Home,
  problems: Problems,
): void {
  const its = homeOf(shared).alias;
  if (its === alias) return;
  const places = `${providerNamed(its)}, this flow log of ${providerNamed(alias)}`;
  problems.add(prop, `is of ${places}; leave ${prop} out, so that one is made there`);
}

/** What the policy of a shared role would call the log group, and the stack that knows it. */
function named(group: unknown, home: Home): { name: unknown; stack: Home["stack"] } {
  if (group instanceof LogGroup) return { name: group.name ?? group.arn, stack: homeOf(group).stack };
  const { name, existing } = (group ?? {}) as Loose;
  const given = (existing ?? {}) as Loose;
  return { name: name ?? given["name"] ?? given["arn"], stack: home.stack };
}

/** The role's policy stands in the role's stack, which is applied first and cannot ask this one. */
export function checkReach(role: DeliveryRole, group: unknown, home: Home, problems: Problems): void {
  const { name, stack } = named(group, home);
  const its = homeOf(role).stack;
  if (role.resource === undefined || stack === its || !isDeferred(name)) return;
  problems.add(
    "role",
    `is of stack ${its.node.path}, which cannot know the log group's name ${shown(name)}; leave role out, or give the name as a literal`,
  );
}

/** The key's policy stands in the key's stack, which is applied first and cannot ask this one. */
export function checkKeyReach(key: Key, name: unknown, home: Home, problems: Problems): void {
  const its = homeOf(key).stack;
  if (key.resource === undefined || home.stack === its || !isDeferred(name)) return;
  problems.add(
    "logGroup.kmsKey",
    `is of stack ${its.node.path}, which cannot know the log group's name ${shown(name)}; give the name as a literal`,
  );
}

/** A bucket takes records of every region, as far as its policy can name it. */
export function checkSharedBucket(bucket: Bucket, { stack, alias }: Home, problems: Problems): void {
  const its = homeOf(bucket);
  if (bucket.resource === undefined || its.stack === stack || its.alias === alias) return;
  problems.add(
    "bucket",
    `is of stack ${its.stack.node.path} and ${providerNamed(its.alias)}, which cannot know the account of ${providerNamed(alias)} here; give { existing: { name } }, and the account in accounts of the bucket`,
  );
}

/** A stream is shared where its roles can be. */
export function checkSharedStream(stream: DeliveryStream, home: Home, problems: Problems): void {
  checkAlias("deliveryStream", stream, home, problems);
  const its = homeOf(stream);
  if (crossingOf(stream) === undefined || its.stack === home.stack) return;
  problems.add(
    "deliveryStream",
    `is of another account and was made in stack ${its.stack.node.path}, whose role cannot be passed for what is watched here; give { existing: { arn, crossAccountRole } }`,
  );
}
