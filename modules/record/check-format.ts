import { nearest } from "../refusal/nearest";
import { Problems, shown } from "../refusal/problems";
import type { RecordKind } from "./facts";
import { FIELDS, isField, kindsOf, type Field } from "./fields";
import { RecordFormat } from "./format";

/** Whose records a field belongs to, as a sentence names it. */
const OWNERS: Record<RecordKind, string> = { vpc: "a VPC", "transit-gateway": "a transit gateway" };

/** The first field before that no record holds together with this one. */
function stranger(field: Field, before: readonly unknown[]): Field | undefined {
  const kinds = kindsOf(field);
  return before.find(
    (other): other is Field =>
      typeof other === "string" && isField(other) && !kindsOf(other).some((kind) => kinds.includes(kind)),
  );
}

function checkField(field: unknown, at: number, before: readonly unknown[], problems: Problems): void {
  const prop = `fields[${at}]`;
  if (typeof field !== "string") {
    problems.add(prop, `is ${shown(field)}; give the name of a field`);
    return;
  }
  if (!isField(field)) {
    const bare = field.replace(/^\$+\{(.*)\}$/s, "$1");
    const meant = nearest(bare, Object.keys(FIELDS));
    const reason = bare === field ? "" : " in Terraform's syntax";
    problems.add(
      prop,
      `is ${shown(field)}${reason}; use ${meant === undefined ? "a field of version 2 to 11, or of a transit gateway" : shown(meant)}`,
    );
    return;
  }
  if (before.includes(field)) problems.add(prop, `is ${shown(field)} a second time; leave it out`);
  const other = stranger(field, before);
  if (other === undefined) return;
  const [own, its] = [kindsOf(field), kindsOf(other)].map(([kind = "vpc"]) => OWNERS[kind]);
  problems.add(
    prop,
    `is ${shown(field)} of the records of ${own}, beside ${shown(other)} of those of ${its}; make a format for each`,
  );
}

/**
 * The format of a record: these fields in this order.
 *
 * @example record.format(["srcaddr", "dstaddr", "dstport", "action", "pkt-dstaddr"])
 * @throws InvalidPropsError naming every field that AWS does not know, that stands twice, or that no record holds
 * together with the others.
 */
export function format<const F extends Field>(fields: readonly F[]): RecordFormat<F> {
  const problems = new Problems();
  const given: unknown = fields;
  if (!Array.isArray(given) || given.length === 0) {
    problems.add(
      "fields",
      `is ${Array.isArray(given) ? "empty" : shown(given)}; give a list of at least one field, such as ["srcaddr", "dstaddr"]`,
    );
  } else {
    given.forEach((field: unknown, at) => {
      checkField(field, at, given.slice(0, at), problems);
    });
  }
  problems.refuse("record.format");
  return new RecordFormat([...fields]);
}
