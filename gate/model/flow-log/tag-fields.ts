import { bodies } from "../../read/blocks";
import type { Resource } from "../../read/resource";
import { isDynamic } from "./destination-options";
import type { FlowLog } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { readText } from "../value";

/** Reads the blocks `tag_field_specification`: whose tags the tag fields hold. */
export function readTagFields(resolver: Resolver, flowLog: Resource): FlowLog["tag_fields"] {
  const { tag_field_specification: given, dynamic } = flowLog.attributes;
  const blocks = bodies(given);
  if (blocks === undefined || isDynamic(dynamic, "tag_field_specification"))
    return { state: "unknown", resource_types: [] };
  if (blocks.length === 0) return { state: "absent", resource_types: [] };
  const types = blocks.map((block) => readText(resolver, block.resource_type, placeOf(flowLog)));
  return {
    state: types.every(({ state }) => state === "known") ? "given" : "unknown",
    resource_types: types.flatMap(({ value }) => value ?? []),
  };
}
