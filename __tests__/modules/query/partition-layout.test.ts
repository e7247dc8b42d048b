import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { record } from "../../../modules";
import { partitionsOf } from "../../../modules/query/partition";

const REACH = {
  accounts: ["123456789012", "222222222222"],
  regions: ["eu-west-1", "us-east-1"],
  since: "2026-01-01",
};
const LAYOUTS = [true, false].flatMap((hourly) =>
  [true, false].map(
    (hivePartitions) => ({ hourly, hivePartitions, fileFormat: "parquet", prefix: "" }) as const,
  ),
);
type Layout = (typeof LAYOUTS)[number];

/** Parquet types of https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, as DuckDB names them. */
const SQL_TYPES = { int: "INTEGER", bigint: "BIGINT", string: "VARCHAR" } as const;

let folder: string;
let connection: DuckDBConnection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "flowgate-layout-"));
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  const columns = record.glueColumns(record.default);
  const fields = columns.map(({ name, type }) =>
    type === "string" ? `'${name}-value' AS "${name}"` : `cast(7 AS ${SQL_TYPES[type]}) AS "${name}"`,
  );
  await connection.run(`CREATE TABLE records AS
    SELECT ${fields.join(", ")}, account AS "aws-account-id", 'vpcflowlogs' AS "aws-service", region AS "aws-region",
      '2026' AS year, '07' AS month, day, hour
    FROM (VALUES ('123456789012'), ('222222222222')) a (account), (VALUES ('eu-west-1'), ('us-east-1')) r (region),
      (VALUES ('08'), ('31')) d (day), (VALUES ('00'), ('23')) h (hour)`);
});

afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

/** Columns that are folders of the tree, in their order. */
function folders({ hourly }: Layout): string[] {
  return ["aws-account-id", "aws-service", "aws-region", "year", "month", "day", ...(hourly ? ["hour"] : [])];
}

/** Lays the records out as the service does: DuckDB makes a Hive tree; without Hive prefixes, only values are folders. */
async function write(layout: Layout): Promise<string> {
  const root = join(folder, JSON.stringify(layout).replace(/\W+/g, "-"), "AWSLogs");
  mkdirSync(root, { recursive: true });
  const keys = folders(layout).map((name) => `"${name}"`);
  const all = `SELECT * ${layout.hourly ? "" : "EXCLUDE (hour)"} FROM records`;
  if (layout.hivePartitions) {
    await connection.run(
      `COPY (${all}) TO '${root}' (FORMAT parquet, PARTITION_BY (${keys.join(", ")}), OVERWRITE_OR_IGNORE)`,
    );
    return dirname(root);
  }
  const places = await connection.runAndReadAll(
    `SELECT DISTINCT ${keys.join(", ")} FROM records ORDER BY ALL`,
  );
  for (const place of places.getRows().map((row) => row.map(String))) {
    mkdirSync(join(root, ...place), { recursive: true });
    const here = keys.map((key, at) => `${key} = '${place[at] ?? ""}'`).join(" AND ");
    await connection.run(
      `COPY (SELECT * EXCLUDE (${keys.join(", ")}) FROM (${all}) WHERE ${here}) TO '${join(root, ...place, "records.parquet")}' (FORMAT parquet)`,
    );
  }
  return dirname(root);
}

/** The folder that Athena looks into for these keys. */
function expand(template: string, keys: Readonly<Record<string, string>>): string {
  return template.replace(/\$\$\{(\w+)\}/g, (_, key: string) => keys[key] ?? "no such key");
}

describe.each(LAYOUTS)("the folders of %j", (layout) => {
  const { template, keys } = partitionsOf(layout, REACH);

  test("are found by the table's template, each with its records, and no folder is left over", async () => {
    const root = await write(layout);
    const found: string[] = [];
    for (const account of REACH.accounts)
      for (const region_code of REACH.regions)
        for (const day of ["08", "31"])
          for (const hour of layout.hourly ? ["00", "23"] : [""]) {
            const time = {
              year: "2026",
              month: "07",
              hour,
              day: layout.hivePartitions ? day : `2026/07/${day}`,
              datehour: `2026/07/${day}/${hour}`,
            };
            const place = join(root, expand(template, { account, region_code, ...time }));
            expect([place, existsSync(place)]).toEqual([place, true]);
            found.push(place);
          }
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(new Set(files.map(({ parentPath }) => parentPath))).toEqual(
      new Set(found.map((place) => place.replace(/\/$/, ""))),
    );
  });

  test("hold the columns of the table, by name and type", async () => {
    const root = await write(layout);
    const read = await connection.runAndReadAll(
      `DESCRIBE SELECT * FROM read_parquet('${root}/**/*.parquet', hive_partitioning = false)`,
    );
    const columns = read.getRows().map(([name, type]) => [name, type]);
    expect(columns).toEqual(
      record.glueColumns(record.default).map(({ name, type }) => [name, SQL_TYPES[type]]),
    );
  });

  test("are reckoned from keys whose values the projection has", () => {
    const values = Object.fromEntries(keys.map(({ name, projection }) => [name, projection]));
    expect(values["account"]).toEqual({ type: "enum", values: "123456789012,222222222222" });
    for (const { name } of keys) expect(template).toContain(`$\${${name}}`);
    expect(template.match(/\$\$\{/g)).toHaveLength(keys.length);
  });
});

test("the keys of a Hive tree with digits: July is 07, and years go on by themselves", () => {
  const { keys } = partitionsOf(
    { hourly: true, hivePartitions: true, fileFormat: "parquet", prefix: "" },
    REACH,
  );
  expect(Object.fromEntries(keys.slice(2).map(({ name, projection }) => [name, projection]))).toEqual({
    year: { type: "date", format: "yyyy", range: "2026,NOW", interval: "1", "interval.unit": "YEARS" },
    month: { type: "integer", range: "1,12", digits: "2" },
    day: { type: "integer", range: "1,31", digits: "2" },
    hour: { type: "integer", range: "0,23", digits: "2" },
  });
});
