import type { Resource } from "../read/resource";
import type { Ref, Subject } from "./model";
import type { Place } from "./reference/trace";

/** What findings print of a resource. */
export function refOf({ source, address }: Resource): Ref {
  return { source, address };
}

/**
 * A subject of the model: who it is, and the facts about it. Assigned, never spread: an object literal that goes on
 * after a spread costs V8 ten times as much, and there are 20,000 of them.
 */
export function subjectOf<T extends object>(resource: Resource, facts: T): Subject & T {
  const { source, address, exists, constructPath, location } = resource;
  const subject: Subject = { source, address, exists };
  if (constructPath !== undefined) subject.construct_path = constructPath;
  if (location !== undefined) subject.location = { path: location.path, line: location.line };
  return Object.assign(subject, facts);
}

/** Where the arguments of a resource are looked up. */
export function placeOf({ source }: Resource): Place {
  return { source, instance: "" };
}
