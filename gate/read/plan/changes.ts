import { literalAttributes } from "../literal";
import { isObject } from "../blocks";
import type { Resource, ResourceChange } from "../resource";
import { sensitiveArguments } from "./attributes";
import type { PlanChange } from "./refusal";

const NO_CHANGE = new Set(["no-op", "read"]);

/** What flow logs are on and write to: what they were before is told even where nothing changes. */
const SURROUNDINGS = new Set([
  "aws_cloudwatch_log_group",
  "aws_flow_log",
  "aws_network_interface",
  "aws_s3_bucket",
  "aws_subnet",
  "aws_vpc",
]);

/**
 * What a plan does to one managed resource; undefined where it leaves it as it is and nobody asks what it was.
 * `after`: the resource as it was read.
 */
export function readChange(
  planned: PlanChange,
  provider: string,
  after: Resource | undefined,
): ResourceChange | undefined {
  const { address, type, name, mode, deposed, previous_address: previous, change } = planned;
  if (mode !== "managed") return undefined;
  if (!SURROUNDINGS.has(type) && change.actions.every((action) => NO_CHANGE.has(action))) return undefined;
  const made: { -readonly [K in keyof ResourceChange]: ResourceChange[K] } = {
    address: typeof deposed === "string" ? `${address} (deposed ${deposed})` : address,
    type,
    name,
    provider,
    actions: change.actions,
  };
  if (isObject(change.before)) {
    made.before = literalAttributes(change.before);
    const sensitive = sensitiveArguments(change.before, change.before_sensitive);
    if (sensitive.size > 0) made.sensitive = sensitive;
  }
  if (after !== undefined) {
    made.after = after.attributes;
    if (after.sensitive !== undefined)
      made.sensitive = new Set([...(made.sensitive ?? []), ...after.sensitive]);
  }
  if (typeof previous === "string") made.previousAddress = previous;
  return made;
}
