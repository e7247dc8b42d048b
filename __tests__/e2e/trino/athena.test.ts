import { athenaTexts } from "../../../modules/query/answers";
import { partitionsOf } from "../../../modules/query/partition";
import { QUESTIONS } from "../../../modules/query/questions";
import type { QuestionId } from "../../../modules";
import { BEGAN, createTable, FORMAT, RECORDS, type KeysOf } from "./records";
import { runInTrino, type Rows } from "./trino";

/** The time as Trino writes it. */
function at(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace("T", " ").replace("Z", " UTC");
}

/** What each question must answer over RECORDS; where it lists more, these come first. */
const ANSWERS: Readonly<Record<QuestionId, { readonly first: Rows; readonly count: number }>> = {
  "rejected-traffic": {
    first: [[at(BEGAN + 901), "203.0.113.10", "10.0.0.5", "3389", "REJECT"]],
    count: 20 + 32 + 14 + 20 + 4 + 1 + 1,
  },
  "rejected-ports": {
    first: [
      ["23", "6", "32", "1"],
      ["22", "6", "3", "1"],
    ],
    count: 50,
  },
  "rejected-ssh-rdp": {
    first: [
      ["203.0.113.10", "10.0.0.5", "22", "3"],
      ["203.0.113.10", "10.0.0.5", "3389", "1"],
    ],
    count: 2,
  },
  "one-sided-rejects": { first: [["eni-7", "203.0.113.11", "10.0.0.7", "80", "1"]], count: 1 },
  "port-scan": { first: [[at(BEGAN), "198.51.100.7", "10.0.0.5", "20"]], count: 1 },
  "host-sweep": { first: [[at(BEGAN + 300), "198.51.100.8", "23", "32"]], count: 1 },
  "brute-force": { first: [[at(BEGAN), "203.0.113.9", "10.0.0.6", "22", "25"]], count: 1 },
  "top-talkers": {
    first: [
      ["10.0.0.20", "10.0.0.21", "1500000", "2"],
      ["203.0.113.9", "10.0.0.6", "1000", "25"],
    ],
    count: new Set(RECORDS.filter((r) => r["log-status"] === "OK").map((r) => `${r.srcaddr} ${r.dstaddr}`))
      .size,
  },
  "traffic-to-port": {
    first: [
      ["10.0.0.20", "10.0.0.21", "ACCEPT", "1500000", "2"],
      ["10.0.0.30", "93.184.216.34", "ACCEPT", "100", "1"],
    ],
    count: 2,
  },
  "volume-over-time": {
    first: (["ACCEPT", "REJECT"] as const).map((action) => {
      const mine = RECORDS.filter((r) => r.action === action);
      const bytes = mine.reduce((sum, r) => sum + Number(r.bytes), 0);
      return [at(BEGAN), action, String(bytes), String(mine.length)];
    }),
    count: 2,
  },
  "way-to-the-internet": {
    first: [
      ["10.0.0.30", "443", "ACCEPT", "1", "100"],
      ["172.16.0.31", "80", "REJECT", "1", "60"],
    ],
    count: 2,
  },
  "original-destination": { first: [["10.0.0.40", "10.0.0.5", "10.0.0.55", "1", "777"]], count: 1 },
  "dns-and-dhcp": { first: [["8.8.8.8", "53", "17", "2", "2"]], count: 1 },
  gaps: {
    first: [
      [at(BEGAN), "NODATA", "1"],
      [at(BEGAN), "SKIPDATA", "1"],
    ],
    count: 2,
  },
};

const REACH = { accounts: ["123456789012"], regions: ["eu-west-1"], since: "2026-01-01" };
const LAYOUTS = [true, false].flatMap((hourly) =>
  [false, true].map(
    (hivePartitions) => ({ hourly, hivePartitions, fileFormat: "parquet", prefix: "" }) as const,
  ),
);

/** The keys of a record in a layout, as the folders that the service writes have them. */
function keysOf(names: readonly string[]): KeysOf {
  return (start) => {
    const [year = "", month = "", day = "", hour = ""] = start.toISOString().split(/[-T:]/);
    const all: Record<string, string> = {
      account: "123456789012",
      region_code: "eu-west-1",
      datehour: `${year}/${month}/${day}/${hour}`,
      day: names.includes("year") ? day : `${year}/${month}/${day}`,
      year,
      month,
      hour,
    };
    return Object.fromEntries(names.map((name) => [name, all[name] ?? ""]));
  };
}

const PARTITIONS = LAYOUTS.map((layout) => partitionsOf(layout, REACH));
const KEYS = PARTITIONS.map(({ keys }) => keysOf(keys.map(({ name }) => name)));
const [partitions] = PARTITIONS;
const { texts, omitted } = athenaTexts(
  { format: FORMAT, trafficType: "ALL", port: 443 },
  partitions?.lastDay ?? "",
);
/** The questions that count everything, in each other layout: does its window hold the last day and no more? */
const WINDOWS = PARTITIONS.slice(1).map(({ lastDay }, at_) => {
  const text = athenaTexts({ format: FORMAT, trafficType: "ALL", port: 443 }, lastDay).texts.find(
    ({ id }) => id === "gaps",
  );
  return text?.sql.replace("FROM flow_logs", `FROM layout_${at_ + 1}`) ?? "";
});

describe("the saved queries, run in Trino 435, over records of which everything is known", () => {
  let answers: Map<string, Rows>;
  let windows: Rows[];

  beforeAll(() => {
    const tables = KEYS.map((keys, number) =>
      createTable(number === 0 ? "flow_logs" : `layout_${number}`, keys),
    );
    const rows = runInTrino([...tables, ...texts.map(({ sql }) => sql), ...WINDOWS]).slice(tables.length);
    answers = new Map(texts.map(({ id }, number) => [id, rows[number] ?? []]));
    windows = rows.slice(texts.length);
  });

  test("all questions are put", () => {
    expect(omitted).toEqual([]);
    expect(texts.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id));
  });

  test.each(Object.entries(ANSWERS))("%s", (id, { first, count }) => {
    const rows = answers.get(id) ?? [];
    expect(rows.slice(0, first.length)).toEqual(first);
    expect(rows).toHaveLength(count);
  });

  test.each(LAYOUTS.slice(1).map((layout, number) => [JSON.stringify(layout), number] as const))(
    "the window of the layout %s holds the last day, and nothing of three days ago",
    (_, number) => {
      expect(windows[number]).toEqual(ANSWERS.gaps.first);
    },
  );
});
