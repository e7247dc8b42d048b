import type { Source } from "../read/resource";
import type { Ref } from "./model";

/** Constructs of an app that became one resource, as the construct tree tells it. */
export interface MergedResource {
  /** Construct path of the stack. */
  readonly stackPath: string;
  /** `aws_flow_log.x`, or `data.aws_region.x`. */
  readonly address: string;
  /** Of every construct that was merged into it, in the order of the tree. */
  readonly constructPaths: readonly string[];
}

/** A resource that several constructs became. */
export interface Merged extends Ref {
  construct_paths: string[];
}

/** Places merged resources in the judged documents; `unplaced` are construct paths of stacks that no document is of. */
export function readMerged(
  sources: readonly Pick<Source, "stack" | "stackPath">[],
  given: readonly MergedResource[],
): { merged: Merged[]; unplaced: readonly string[] } {
  const positions = new Map(sources.map(({ stack, stackPath = stack }, at) => [stackPath, at]));
  const unplaced = new Set<string>();
  const merged = given.flatMap(({ stackPath, address, constructPaths }) => {
    const source = positions.get(stackPath);
    if (source !== undefined) return [{ source, address, construct_paths: [...constructPaths] }];
    unplaced.add(stackPath);
    return [];
  });
  return { merged, unplaced: [...unplaced] };
}
