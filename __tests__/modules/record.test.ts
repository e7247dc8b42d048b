import { InvalidPropsError, record, type Field } from "../../modules";

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
])("the version of %j is that of its newest field", (fields, version) => {
  expect(record.format(fields).version).toBe(version);
});

test("a format does not change with the list that it was made from", () => {
  const fields: Field[] = ["srcaddr"];
  const format = record.format(fields);
  fields.push("dstaddr");
  expect(format.fields).toEqual(["srcaddr"]);
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
  [["tgw-id-of-mine"], 'record.format: fields[0] is "tgw-id-of-mine"; use a field of version 2 to 5'],
  [["__proto__"], 'record.format: fields[0] is "__proto__"; use a field of version 2 to 5'],
  [[""], 'record.format: fields[0] is ""; use a field of version 2 to 5'],
  [[7], "record.format: fields[0] is 7; give the name of a field"],
  [["srcaddr", "end", "srcaddr"], 'record.format: fields[2] is "srcaddr" a second time; leave it out'],
  [
    ["srcadr", null, "end", "end"],
    'record.format: 3 problems\n  - fields[0] is "srcadr"; use "srcaddr"\n  - fields[1] is null; give the name of a field\n  - fields[3] is "end" a second time; leave it out',
  ],
])("a format of %j is refused", (fields, expected) => {
  expect(message(fields)).toBe(expected);
});
