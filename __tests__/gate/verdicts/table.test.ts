import { archive, at, columns, fault, hold, ROOT, TEMPLATE, TEXT, UNKNOWN } from "./table-world";

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
