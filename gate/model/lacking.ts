import type { Configuration } from "../read/resource";
import type { Lacking } from "./model";

/** What variables without a value leave open in each source. */
export function readLacking({ sources }: Configuration): Lacking[] {
  return sources.flatMap(({ lacking }, source) =>
    [...(lacking ?? [])].map(([name, variables]) => ({ source, name, variables: [...variables] })),
  );
}
