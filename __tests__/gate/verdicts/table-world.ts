import type { World } from "./world";
import { hold as holdAll } from "./world";

export const TEXT = {
  input_format: "org.apache.hadoop.mapred.TextInputFormat",
  output_format: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
  ser_de_info: [{ serialization_library: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe" }],
};
const PARQUET = {
  input_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
  output_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
  ser_de_info: { serialization_library: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
};
export const columns = (...names: string[]): object[] => names.map((name) => ({ name, type: "string" }));
const FORMAT = "$${version} $${srcaddr} $${dstaddr} $${action}";
const COLUMNS = columns("version", "srcaddr", "dstaddr", "action");
const PROJECTION = {
  EXTERNAL: "TRUE",
  "projection.enabled": "true",
  "projection.account.type": "enum",
  "projection.region_code.type": "enum",
  "projection.datehour.type": "date",
  "projection.datehour.format": "yyyy/MM/dd/HH",
};
export const ROOT = "s3://records/AWSLogs";
export const TEMPLATE = `${ROOT}/$\${account}/vpcflowlogs/$\${region_code}/$\${datehour}/`;

interface Change {
  readonly storage?: object;
  readonly parameters?: object;
  readonly table?: object;
  readonly options?: object | null;
  readonly flowLog?: object;
  readonly bucket?: object;
}

/** An hourly Parquet archive and its table, as FlowLogQueries makes them. */
export const archive = ({ storage, parameters, table, options, flowLog, bucket }: Change = {}): World => ({
  flowLog: {
    log_destination_type: "s3",
    log_destination: "${aws_s3_bucket.b.arn}",
    iam_role_arn: null,
    log_format: FORMAT,
    destination_options:
      options === undefined ? { file_format: "parquet", per_hour_partition: true } : options,
    ...flowLog,
  },
  also: {
    aws_s3_bucket: { b: { bucket: "records", ...bucket } },
    aws_glue_catalog_table: {
      t: {
        name: "flow_logs",
        database_name: "net",
        parameters: { ...PROJECTION, "storage.location.template": TEMPLATE, ...parameters },
        partition_keys: columns("account", "region_code", "datehour"),
        storage_descriptor: { location: `${ROOT}/`, columns: COLUMNS, ...PARQUET, ...storage },
        ...table,
      },
    },
  },
});
/** What is said of the bucket itself is tested elsewhere. */
export const hold = (name: string, table: Parameters<typeof holdAll>[1]): void => {
  holdAll(name, table, /^(?:\? )?bucket-/);
};
export const fault = (cause: string): string[] => [`table-layout-mismatch ${cause}`];
export const UNKNOWN = ["? table-layout-mismatch unknown"];
export const at = (template: string, changes: Change = {}): World =>
  archive({ ...changes, parameters: { "storage.location.template": template, ...changes.parameters } });
