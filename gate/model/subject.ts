import type { Resource } from "../read/resource";
import type { Ref, Subject } from "./model";
import type { Place } from "./reference/trace";

/** What findings print of a resource. */
export function refOf({ source, address }: Resource): Ref {
  return { source, address };
}

/** What each subject of the model starts with. */
export function subjectOf(resource: Resource): Subject {
  const { source, address, exists, constructPath, location } = resource;
  return {
    source,
    address,
    ...(constructPath !== undefined && { construct_path: constructPath }),
    ...(location && { location: { path: location.path, line: location.line } }),
    exists,
  };
}

/** Where the arguments of a resource are looked up. */
export function placeOf({ source }: Resource): Place {
  return { source, instance: "" };
}
