import type { Fleet } from "../model/fleet/fleet";
import type { Ref } from "../model/model";
import type { Configuration, Resource } from "../read/resource";
import { keyOf, refOf } from "./delivery-path";
import type { FlowLogPath } from "./report";

/** The paths of all flow logs, in the order of the input, where the first ones of fleets were modelled for all. */
export function pathsOfAll(
  paths: readonly FlowLogPath[],
  fleets: readonly Fleet[],
  { resources }: Configuration,
): FlowLogPath[] {
  const found = new Map(paths.map((path) => [keyOf(path), path]));
  for (const { first, others } of fleets) {
    const positions = new Map(first.map((resource, at) => [keyOf(resource), at]));
    const known = first.flatMap((resource, at) => {
      const path = found.get(keyOf(resource));
      return path === undefined ? [] : [{ at, path }];
    });
    for (const other of others) {
      const there = (ref: Ref): Ref => refOf(other[positions.get(keyOf(ref)) ?? -1] ?? ref);
      for (const { at, path } of known) {
        const resource = other[at];
        if (resource !== undefined) found.set(keyOf(resource), pathOf(resource, path, there));
      }
    }
  }
  return resources.flatMap((resource) =>
    resource.type === "aws_flow_log" && resource.mode === "managed" ? (found.get(keyOf(resource)) ?? []) : [],
  );
}

/** Assigned, not spread: there are thousands of them. */
function pathOf(
  { source, address, constructPath }: Resource,
  path: FlowLogPath,
  there: (ref: Ref) => Ref,
): FlowLogPath {
  const { verdict, scope, policies, role, destination } = path;
  const made: { -readonly [K in keyof FlowLogPath]: FlowLogPath[K] } = {
    source,
    address,
    verdict,
    scope: scope.map(there),
    policies: policies.map(there),
  };
  if (constructPath !== undefined) made.constructPath = constructPath;
  if (role !== undefined) made.role = there(role);
  if (destination !== undefined) made.destination = there(destination);
  return made;
}
