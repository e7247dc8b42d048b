import type { Resource } from "../read/resource";
import type { InputIndex } from "./reference/input-index";
import type { PlacedPart } from "./bucket/bucket-parts";
import type { ModelSource, Ref } from "./model";
import { refOf } from "./subject";

/** Models the judged documents, with what could not be placed in each. */
export function readSources(
  { sources }: InputIndex,
  permissions: readonly Resource[],
  flowLogs: readonly Resource[],
  storage: { readonly bucketParts: readonly PlacedPart[]; readonly keyPolicies: readonly Resource[] },
): ModelSource[] {
  const [permissionsBySource, flowLogsBySource] = [refsBySource(permissions), refsBySource(flowLogs)];
  const keyPoliciesBySource = refsBySource(storage.keyPolicies);
  return sources.map(({ path, kind, stack = "", modules, notInstalled = [] }, position) => ({
    path,
    kind,
    stack,
    modules: [...modules.keys()],
    not_installed: [...notInstalled],
    unplaced_permissions: permissionsBySource.get(position) ?? [],
    unplaced_flow_logs: flowLogsBySource.get(position) ?? [],
    unplaced_bucket_parts: storage.bucketParts
      .filter(({ resource }) => resource.source === position)
      .map(({ resource, sets }) => ({ source: position, address: resource.address, sets })),
    unplaced_key_policies: keyPoliciesBySource.get(position) ?? [],
  }));
}

function refsBySource(resources: readonly Resource[]): Map<number, Ref[]> {
  const refs = new Map<number, Ref[]>();
  for (const resource of new Set(resources)) {
    const known = refs.get(resource.source);
    if (known === undefined) refs.set(resource.source, [refOf(resource)]);
    else known.push(refOf(resource));
  }
  return refs;
}
