import { InvalidPropsError, record, type FilterConditions } from "../../modules";

const CUSTOM = record.format(["srcaddr", "pkt-dstaddr", "bytes", "start", "log-status"]);

test("a format holds its fields, and a flow log without one those of version 2", () => {
  expect(record.has(CUSTOM, "pkt-dstaddr")).toBe(true);
  expect(record.has(CUSTOM, "dstaddr")).toBe(false);
  expect(record.has(undefined, "dstaddr")).toBe(true);
  expect(record.has(undefined, "pkt-dstaddr")).toBe(false);
});

describe("Logs Insights", () => {
  test("calls the fields of version 2 as it discovers them", () => {
    expect(record.default.fields.map(record.insightsName)).toEqual([
      "version",
      "accountId",
      "interfaceId",
      "srcAddr",
      "dstAddr",
      "srcPort",
      "dstPort",
      "protocol",
      "packets",
      "bytes",
      "startTime",
      "endTime",
      "action",
      "logStatus",
    ]);
  });

  test("gives no two fields one name", () => {
    const names = Object.keys(record.fields).map((field) => record.insightsName(field as "srcaddr"));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
  });

  test("needs no statement for the default format, and one for every other", () => {
    expect(record.insightsParse(undefined)).toBe("");
    expect(record.insightsParse(record.default)).toBe("");
    expect(record.insightsParse(record.format([...record.default.fields]))).toBe("");
    expect(record.insightsParse(CUSTOM)).toBe(
      'parse @message "* * * * *" as srcAddr, pktDstAddr, bytes, startTime, logStatus',
    );
    expect(record.insightsParse(record.format(["srcaddr"]))).toBe('parse @message "*" as srcAddr');
  });
});

describe("a filter pattern", () => {
  test("is AWS's own for rejected SSH", () => {
    expect(record.filterPattern(undefined, { dstport: 22, protocol: 6, action: "REJECT" })).toBe(
      '[version, accountId, interfaceId, srcAddr, dstAddr, srcPort, dstPort="22", protocol="6", packets, bytes, startTime, endTime, action="REJECT", logStatus]',
    );
  });

  test("takes any of several values", () => {
    expect(record.filterPattern(CUSTOM, { "log-status": ["SKIPDATA", "NODATA"] })).toBe(
      '[srcAddr, pktDstAddr, bytes, startTime, logStatus="SKIPDATA" || logStatus="NODATA"]',
    );
  });

  test("without a condition matches every record", () => {
    expect(record.filterPattern(record.format(["srcaddr", "bytes"]), {})).toBe("[srcAddr, bytes]");
  });

  test.each<[unknown, string]>([
    [
      { action: "REJECT" },
      'conditions.action is on a field that the format does not hold; add "action" to the format',
    ],
    [{ srcadr: "10.0.0.1" }, 'conditions.srcadr is on a field that the format does not hold; use "srcaddr"'],
    [{ bytes: [] }, "conditions.bytes is an empty list, which no record matches; give a value"],
    [{ bytes: {} }, "conditions.bytes is an object; give a text, a number, or a list of them"],
  ])("with the condition %j is refused", (conditions, expected) => {
    const make = (): string => record.filterPattern(CUSTOM, conditions as FilterConditions);
    expect(make).toThrow(InvalidPropsError);
    expect(make).toThrow(`record.filterPattern: ${expected}`);
  });
});

describe("Glue columns", () => {
  test("have Athena's names and types, in the order of the format", () => {
    expect(record.glueColumns(CUSTOM).map(({ name, type }) => `${name} ${type}`)).toEqual([
      "srcaddr string",
      "pkt_dstaddr string",
      "bytes bigint",
      "start bigint",
      "log_status string",
    ]);
  });

  test("carry the meaning of each field, within the 255 characters that Glue takes", () => {
    for (const { name, comment } of [
      ...record.glueColumns(record.security),
      ...record.glueColumns(record.transitGateway),
    ]) {
      expect([name, comment.length > 0 && comment.length <= 255]).toEqual([name, true]);
    }
  });

  test("are those of version 2 without a format", () => {
    expect(record.glueColumns(undefined)).toEqual(record.glueColumns(record.default));
  });
});
