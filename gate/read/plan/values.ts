import type { Attributes } from "../resource";
import { listOf, objectOf } from "./configuration";

/** A resource instance of `planned_values`, `prior_state` or a state. */
export interface StateResource {
  readonly address: string;
  /** Of the module instance that it stands in; "" for the root. */
  readonly module: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index: unknown;
  readonly providerName: unknown;
  readonly values: Attributes;
  readonly sensitive: unknown;
  /** Addresses without instance keys. */
  readonly dependsOn: readonly string[];
  /** What is left of an object that was replaced. */
  readonly isDeposed: boolean;
}

/**
 * The resource instances of a module and of all below it; undefined where one is malformed.
 * https://developer.hashicorp.com/terraform/internals/json-format#values-representation
 */
export function resourcesOfValues(root: unknown): readonly StateResource[] | undefined {
  const found: StateResource[] = [];
  const open = [objectOf(root)];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    const { address, resources, child_modules: children } = module;
    for (const each of listOf(resources)) {
      const resource = readResource(each, typeof address === "string" ? address : "");
      if (resource === undefined) return undefined;
      found.push(resource);
    }
    open.push(...listOf(children).toReversed());
  }
  return found;
}

function readResource(resource: Attributes, module: string): StateResource | undefined {
  const { address, mode, type, name, index, values, depends_on: dependsOn } = resource;
  if (typeof address !== "string" || typeof type !== "string" || typeof name !== "string") return undefined;
  if (mode !== "managed" && mode !== "data") return undefined;
  return {
    address,
    module,
    mode,
    type,
    name,
    index,
    providerName: resource.provider_name,
    values: objectOf(values),
    sensitive: resource.sensitive_values,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.filter((each) => typeof each === "string") : [],
    isDeposed: resource.deposed_key !== undefined,
  };
}
