import type { Configuration } from "../read/resource";
import type { Assumption } from "./model";
import { refOf } from "./subject";

/** What was taken to be so of each resource, for want of anything better; one clause each. */
export function readAssumptions({ resources }: Configuration): Assumption[] {
  return resources.flatMap((resource) =>
    (resource.assumed ?? []).map((text) => ({ ...refOf(resource), text })),
  );
}
