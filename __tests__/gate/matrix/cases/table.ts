import { type MatrixCase, notInPlansOfHcl } from "../matrix-case";
import { ACCOUNT, REGION } from "../sound";
import { bucketArn, checking, denyingPlain, stored, writing } from "../storage";

const columns = (...names: string[]): object[] => names.map((name) => ({ name, type: "string" }));

const TEXT = {
  input_format: "org.apache.hadoop.mapred.TextInputFormat",
  output_format: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
  ser_de_info: [{ serialization_library: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe" }],
};
const PARQUET = {
  input_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
  output_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
  ser_de_info: [{ serialization_library: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" }],
};
const PROJECTION = {
  EXTERNAL: "TRUE",
  "projection.enabled": "true",
  "projection.account.type": "enum",
  "projection.account.values": ACCOUNT,
  "projection.region_code.type": "enum",
  "projection.region_code.values": REGION,
  "projection.datehour.type": "date",
  "projection.datehour.format": "yyyy/MM/dd/HH",
  "projection.datehour.range": "2026/01/01/00,NOW",
};

/** What is wrong wherever the records are. */
const OF_THE_TABLE = new Set(["columns", "file-format", "partition-keys"]);

/** How a case departs from an hourly Parquet archive and the table that fits it. */
interface Departure {
  readonly storage?: object;
  readonly parameters?: object;
  readonly table?: object;
  readonly options?: object;
  /** Between the bucket and the day, as Glue writes it. */
  readonly path?: string;
}

function table(name: string, departure: Departure, ...findings: string[]): MatrixCase {
  const root = `s3://${name}-${ACCOUNT}/`;
  const path = departure.path ?? "AWSLogs/$${account}/vpcflowlogs/$${region_code}/$${datehour}/";
  return {
    name,
    terraform: stored(name, {
      flowLog: {
        log_format: "$${version} $${srcaddr} $${dstaddr} $${action}",
        destination_options: [{ file_format: "parquet", per_hour_partition: true, ...departure.options }],
      },
      statements: [
        writing(name),
        ...(departure.options === undefined
          ? []
          : [{ ...writing(name), Resource: `${bucketArn(name)}/AWSLogs/aws-account-id=${ACCOUNT}/*` }]),
        checking(name),
        denyingPlain(name),
      ],
      also: {
        aws_glue_catalog_database: { [`${name}_database`]: { name } },
        aws_glue_catalog_table: {
          [`${name}_table`]: {
            name: "flow_logs",
            database_name: `\${aws_glue_catalog_database.${name}_database.name}`,
            table_type: "EXTERNAL_TABLE",
            parameters: {
              ...PROJECTION,
              "storage.location.template": `${root}${path}`,
              ...departure.parameters,
            },
            partition_keys: columns("account", "region_code", "datehour"),
            storage_descriptor: [
              {
                location: `${root}AWSLogs/`,
                columns: columns("version", "srcaddr", "dstaddr", "action"),
                ...PARQUET,
                ...departure.storage,
              },
            ],
            ...departure.table,
          },
        },
      },
    }),
    findings: findings.map((cause) => `table-layout-mismatch ${cause}`),
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery not-certain",
      "? destination-prefix-reserved unknown",
      // What hangs on the prefix is not known with it.
      ...(findings.some((cause) => OF_THE_TABLE.has(cause))
        ? findings.map((cause) => `table-layout-mismatch ${cause}`)
        : ["? table-layout-mismatch unknown"]),
    ),
  };
}

const OVER_A_BUCKET: readonly MatrixCase[] = [
  table("tablefits", {}),
  table(
    "tableprefix",
    { path: "net/AWSLogs/$${account}/vpcflowlogs/$${region_code}/$${datehour}/" },
    "prefix",
  ),
  table("tabledays", { parameters: { "projection.datehour.format": "yyyy/MM/dd" } }, "hourly"),
  table("tablehive", { options: { hive_compatible_partitions: true } }, "hive"),
  table("tabletext", { storage: TEXT }, "file-format"),
  table("tablecolumns", { storage: { columns: columns("srcaddr", "dst_addr") } }, "columns"),
  table("tablekeys", { table: { partition_keys: columns("account", "datehour") } }, "partition-keys"),
  table(
    "tablethere",
    {
      path: "AWSLogs/999999999999/vpcflowlogs/$${region_code}/$${datehour}/",
      table: { partition_keys: columns("region_code", "datehour") },
    },
    "other-account",
  ),
];

/** A table over the bucket finds what the flow log writes, or nothing at all. */
export const TABLES: readonly MatrixCase[] = OVER_A_BUCKET.map((each) => ({
  ...each,
  unapplied: "moto forgets destination_options, by which a table is read",
}));

export const TABLES_REFUSED: readonly MatrixCase[] = [
  table(
    "tableunescaped",
    { path: "AWSLogs/${account}/vpcflowlogs/$${region_code}/$${datehour}/" },
    "template-unescaped",
  ),
];
