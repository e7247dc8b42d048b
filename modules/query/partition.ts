import type { Layout } from "../destination/bucket/bucket";

/** A column that is no field of a record but a folder of its place. Always a text: folders are compared as such. */
export interface PartitionKey {
  readonly name: string;
  /** Parameters of its projection, below `projection.NAME.`. */
  readonly projection: Readonly<Record<string, string>>;
}

/** How Athena finds the records of an account, a region and a time. */
export interface Partitions {
  readonly keys: readonly PartitionKey[];
  /** Below the bucket and its prefix: Athena's `${key}` in Terraform's spelling, `$${key}`. */
  readonly template: string;
  /** SQL condition for the last 24 hours, in whole partitions. */
  readonly lastDay: string;
}

/** Whose records a table shows. */
export interface Reach {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** First day, `YYYY-MM-DD`. */
  readonly since: string;
}

/** Athena's place for the value of a key; `$${` in Terraform's JSON becomes `${`, and a bare `${` would be a reference. */
function slot(key: string): string {
  return `$\${${key}}`;
}

function anyOf(name: string, values: readonly string[]): PartitionKey {
  return { name, projection: { type: "enum", values: values.join(",") } };
}

function whole(name: string, range: string): PartitionKey {
  return { name, projection: { type: "integer", range, digits: "2" } };
}

/**
 * One key that holds the whole time, so that a range of it is a plain comparison.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 */
function plain({ hourly }: Layout, { since }: Reach): Partitions {
  const name = hourly ? "datehour" : "day";
  const first = since.replaceAll("-", "/");
  const key = {
    name,
    projection: {
      type: "date",
      format: hourly ? "yyyy/MM/dd/HH" : "yyyy/MM/dd",
      range: hourly ? `${first}/00,NOW` : `${first},NOW`,
      interval: "1",
      "interval.unit": hourly ? "HOURS" : "DAYS",
    },
  };
  return {
    keys: [key],
    template: `AWSLogs/${slot("account")}/vpcflowlogs/${slot("region_code")}/${slot(name)}/`,
    lastDay: `${name} >= date_format(current_timestamp - interval '1' day, '%Y/%m/%d${hourly ? "/%H" : ""}')`,
  };
}

/** A key for each folder: a range of time has to be put together from them. */
function hive({ hourly }: Layout, { since }: Reach): Partitions {
  const year = {
    name: "year",
    projection: {
      type: "date",
      format: "yyyy",
      range: `${since.slice(0, 4)},NOW`,
      interval: "1",
      "interval.unit": "YEARS",
    },
  };
  const keys = [
    year,
    whole("month", "1,12"),
    whole("day", "1,31"),
    ...(hourly ? [whole("hour", "0,23")] : []),
  ];
  const folders = keys.map(({ name }) => `${name}=${slot(name)}/`).join("");
  return {
    keys,
    template: `AWSLogs/aws-account-id=${slot("account")}/aws-service=vpcflowlogs/aws-region=${slot("region_code")}/${folders}`,
    lastDay: `${keys.map(({ name }) => name).join(" || '/' || ")} >= date_format(current_timestamp - interval '1' day, '%Y/%m/%d${hourly ? "/%H" : ""}')`,
  };
}

/**
 * The folders that the service writes to, as keys of a table. `region` would be the name of a field, so the key is
 * `region_code`.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
 */
export function partitionsOf(layout: Layout, reach: Reach): Partitions {
  const { keys, ...rest } = layout.hivePartitions ? hive(layout, reach) : plain(layout, reach);
  return { ...rest, keys: [anyOf("account", reach.accounts), anyOf("region_code", reach.regions), ...keys] };
}
