import { bodies, isObject } from "../../read/blocks";
import type { Resource } from "../../read/resource";
import type { DestinationOptions } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { readFlag, readText } from "../value";

/** Reads the block `destination_options`: how S3 files are written and where. */
export function readDestinationOptions(resolver: Resolver, flowLog: Resource): DestinationOptions {
  const { destination_options: given, dynamic } = flowLog.attributes;
  const blocks = bodies(given);
  const [block, ...others] = blocks ?? [];
  if (blocks === undefined || others.length > 0 || isDynamic(dynamic, "destination_options"))
    return { state: "unknown", file_format: UNKNOWN_VALUE, hive: UNKNOWN_VALUE, hourly: UNKNOWN_VALUE };
  const place = placeOf(flowLog);
  return {
    state: block === undefined ? "absent" : "given",
    file_format: readText(resolver, block?.file_format, place),
    hive: readFlag(resolver, block?.hive_compatible_partitions, place),
    hourly: readFlag(resolver, block?.per_hour_partition, place),
  };
}

const UNKNOWN_VALUE = { state: "unknown", given: "" } as const;

/** Does a `dynamic` block make blocks of this name? How many is not read. */
export function isDynamic(dynamic: unknown, name: string): boolean {
  return (bodies(dynamic) ?? []).some((block) => isObject(block) && Object.hasOwn(block, name));
}
