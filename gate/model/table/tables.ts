import { bodies, isObject } from "../../read/blocks";
import type { Attributes, Resource } from "../../read/resource";
import type { Buckets } from "../bucket/buckets";
import { isDynamic } from "../flow-log/destination-options";
import type { Table } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf, subjectOf } from "../subject";
import { joinText } from "../text/text-parts";
import { readFlag, readText } from "../value";
import { readFileFormat, readNames } from "./table-columns";
import { type Projected, readFolders, type S3Address, splitAddress, unescapedIn } from "./table-path";

/** Models the Glue tables over buckets that flow logs write to. */
export function readTables(resolver: Resolver, buckets: Buckets): Table[] {
  return resolver.index.ofType("aws_glue_catalog_table").flatMap((resource) => {
    const { parameters } = resource.attributes;
    const storage = bodies(resource.attributes.storage_descriptor)?.[0] ?? {};
    const settings = isObject(parameters) ? parameters : {};
    const place = placeOf(resource);
    const own = resolver.owners.own(resource);
    const template = splitAddress(resolver, settings["storage.location.template"], place, own);
    const location = splitAddress(resolver, storage.location, place, own);
    const bucket = bucketOf(resolver, buckets, resource, location ?? template);
    const flowLogs = buckets.list[bucket]?.flow_logs ?? [];
    if (flowLogs.length === 0) return [];
    return [
      subjectOf(resource, {
        bucket,
        flow_logs: [...flowLogs],
        ...readLayout(resolver, resource, settings, { storage, template, location }),
      }),
    ];
  });
}

function bucketOf(
  resolver: Resolver,
  buckets: Buckets,
  table: Resource,
  address: S3Address | undefined,
): number {
  if (address === undefined) return -1;
  const { partition } = resolver.owners.own(table);
  const arn = joinText(["arn:"], partition, [":s3:::"], address.bucket);
  const named = buckets.directory.find("s3", placeOf(table), [], () => arn);
  return named.state === "resolved" ? (buckets.positions.get(named.resource) ?? -1) : -1;
}

interface Parts {
  readonly storage: Attributes;
  readonly template: S3Address | undefined;
  readonly location: S3Address | undefined;
}

function readLayout(
  resolver: Resolver,
  table: Resource,
  settings: Attributes,
  { storage, template, location }: Parts,
): Omit<Table, "source" | "address" | "exists" | "bucket" | "flow_logs"> {
  const place = placeOf(table);
  const { parameters, dynamic } = table.attributes;
  const isKnown = parameters === undefined || parameters === null || isObject(parameters);
  const enabled = readFlag(resolver, settings["projection.enabled"], place);
  const projected =
    !isKnown || enabled.state === "unknown" ? "unknown" : enabled.value === true ? "yes" : "no";
  const keys = isDynamic(dynamic, "partition_keys")
    ? undefined
    : readNames(resolver, table, table.attributes, "partition_keys");
  const columns = isDynamic(dynamic, "storage_descriptor")
    ? undefined
    : readNames(resolver, table, storage, "columns");
  return {
    projected,
    path: readPath(
      resolver,
      table,
      settings,
      projected === "no" ? location : template,
      keys,
      location,
      projected,
    ),
    partition_keys: { known: keys !== undefined, names: keys ?? [] },
    projections: projectionsIn(settings),
    columns: { known: columns !== undefined, names: columns ?? [] },
    file_format: readFileFormat(resolver, table, storage),
  };
}

/** Athena looks where the template says; a projected table without one has a folder for each key below its location. */
function readPath(
  resolver: Resolver,
  table: Resource,
  settings: Attributes,
  address: S3Address | undefined,
  keys: readonly string[] | undefined,
  location: S3Address | undefined,
  projected: Table["projected"],
): Table["path"] {
  const raw = settings["storage.location.template"];
  const unescaped = projected === "no" ? [] : unescapedIn(raw);
  const isTemplated = projected !== "no" && raw !== undefined && raw !== null;
  const given = typeof raw === "string" && isTemplated ? raw : "";
  if (isTemplated || projected === "no") {
    if (address?.key === undefined || projected === "unknown")
      return {
        state: "unknown",
        whole: isTemplated,
        folders: [],
        listed: [],
        variables: [],
        unescaped,
        given,
      };
    const read = readFolders(address.key, readProjected(resolver, table, settings));
    return Object.assign({ state: "known" as const, whole: isTemplated, unescaped, given }, read);
  }
  if (projected === "unknown" || location?.key === undefined || keys === undefined)
    return { state: "unknown", whole: true, folders: [], listed: [], variables: [], unescaped, given };
  const below = keys.map((key) => `${key}=\${${key}}`).join("/");
  const projections = readProjected(resolver, table, settings);
  const read = readFolders(`${location.key}/${below}`, { ...projections, formats: new Map() });
  return Object.assign({ state: "known" as const, whole: true, unescaped, given }, read);
}

function readProjected(resolver: Resolver, table: Resource, settings: Attributes): Projected {
  const formats = new Map<string, string>();
  const values = new Map<string, readonly string[]>();
  for (const name of projectionsIn(settings)) {
    const read = (parameter: string): string | undefined =>
      readText(resolver, settings[`projection.${name}.${parameter}`], placeOf(table)).value;
    const format = read("format");
    if (format !== undefined) formats.set(name, format);
    const listed = read("type") === "enum" ? read("values") : undefined;
    if (listed !== undefined) values.set(name, listed.split(","));
  }
  return { formats, values, own: resolver.owners.shown(table) };
}

/** Names of the partition keys that are projected. */
function projectionsIn(settings: Attributes): string[] {
  return Object.keys(settings).flatMap((name) => /^projection\.(.+)\.type$/.exec(name)?.[1] ?? []);
}
