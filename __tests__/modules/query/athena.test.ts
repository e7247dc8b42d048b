import { FlowLogQueries, FlowLogs, record, type AthenaProps, type FlowLogsProps } from "../../../modules";
import { athenaTexts } from "../../../modules/query/answers";
import { defaultAthenaName } from "../../../modules/query/athena-name";
import { QUESTIONS } from "../../../modules/query/questions";
import { refusalOf } from "../refusal-of";
import { names, only, synthesize, type Arguments, type Synthesized } from "../synthesize";

type BucketProps = NonNullable<Extract<FlowLogsProps, { bucket: unknown }>["bucket"]>;

function made(bucket: unknown = {}, athena: AthenaProps = {}, of: Partial<FlowLogsProps> = {}): Synthesized {
  return synthesize((stack) => {
    const props = { vpcId: "vpc-0a1b", bucket: bucket as BucketProps, ...of } as FlowLogsProps;
    new FlowLogQueries(stack, "queries", { flowLogs: new FlowLogs(stack, "archive", props), athena });
  });
}

function table(synthesized: Synthesized): Arguments & { parameters: Record<string, string> } {
  return only(synthesized, "aws_glue_catalog_table") as Arguments & { parameters: Record<string, string> };
}

const BUCKET = "${aws_s3_bucket.archive_0EB3E36B.bucket}";

describe("a bucket of Parquet by the hour becomes a table", () => {
  const synthesized = made();
  const glue = table(synthesized);

  test("whose partitions Athena reckons from the folders that the service writes", () => {
    expect(glue.parameters).toEqual({
      EXTERNAL: "TRUE",
      classification: "parquet",
      "projection.enabled": "true",
      "projection.account.type": "enum",
      "projection.account.values": "${data.aws_caller_identity.flowgate.account_id}",
      "projection.region_code.type": "enum",
      "projection.region_code.values": "${data.aws_region.flowgate.id}",
      "projection.datehour.type": "date",
      "projection.datehour.format": "yyyy/MM/dd/HH",
      "projection.datehour.range": "2026/01/01/00,NOW",
      "projection.datehour.interval": "1",
      "projection.datehour.interval.unit": "HOURS",
      "storage.location.template": `s3://${BUCKET}/AWSLogs/$\${account}/vpcflowlogs/$\${region_code}/$\${datehour}/`,
    });
    expect(glue["partition_keys"]).toEqual(
      ["account", "region_code", "datehour"].map((name) => ({ name, type: "string" })),
    );
  });

  test("whose columns are the fields, and none of them a key", () => {
    const { columns, ...storage } = glue["storage_descriptor"] as {
      columns: { name: string; type: string }[];
    };
    expect(columns.map(({ name, type }) => ({ name, type }))).toEqual(
      record.glueColumns(record.default).map(({ name, type }) => ({ name, type })),
    );
    expect(columns.filter(({ name }) => ["account", "region_code", "datehour"].includes(name))).toEqual([]);
    expect(storage).toEqual({
      location: `s3://${BUCKET}/AWSLogs/`,
      input_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
      output_format: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
      ser_de_info: {
        serialization_library: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
        parameters: { "serialization.format": "1" },
      },
    });
  });

  test("that is read through a workgroup which stops a query at 100 GB, and keeps results beside the records", () => {
    expect(only(synthesized, "aws_athena_workgroup")).toEqual({
      name: "flow-logs-network-queries-67f5bd89",
      configuration: {
        enforce_workgroup_configuration: true,
        publish_cloudwatch_metrics_enabled: true,
        bytes_scanned_cutoff_per_query: 100 * 2 ** 30,
        engine_version: { selected_engine_version: "Athena engine version 3" },
        result_configuration: { output_location: `s3://${BUCKET}/athena-results/` },
      },
    });
  });

  test("with a saved query for each question that the records can answer", () => {
    expect(
      names(synthesized, "aws_athena_named_query").map((name) => name.slice(name.lastIndexOf("_") + 1)),
    ).toEqual(
      QUESTIONS.map(({ id }) => id)
        .filter((id) => id !== "original-destination")
        .sort(),
    );
  });
});

test("a bucket of text is read by position, without the first line of each file", () => {
  const { parameters, storage_descriptor: storage } = table(made({ format: "text" }));
  expect(parameters).toMatchObject({ classification: "csv", "skip.header.line.count": "1" });
  expect(storage).toMatchObject({
    input_format: "org.apache.hadoop.mapred.TextInputFormat",
    ser_de_info: {
      serialization_library: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
      parameters: { "field.delim": " ", "serialization.format": " " },
    },
  });
});

test("a prefix, other accounts and regions, and an older beginning are in the projection", () => {
  const { parameters, storage_descriptor: storage } = table(
    made(
      { prefix: "net/flows" },
      {
        accounts: ["111111111111", "222222222222"],
        regions: ["eu-west-1", "us-east-1"],
        since: "2024-06-15",
      },
    ),
  );
  expect(parameters).toMatchObject({
    "projection.account.values": "111111111111,222222222222",
    "projection.region_code.values": "eu-west-1,us-east-1",
    "projection.datehour.range": "2024/06/15/00,NOW",
    "storage.location.template": `s3://${BUCKET}/net/flows/AWSLogs/$\${account}/vpcflowlogs/$\${region_code}/$\${datehour}/`,
  });
  expect(storage).toMatchObject({ location: `s3://${BUCKET}/net/flows/AWSLogs/` });
});

test.each([
  [{ existing: { name: "flows-of-all" } }, "s3://flows-of-all/AWSLogs/"],
  [{ existing: { arn: "arn:aws:s3:::flows-of-all" } }, "s3://flows-of-all/AWSLogs/"],
  [
    { existing: { arn: "${data.aws_s3_bucket.x.arn}" } },
    's3://${element(split(":::", data.aws_s3_bucket.x.arn), 1)}/AWSLogs/',
  ],
])("a bucket that exists is found by its name: %j", (bucket, location) => {
  expect(table(made(bucket))["storage_descriptor"]).toMatchObject({ location });
});

test("limit, results, names, tags and destruction are the caller's", () => {
  const synthesized = made(
    {},
    { scanLimitGigabytes: 0.5, results: "s3://other/results/", name: "flows_eu", forceDestroy: true },
  );
  expect(only(synthesized, "aws_athena_workgroup")).toMatchObject({
    name: "flows-eu",
    force_destroy: true,
    configuration: {
      bytes_scanned_cutoff_per_query: 2 ** 29,
      result_configuration: { output_location: "s3://other/results/" },
    },
  });
  expect(only(synthesized, "aws_glue_catalog_database")).toMatchObject({ name: "flows_eu" });
});

test("the texts over AWS's own format", () => {
  const { texts } = athenaTexts({ format: record.default, trafficType: "ALL", port: 443 }, "WITHIN");
  expect(Object.fromEntries(texts.map(({ id, sql }) => [id, sql]))).toMatchSnapshot();
});

test("every text is bound to partitions, so that none scans everything", () => {
  const { texts } = athenaTexts({ format: record.troubleshooting, trafficType: "ALL", port: 443 }, "WITHIN");
  expect(texts.filter(({ sql }) => !/WHERE WITHIN\b/.test(sql))).toEqual([]);
});

test.each([
  ["network/queries", "flow_logs_network_queries_67f5bd89"],
  ["Network/VPC A/queries", "flow_logs_network_vpc_a_queries_39dc07bb"],
])("an upgrade keeps the database of %s", (path, expected) => {
  expect(defaultAthenaName(path)).toBe(expected);
});

test.each<[Record<string, unknown>, string]>([
  [{ athena: "on" }, 'athena is "on"; give an object such as { scanLimitGigabytes: 10 }'],
  [
    { athena: { scanLimit: 1 } },
    "athena.scanLimit is not a prop; there are accounts, regions, since, scanLimitGigabytes, results, name, forceDestroy",
  ],
  [{ athena: { accounts: "111111111111" } }, 'athena.accounts is "111111111111"; give a list of account ids'],
  [{ athena: { accounts: ["1234"] } }, 'athena.accounts[0] is "1234"; give an account id of 12 digits'],
  [{ athena: { regions: ["Ireland"] } }, 'athena.regions[0] is "Ireland"; give a region, such as eu-west-1'],
  [{ athena: { since: "2026-02-30" } }, 'athena.since is "2026-02-30"; give a day such as 2026-01-01'],
  [
    { athena: { scanLimitGigabytes: 0.001 } },
    "athena.scanLimitGigabytes is 0.001; give a number from 0.01 on",
  ],
  [
    { athena: { results: "s3://bucket/file" } },
    'athena.results is "s3://bucket/file"; give a folder that ends in a slash, such as s3://BUCKET/results/',
  ],
  [
    { athena: { name: "Flow-Logs" } },
    'athena.name is "Flow-Logs"; give 1 to 128 lower-case letters, digits and _',
  ],
  [{ athena: { forceDestroy: "yes" } }, 'athena.forceDestroy is "yes"; use true or false'],
])("queries over a bucket with %j are refused", (props, expected) => {
  const refused = refusalOf((stack) => {
    const flowLogs = new FlowLogs(stack, "archive", { vpcId: "vpc-1", bucket: {} });
    new FlowLogQueries(stack, "queries", { flowLogs, ...props });
  });
  expect(refused).toBe(expected);
});
