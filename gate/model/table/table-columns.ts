import { bodies } from "../../read/blocks";
import type { Attributes, Resource } from "../../read/resource";
import { isDynamic } from "../flow-log/destination-options";
import type { Table } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { readText } from "../value";

/** Names of blocks of one kind, in order; undefined where one of them is not known. */
export function readNames(
  resolver: Resolver,
  table: Resource,
  parent: Attributes,
  block: string,
): string[] | undefined {
  const blocks = bodies(parent[block]);
  if (blocks === undefined || isDynamic(parent.dynamic, block)) return undefined;
  const names = blocks.map(({ name }) => readText(resolver, name, placeOf(table)).value);
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Which files the table takes those of the bucket for, by its input format and its serialization library. */
export function readFileFormat(
  resolver: Resolver,
  table: Resource,
  storage: Attributes,
): Table["file_format"] {
  const [serde] = bodies(storage.ser_de_info) ?? [];
  const given = [storage.input_format, serde?.serialization_library].map((raw) =>
    readText(resolver, raw, placeOf(table)),
  );
  if (given.some(({ state }) => state === "unknown" || state === "wrong-type")) return "unknown";
  const known = given.flatMap(({ value }) => value ?? []);
  if (known.length === 0) return "unknown";
  const formats = new Set(known.map(formatOf));
  const [format = "other", ...others] = formats;
  return others.length === 0 ? format : "other";
}

function formatOf(name: string): "text" | "parquet" | "other" {
  if (/parquet/i.test(name)) return "parquet";
  return /TextInputFormat|LazySimpleSerDe|RegexSerDe|OpenCSVSerde/.test(name) ? "text" : "other";
}
