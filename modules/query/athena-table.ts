import type { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import {
  GlueCatalogTable,
  type GlueCatalogTableStorageDescriptor,
} from "@cdktf/provider-aws/lib/glue-catalog-table";
import type { Bucket } from "../destination/bucket/bucket";
import { after } from "../placement/after";
import type { Placement } from "../placement/placement";
import { record, type RecordFormat } from "../record";
import type { Partitions } from "./partition";

/** What every query reads from; the database tells tables of several buckets apart. */
export const TABLE = "flow_logs";

/** Text: fields by their position, a space between, and their names in the first line of each file. */
const TEXT = {
  parameters: { "skip.header.line.count": "1" },
  storage: {
    inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
    outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
    serDeInfo: {
      serializationLibrary: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
      parameters: { "field.delim": " ", "serialization.format": " " },
    },
  },
} as const;

/** Parquet: fields by their name. */
const PARQUET = {
  parameters: {},
  storage: {
    inputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    outputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
    serDeInfo: {
      serializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
      parameters: { "serialization.format": "1" },
    },
  },
} as const;

/** The name of a bucket, also of one that was given by its ARN. */
export function bucketName({ arn, name, resource }: Bucket): string {
  return resource?.bucket ?? name ?? after(arn, ":::");
}

function projection(partitions: Partitions): Record<string, string> {
  return Object.fromEntries(
    partitions.keys.flatMap(({ name, projection: parameters }) =>
      Object.entries(parameters).map(([parameter, value]) => [`projection.${name}.${parameter}`, value]),
    ),
  );
}

/**
 * The records of a bucket as a table whose partitions Athena reckons: nobody has to add them as hours go by.
 *
 * Only Athena reads the projection: Spark and Redshift Spectrum see an empty table.
 */
export function makeTable(
  placement: Placement,
  database: GlueCatalogDatabase,
  { bucket, format }: { bucket: Bucket; format: RecordFormat },
  partitions: Partitions,
): GlueCatalogTable {
  const { prefix, fileFormat } = bucket.layout;
  const root = `s3://${bucketName(bucket)}/${prefix === "" ? "" : `${prefix}/`}`;
  const { parameters, storage } = fileFormat === "text" ? TEXT : PARQUET;
  const storageDescriptor: GlueCatalogTableStorageDescriptor = {
    location: `${root}AWSLogs/`,
    inputFormat: storage.inputFormat,
    outputFormat: storage.outputFormat,
    serDeInfo: storage.serDeInfo,
    columns: record
      .glueColumns(format)
      .map(({ name, type, comment }) => ({ name, type, comment: comment.slice(0, 255) })),
  };
  return placement.put(
    new GlueCatalogTable(placement.construct, "table", {
      ...placement.common,
      name: TABLE,
      databaseName: database.name,
      description: "VPC Flow Logs, found by partition projection",
      tableType: "EXTERNAL_TABLE",
      parameters: {
        EXTERNAL: "TRUE",
        classification: fileFormat === "text" ? "csv" : "parquet",
        ...parameters,
        "projection.enabled": "true",
        ...projection(partitions),
        "storage.location.template": `${root}${partitions.template}`,
      },
      partitionKeys: partitions.keys.map(({ name }) => ({ name, type: "string" })),
      storageDescriptor,
    }),
  );
}
