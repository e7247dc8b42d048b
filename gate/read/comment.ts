import { isObject } from "./blocks";
import type { Location } from "./resource";

/**
 * What CDKTF and our constructs leave in the `"//"` of a block. What is malformed there is ignored, since it is a
 * comment; but for waivers, which are kept as written: one that is ignored would not be missed.
 */
export interface Comment {
  readonly constructPath?: string;
  readonly location?: Location;
  readonly stackName?: string;
  readonly waivers?: readonly unknown[];
}

/** Reads `"//".metadata.path`, `"//".metadata.stackName`, `"//".flowgate.location` and `"//".flowgate.waive`. */
export function readComment(value: unknown): Comment {
  if (!isObject(value)) return {};
  const comment: { -readonly [K in keyof Comment]: Comment[K] } = {};
  const { metadata, flowgate } = value;
  if (isObject(metadata)) {
    if (typeof metadata.path === "string") comment.constructPath = metadata.path;
    if (typeof metadata.stackName === "string") comment.stackName = metadata.stackName;
  }
  const location = isObject(flowgate) ? readLocation(flowgate.location) : undefined;
  if (location !== undefined) comment.location = location;
  const waive = isObject(flowgate) ? flowgate.waive : undefined;
  if (waive !== undefined) comment.waivers = Array.isArray(waive) ? waive : [waive];
  return comment;
}

function readLocation(value: unknown): Location | undefined {
  if (!isObject(value) || typeof value.path !== "string" || value.path === "") return undefined;
  const { path, line } = value;
  return Number.isInteger(line) && (line as number) > 0 ? { path, line: line as number } : undefined;
}
