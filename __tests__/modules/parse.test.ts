import fc from "fast-check";
import { record, type Field } from "../../modules";
import { factsOf, fieldsOf } from "../../modules/record/fields";

const LINE =
  "2 123456789012 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK";

test("a record of the default format is read, numbers as numbers", () => {
  const { record: read, error } = record.parse(LINE);
  expect(error).toBeUndefined();
  expect(read).toEqual({
    version: 2,
    "account-id": "123456789012",
    "interface-id": "eni-1235b8ca123456789",
    srcaddr: "172.31.16.139",
    dstaddr: "172.31.16.21",
    srcport: 20641,
    dstport: 22,
    protocol: 6,
    packets: 20,
    bytes: 4249,
    start: 1418530010,
    end: 1418530070,
    action: "ACCEPT",
    "log-status": "OK",
  });
});

test.each(["NODATA", "SKIPDATA"] as const)("%s is a record whose other fields are not known", (status) => {
  const line = `2 123456789012 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - ${status}`;
  const { record: read } = record.parse(line);
  expect(read).toMatchObject({ "log-status": status, start: 1431280876 });
  expect(read?.action).toBeUndefined();
  expect(read?.bytes).toBeUndefined();
});

test("a record of another format is read by that format, and typed by it", () => {
  const format = record.format(["pkt-dstaddr", "traffic-path", "flow-direction"]);
  const { record: read } = record.parse("10.0.0.9 8 egress", format);
  const path: number | undefined = read?.["traffic-path"];
  const direction: "ingress" | "egress" | undefined = read?.["flow-direction"];
  expect([read?.["pkt-dstaddr"], path, direction]).toEqual(["10.0.0.9", 8, "egress"]);
});

test("IPv6 addresses and the end of a line are no obstacle", () => {
  const format = record.format(["srcaddr", "dstaddr"]);
  expect(record.parse("2001:db8::1 2001:db8::2\r\n", format).record).toEqual({
    srcaddr: "2001:db8::1",
    dstaddr: "2001:db8::2",
  });
});

test.each<[string, unknown]>([
  ["the line has 0 values, where the format has 14 fields", ""],
  ["the line has 0 values, where the format has 14 fields", "  "],
  ["the line has 13 values, where the format has 14 fields", LINE.slice(0, -3)],
  ["the line has 15 values, where the format has 14 fields", `${LINE} vpc-1`],
  ['srcport is "http", which is no whole number of 0 to 2147483647', LINE.replace("20641", "http")],
  ['dstport is "-22", which is no whole number of 0 to 2147483647', LINE.replace(" 22 ", " -22 ")],
  ['srcport is "0x22", which is no whole number of 0 to 2147483647', LINE.replace("20641", "0x22")],
  [
    'srcport is "2147483648", which is no whole number of 0 to 2147483647',
    LINE.replace("20641", "2147483648"),
  ],
  [
    'bytes is "9007199254740993", which is no whole number of 0 to 9007199254740991',
    LINE.replace("4249", "9007199254740993"),
  ],
  ['action is "ACCEPTED", where AWS writes ACCEPT, REJECT or -', LINE.replace("ACCEPT", "ACCEPTED")],
  [
    `log-status is "${"x".repeat(37)}...", where AWS writes OK, NODATA, SKIPDATA or -`,
    LINE.replace("OK", "x".repeat(60)),
  ],
  [
    "the line is the header of a file and holds no record",
    "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
  ],
  ["the line is no text", undefined],
  ["the line is no text", 7],
])("a malformed line is a value: %s", (error, line) => {
  expect(record.parse(line as string)).toEqual({ error });
});

test("what AWS can write is read back, whatever the format", () => {
  const fields = fc.uniqueArray(fc.constantFrom(...fieldsOf("vpc")), { minLength: 1 });
  const value = (field: Field): fc.Arbitrary<string | number> => {
    const { type, values } = factsOf(field);
    if (values !== undefined) return fc.constantFrom(...values);
    return type === "string"
      ? fc.stringMatching(/^[A-Za-z0-9:./%_]{1,40}$/)
      : fc.nat(type === "int" ? 2 ** 31 - 1 : 2 ** 53 - 1);
  };
  fc.assert(
    fc.property(
      fields.chain((chosen) =>
        fc.tuple(
          fc.constant(chosen),
          fc.tuple(...chosen.map((field) => fc.option(value(field), { nil: undefined, freq: 5 }))),
        ),
      ),
      ([chosen, values]) => {
        fc.pre(values.join(" ") !== chosen.join(" "));
        const line = values.map((one) => one ?? "-").join(" ");
        expect(record.parse(line, record.format(chosen))).toEqual({
          record: Object.fromEntries(chosen.map((field, at) => [field, values[at]])),
        });
      },
    ),
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (line) => {
      const { record: read, error } = record.parse(line);
      expect((read === undefined) !== (error === undefined)).toBe(true);
    }),
  );
});
