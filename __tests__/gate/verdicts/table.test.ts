import type { World } from "./world";
import { hold as holdAll } from "./world";

const TEXT = {
  input_format: "org.apache.hadoop.mapred.TextInputFormat",
  output_format: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
  ser_de_info: [{ serialization_library: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe" }],
};
const PARQUET = {
  input_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
  output_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
  ser_de_info: { serialization_library: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
};
const columns = (...names: string[]): object[] => names.map((name) => ({ name, type: "string" }));
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
const ROOT = "s3://records/AWSLogs";
const TEMPLATE = `${ROOT}/$\${account}/vpcflowlogs/$\${region_code}/$\${datehour}/`;

interface Change {
  readonly storage?: object;
  readonly parameters?: object;
  readonly table?: object;
  readonly options?: object | null;
  readonly flowLog?: object;
  readonly bucket?: object;
}

/** An hourly Parquet archive and its table, as FlowLogQueries makes them. */
const archive = ({ storage, parameters, table, options, flowLog, bucket }: Change = {}): World => ({
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
const hold = (name: string, table: Parameters<typeof holdAll>[1]): void => {
  holdAll(name, table, /^(?:\? )?bucket-/);
};
const fault = (cause: string): string[] => [`table-layout-mismatch ${cause}`];
const UNKNOWN = ["? table-layout-mismatch unknown"];
const at = (template: string, changes: Change = {}): World =>
  archive({ ...changes, parameters: { "storage.location.template": template, ...changes.parameters } });

hold("a table", [
  ["finds what the flow log writes", archive(), []],
  [
    "finds it by references to the bucket",
    archive({
      storage: { location: "s3://${aws_s3_bucket.b.bucket}/AWSLogs/" },
      parameters: { "storage.location.template": TEMPLATE.replace("records", "${aws_s3_bucket.b.id}") },
      bucket: { bucket: "${var.bucket}" },
    }),
    [],
  ],
  [
    "of another bucket is no concern",
    archive({
      storage: { location: "s3://other/x/" },
      parameters: { "storage.location.template": "s3://other/x/" },
    }),
    [],
  ],
  [
    "of other logs in the bucket is no concern",
    at("s3://records/AWSLogs/$${account}/CloudTrail/", {
      storage: { columns: columns("eventname") },
    }),
    [],
  ],
  [
    "without the prefix finds nothing",
    archive({ flowLog: { log_destination: "${aws_s3_bucket.b.arn}/net/" } }),
    fault("prefix"),
  ],
  ["with a prefix too many finds nothing", at(TEMPLATE.replace("records/", "records/net/")), fault("prefix")],
  [
    "with the prefix finds it",
    at(TEMPLATE.replace("records/", "records/net/"), {
      flowLog: { log_destination: "${aws_s3_bucket.b.arn}/net/" },
      storage: { location: "s3://records/net/AWSLogs/" },
    }),
    [],
  ],
  [
    "of days finds no hours",
    archive({ parameters: { "projection.datehour.format": "yyyy/MM/dd" } }),
    fault("hourly"),
  ],
  ["of hours finds no days", archive({ options: { file_format: "parquet" } }), fault("hourly")],
  [
    "without Hive's folders finds none of them",
    archive({
      options: { file_format: "parquet", per_hour_partition: true, hive_compatible_partitions: true },
    }),
    fault("hive"),
  ],
  [
    "with Hive's folders finds them",
    at(
      `${ROOT}/aws-account-id=$\${account}/aws-service=vpcflowlogs/aws-region=$\${region_code}/year=$\${year}/month=$\${month}/day=$\${day}/hour=$\${hour}/`,
      {
        options: { file_format: "parquet", per_hour_partition: "true", hive_compatible_partitions: true },
        table: { partition_keys: columns("account", "region_code", "year", "month", "day", "hour") },
        parameters: Object.fromEntries(
          ["year", "month", "day", "hour"].map((key) => [`projection.${key}.type`, "integer"]),
        ),
      },
    ),
    [],
  ],
  ["of text finds no Parquet", archive({ storage: TEXT }), fault("file-format")],
  ["of Parquet finds no text", archive({ options: { per_hour_partition: true } }), fault("file-format")],
  [
    "of two formats at once reads neither",
    archive({ storage: { input_format: TEXT.input_format } }),
    fault("file-format"),
  ],
  [
    "with a column that no record has reads it empty",
    archive({ storage: { columns: columns("srcaddr", "dstaddr", "dst_addr") } }),
    fault("columns"),
  ],
  [
    "with a partition key that is a column is refused",
    archive({ storage: { columns: columns("version", "account") } }),
    fault("partition-keys"),
  ],
  [
    "with a key that is not in the template finds nothing",
    archive({ table: { partition_keys: columns("account", "datehour") } }),
    fault("partition-keys"),
  ],
  [
    "with a key that is not projected is refused",
    archive({ parameters: { "projection.account.type": undefined } }),
    fault("partition-keys"),
  ],
  ["with one dollar sign is no template", at(TEMPLATE.replaceAll("$$", "$")), fault("template-unescaped")],
  ["whose template is not known may find it", at("${var.template}"), UNKNOWN],
  [
    "whose parameters are not known may find it",
    archive({ table: { parameters: "${var.parameters}" } }),
    UNKNOWN,
  ],
  [
    "whose columns come from a dynamic block may fit",
    archive({ table: { dynamic: { storage_descriptor: {} } } }),
    UNKNOWN,
  ],
  [
    "for options that are not known may find it",
    archive({ flowLog: { destination_options: null, dynamic: { destination_options: {} } } }),
    [...UNKNOWN],
  ],
  [
    "for a prefix that is not known may find it",
    archive({ flowLog: { log_destination: "${aws_s3_bucket.b.arn}/${var.p}/" } }),
    ["? destination-prefix-reserved unknown", ...UNKNOWN],
  ],
  [
    "without projection, of text, reads by position",
    archive({
      options: null,
      parameters: { "projection.enabled": "false" },
      table: { partition_keys: columns("date") },
      storage: { ...TEXT, columns: columns("version", "dstaddr", "srcaddr", "action") },
    }),
    fault("columns"),
  ],
]);
