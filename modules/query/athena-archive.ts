import { AthenaNamedQuery } from "@cdktf/provider-aws/lib/athena-named-query";
import { AthenaWorkgroup } from "@cdktf/provider-aws/lib/athena-workgroup";
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import type { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import type { Bucket } from "../destination/bucket/bucket";
import type { Placement } from "../placement/placement";
import type { RecordFormat } from "../record";
import { defaultAthenaName } from "./athena-name";
import { bucketName, makeTable, TABLE } from "./athena-table";
import { partitionsOf, type Partitions } from "./partition";
import type { AthenaText } from "./athena-text";

/** How Athena reads a bucket, and what a query may cost. */
export interface AthenaProps {
  /** Accounts whose records are shown, as 12 digits: one that is not named is invisible. @default the own alone */
  readonly accounts?: readonly string[];
  /** Regions whose records are shown. @default the own alone */
  readonly regions?: readonly string[];
  /** First day whose records are looked for, `YYYY-MM-DD`. @default 2026-01-01: before anything was made with this */
  readonly since?: string;
  /**
   * A query that scans more is stopped. At least 0.01, in GB of 2^30 bytes.
   * @default 100: half a dollar a query in us-east-1
   */
  readonly scanLimitGigabytes?: number;
  /** Where results are kept, `s3://BUCKET/FOLDER/`. @default the folder `athena-results/` of the records' bucket */
  readonly results?: string;
  /** Letters, digits and `_`: the database, and with hyphens the workgroup. @default made from the construct's path */
  readonly name?: string;
  /** Destroy the workgroup although it remembers queries that were run. @default false: Terraform stops there */
  readonly forceDestroy?: boolean;
}

/** ARNs, as policies need them to let somebody query. */
export interface AthenaArns {
  readonly workgroup: string;
  readonly catalog: string;
  readonly database: string;
  readonly table: string;
  readonly bucket: string;
  /** Everything that flow logs wrote. */
  readonly records: string;
  readonly resultsBucket: string;
  readonly results: string;
  /** The key of the bucket, where it has one of its own. */
  readonly key: string | undefined;
}

/** A bucket of records as a table, the workgroup that reads it, and the saved queries. */
export interface AthenaArchive {
  readonly database: GlueCatalogDatabase;
  readonly table: GlueCatalogTable;
  readonly workgroup: AthenaWorkgroup;
  readonly namedQueries: readonly AthenaNamedQuery[];
  readonly arns: AthenaArns;
}

const GIGABYTE = 2 ** 30;

function resultsOf(
  placement: Placement,
  bucket: Bucket,
  given: string | undefined,
): { uri: string; bucket: string; keys: string } {
  const uri = given ?? `s3://${bucketName(bucket)}/athena-results/`;
  const place = uri.slice("s3://".length);
  const name = place.slice(0, place.indexOf("/"));
  return {
    uri,
    bucket: `arn:${placement.own.partition}:s3:::${name}`,
    keys: `arn:${placement.own.partition}:s3:::${place}*`,
  };
}

function makeWorkgroup(
  placement: Placement,
  name: string,
  results: string,
  props: AthenaProps,
): AthenaWorkgroup {
  return placement.put(
    new AthenaWorkgroup(placement.construct, "workgroup", {
      ...placement.tagged,
      name,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: Math.round((props.scanLimitGigabytes ?? 100) * GIGABYTE),
        engineVersion: { selectedEngineVersion: "Athena engine version 3" },
        resultConfiguration: { outputLocation: results },
      },
      ...(props.forceDestroy === undefined ? {} : { forceDestroy: props.forceDestroy }),
    }),
  );
}

/** The partitions of a bucket, as wide as the props ask. */
export function archivePartitions({ own }: Placement, { layout }: Bucket, props: AthenaProps): Partitions {
  return partitionsOf(layout, {
    accounts: props.accounts ?? [own.account],
    regions: props.regions ?? [own.region],
    since: props.since ?? "2026-01-01",
  });
}

/** Makes the table of a bucket, and what reads it. */
export function makeArchive(
  placement: Placement,
  source: { readonly bucket: Bucket; readonly format: RecordFormat },
  { partitions, texts }: { readonly partitions: Partitions; readonly texts: readonly AthenaText[] },
  props: AthenaProps,
): AthenaArchive {
  const { construct, common, own } = placement;
  const { bucket } = source;
  const name = props.name ?? defaultAthenaName(construct.node.path);
  const database = placement.put(
    new GlueCatalogDatabase(construct, "database", {
      ...placement.tagged,
      name,
      description: "VPC Flow Logs",
    }),
  );
  const table = makeTable(placement, database, source, partitions);
  const results = resultsOf(placement, bucket, props.results);
  const workgroup = makeWorkgroup(placement, name.replaceAll("_", "-"), results.uri, props);
  const namedQueries = texts.map(({ id, title, why, sql }) =>
    placement.put(
      new AthenaNamedQuery(construct, id, {
        ...common,
        name: title,
        description: why,
        database: database.name,
        workgroup: workgroup.id,
        query: sql,
      }),
      id,
    ),
  );
  const glue = `arn:${own.partition}:glue:${own.region}:${own.account}`;
  const prefix = bucket.layout.prefix === "" ? "" : `${bucket.layout.prefix}/`;
  return {
    database,
    table,
    workgroup,
    namedQueries,
    arns: {
      workgroup: `arn:${own.partition}:athena:${own.region}:${own.account}:workgroup/${name.replaceAll("_", "-")}`,
      catalog: `${glue}:catalog`,
      database: `${glue}:database/${name}`,
      table: `${glue}:table/${name}/${TABLE}`,
      bucket: bucket.arn,
      records: `${bucket.arn}/${prefix}AWSLogs/*`,
      resultsBucket: props.results === undefined ? bucket.arn : results.bucket,
      results: props.results === undefined ? `${bucket.arn}/athena-results/*` : results.keys,
      key: bucket.key?.arn,
    },
  };
}
