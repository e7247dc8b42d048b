import { record, type Field, type RecordFormat } from "../../../modules";

/** Every field that a question asks for: AWS's own fourteen, and the original destination. */
export const FORMAT: RecordFormat = record.format([...record.default.fields, "pkt-dstaddr"]);

type Values = Partial<Record<Field, string | number>>;

/** The beginning of an hour two hours ago: inside the last day however long the test takes. */
export const BEGAN = Math.floor(Date.now() / 3_600_000 - 2) * 3600;

const USUAL: Values = {
  version: 2,
  "account-id": "123456789012",
  "interface-id": "eni-1",
  srcport: 40000,
  protocol: 6,
  packets: 1,
  bytes: 40,
  start: BEGAN,
  end: BEGAN + 59,
  action: "ACCEPT",
  "log-status": "OK",
};

/** A record of one flow; `pkt-dstaddr` is `dstaddr` where nothing else is said. */
function flow(srcaddr: string, dstaddr: string, dstport: number, values: Values = {}): Values {
  return { ...USUAL, "pkt-dstaddr": dstaddr, ...values, srcaddr, dstaddr, dstport };
}

/** An interval without records: text fields hold `-`, numbers nothing. */
function empty(status: "NODATA" | "SKIPDATA"): Values {
  const none = { srcaddr: "-", dstaddr: "-", "pkt-dstaddr": "-", action: "-" };
  const { version, "account-id": account, "interface-id": eni, start, end } = USUAL;
  return {
    version,
    "account-id": account,
    "interface-id": eni,
    start,
    end,
    ...none,
    "log-status": status,
  } as Values;
}

function many(count: number, make: (at: number) => Values): Values[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

const REJECT = { action: "REJECT" };

/** An hour of a network of which everything is known. */
export const RECORDS: readonly Values[] = [
  // 198.51.100.7 tries twenty ports of one host; 198.51.100.8 tries telnet at 32 hosts.
  ...many(20, (at) => flow("198.51.100.7", "10.0.0.5", 1000 + at, REJECT)),
  ...many(32, (at) => flow("198.51.100.8", `10.0.1.${at + 1}`, 23, { ...REJECT, start: BEGAN + 300 + at })),
  // Fourteen ports, and twenty over two times five minutes, are no scan.
  ...many(14, (at) => flow("198.51.100.9", "10.0.0.5", 2000 + at, { ...REJECT, start: BEGAN + 600 })),
  ...many(20, (at) => flow("198.51.100.10", "10.0.0.5", 3000 + at, { ...REJECT, start: BEGAN + 290 + at })),
  // 203.0.113.9 opens 25 connections to SSH of one host; nineteen are what a deployment does.
  ...many(25, (at) => flow("203.0.113.9", "10.0.0.6", 22, { srcport: 50000 + at, start: BEGAN + at })),
  ...many(19, (at) => flow("203.0.113.12", "10.0.0.6", 22, { srcport: 50000 + at })),
  // SSH and RDP that are refused.
  ...many(3, (at) =>
    flow("203.0.113.10", "10.0.0.5", 22, { ...REJECT, srcport: 6000 + at, start: BEGAN + 900 }),
  ),
  flow("203.0.113.10", "10.0.0.5", 3389, { ...REJECT, start: BEGAN + 901 }),
  // The most bytes, to HTTPS.
  flow("10.0.0.20", "10.0.0.21", 443, { bytes: 1_000_000, packets: 700 }),
  flow("10.0.0.20", "10.0.0.21", 443, { bytes: 500_000, packets: 350, start: BEGAN + 60 }),
  // A request that is let in, and its answer that is not let out; and one that is answered.
  flow("203.0.113.11", "10.0.0.7", 80, { srcport: 5555, "interface-id": "eni-7" }),
  flow("10.0.0.7", "203.0.113.11", 5555, { ...REJECT, srcport: 80, "interface-id": "eni-7" }),
  flow("203.0.113.11", "10.0.0.8", 80, { srcport: 5556, "interface-id": "eni-8" }),
  flow("10.0.0.8", "203.0.113.11", 5556, { srcport: 80, "interface-id": "eni-8" }),
  // Private machines on their way to the internet.
  flow("10.0.0.30", "93.184.216.34", 443, { bytes: 100 }),
  flow("172.16.0.31", "93.184.216.34", 80, { ...REJECT, bytes: 60 }),
  // A DNS server of somebody else.
  ...many(2, (at) => flow(`10.0.0.${20 + at}`, "8.8.8.8", 53, { protocol: 17 })),
  // Asked for a secondary address, recorded under the primary one.
  flow("10.0.0.40", "10.0.0.5", 8080, { "pkt-dstaddr": "10.0.0.55", bytes: 777 }),
  empty("NODATA"),
  empty("SKIPDATA"),
];

/** Three days ago: outside of every question's window. */
const OLD = BEGAN - 72 * 3600;

function literal(value: string | number | undefined, type: string): string {
  const sql = type === "string" ? "varchar" : type === "int" ? "integer" : "bigint";
  if (value === undefined) return `cast(NULL AS ${sql})`;
  return typeof value === "number" ? `cast(${value} AS ${sql})` : `cast('${value}' AS varchar)`;
}

/** The keys of a record's folder. */
export type KeysOf = (start: Date) => Readonly<Record<string, string>>;

/** SQL that makes the table and fills it, with the columns of the Glue table and the keys of a layout. */
export function createTable(name: string, keysOf: KeysOf): string {
  const columns = record.glueColumns(FORMAT);
  const keys = Object.keys(keysOf(new Date(0)));
  const rows = [...RECORDS, ...RECORDS.map((values) => ({ ...values, start: OLD, end: OLD + 59 }))].map(
    (values) => {
      const folder = keysOf(new Date(Number(values.start) * 1000));
      const fields = FORMAT.fields.map((field, at) => literal(values[field], columns[at]?.type ?? "string"));
      return `(${[...fields, ...keys.map((key) => literal(folder[key], "string"))].join(", ")})`;
    },
  );
  const names = [...columns.map((column) => `"${column.name}"`), ...keys].join(", ");
  return `CREATE TABLE ${name} AS SELECT * FROM (VALUES ${rows.join(",\n")}) AS t (${names})`;
}
