import { InvalidPropsError, record, type Field } from "../../modules";
import { factsOf, fieldsOf, kindsOf } from "../../modules/record/fields";

function message(fields: unknown): string {
  try {
    record.format(fields as Field[]);
  } catch (error) {
    if (error instanceof InvalidPropsError) return error.message;
    throw error;
  }
  return "accepted";
}

test("a format reaches AWS as ${field}, and Terraform as $${field}", () => {
  expect(record.format(["version", "account-id", "pkt-dstaddr"]).toTerraform()).toBe(
    "$${version} $${account-id} $${pkt-dstaddr}",
  );
});

test.each<[Field[], number]>([
  [["srcaddr"], 2],
  [["srcaddr", "tcp-flags"], 3],
  [["region", "vpc-id"], 4],
  [["traffic-path", "srcaddr"], 5],
  [["srcaddr", "tgw-id"], 6],
  [["ecs-task-id"], 7],
  [["reject-reason", "ecs-task-id"], 8],
  [["resource-id"], 9],
  [["encryption-status"], 10],
  [["next-hop-vpc-id", "srcaddr"], 11],
])("the version of %j is that of its newest field", (fields, version) => {
  expect(record.format(fields).version).toBe(version);
});

test("a format does not change with the list that it was made from", () => {
  const fields: Field[] = ["srcaddr"];
  const format = record.format(fields);
  fields.push("dstaddr");
  expect(format.fields).toEqual(["srcaddr"]);
});

describe("the table of fields", () => {
  const versions = (fields: readonly Field[]): Record<number, number> => {
    const counts: Record<number, number> = {};
    for (const field of fields) counts[factsOf(field).version] = (counts[factsOf(field).version] ?? 0) + 1;
    return counts;
  };

  test("has as many fields of each version as AWS publishes: 54 of a VPC, and 36 of a transit gateway", () => {
    expect(versions(fieldsOf("vpc"))).toEqual({ 2: 14, 3: 7, 4: 4, 5: 4, 7: 10, 8: 1, 9: 1, 10: 1, 11: 12 });
    expect(fieldsOf("transit-gateway")).toHaveLength(36);
  });

  test("says of each field in one sentence what it means, and what its numbers count", () => {
    for (const field of Object.keys(record.fields) as Field[]) {
      const { meaning, type, unit } = factsOf(field);
      expect([field, meaning]).toEqual([field, expect.stringMatching(/^\S.{8,}[.]$/s)]);
      expect([field, unit !== undefined]).toEqual([field, type === "bigint"]);
    }
  });

  test("gives ports, protocol and flags 32 bits, sums and times 64", () => {
    const of = (type: string): Field[] =>
      (Object.keys(record.fields) as Field[]).filter((field) => factsOf(field).type === type);
    expect(of("int")).toEqual(["version", "srcport", "dstport", "protocol", "tcp-flags", "traffic-path"]);
    expect(of("bigint")).toEqual([
      "packets",
      "bytes",
      "start",
      "end",
      "packets-lost-no-route",
      "packets-lost-blackhole",
      "packets-lost-mtu-exceeded",
      "packets-lost-ttl-expired",
    ]);
  });

  test.each<[Field, string[]]>([
    ["srcaddr", ["vpc", "transit-gateway"]],
    ["interface-id", ["vpc"]],
    ["action", ["vpc"]],
    ["tgw-id", ["transit-gateway"]],
  ])("%s belongs to the records of %j", (field, kinds) => {
    expect(kindsOf(field)).toEqual(kinds);
  });
});

describe("presets", () => {
  test("the default is what AWS records of a VPC without a format", () => {
    expect(record.default.fields.join(" ")).toBe(
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
    );
  });

  test("the transit gateway's holds all its fields", () => {
    expect([...record.transitGateway.fields].sort()).toEqual([...fieldsOf("transit-gateway")].sort());
    expect(record.transitGateway.kinds).toEqual(["transit-gateway"]);
  });

  test.each(["security", "troubleshooting"] as const)(
    "%s begins with the default, and shows the original destination",
    (name) => {
      expect(record[name].fields.slice(0, 14)).toEqual(record.default.fields);
      expect(record[name].fields).toContain("pkt-dstaddr");
      expect(record[name].kinds).toEqual(["vpc"]);
    },
  );

  test("cost is shorter than the default, and says which boundary was crossed", () => {
    expect(record.cost.fields.length).toBeLessThan(record.default.fields.length);
    expect(record.cost.fields).toEqual(expect.arrayContaining(["bytes", "az-id", "traffic-path"]));
  });
});

test("fields that both kinds of records have make a format for both", () => {
  expect(record.format(["srcaddr", "bytes"]).kinds).toEqual(["vpc", "transit-gateway"]);
});

test.each([
  [[], 'record.format: fields is empty; give a list of at least one field, such as ["srcaddr", "dstaddr"]'],
  [
    undefined,
    'record.format: fields is undefined; give a list of at least one field, such as ["srcaddr", "dstaddr"]',
  ],
  [
    "srcaddr",
    'record.format: fields is "srcaddr"; give a list of at least one field, such as ["srcaddr", "dstaddr"]',
  ],
  [["srcadr"], 'record.format: fields[0] is "srcadr"; use "srcaddr"'],
  [["SrcAddr"], 'record.format: fields[0] is "SrcAddr"; use "srcaddr"'],
  [["account_id"], 'record.format: fields[0] is "account_id"; use "account-id"'],
  [["${srcaddr}"], 'record.format: fields[0] is "${srcaddr}" in Terraform\'s syntax; use "srcaddr"'],
  [["$${srcaddr}"], 'record.format: fields[0] is "$${srcaddr}" in Terraform\'s syntax; use "srcaddr"'],
  [["tgw_id"], 'record.format: fields[0] is "tgw_id"; use "tgw-id"'],
  [
    ["a-field-of-mine"],
    'record.format: fields[0] is "a-field-of-mine"; use a field of version 2 to 11, or of a transit gateway',
  ],
  [
    ["__proto__"],
    'record.format: fields[0] is "__proto__"; use a field of version 2 to 11, or of a transit gateway',
  ],
  [[""], 'record.format: fields[0] is ""; use a field of version 2 to 11, or of a transit gateway'],
  [[7], "record.format: fields[0] is 7; give the name of a field"],
  [["srcaddr", "end", "srcaddr"], 'record.format: fields[2] is "srcaddr" a second time; leave it out'],
  [
    ["srcadr", null, "end", "end"],
    'record.format: 3 problems\n  - fields[0] is "srcadr"; use "srcaddr"\n  - fields[1] is null; give the name of a field\n  - fields[3] is "end" a second time; leave it out',
  ],
  [
    ["srcaddr", "vpc-id", "tgw-id"],
    'record.format: fields[2] is "tgw-id" of the records of a transit gateway, beside "vpc-id" of those of a VPC; make a format for each',
  ],
  [
    ["tgw-id", "action"],
    'record.format: fields[1] is "action" of the records of a VPC, beside "tgw-id" of those of a transit gateway; make a format for each',
  ],
])("a format of %j is refused", (fields, expected) => {
  expect(message(fields)).toBe(expected);
});
