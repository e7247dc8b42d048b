import { nearest } from "../refusal/nearest";
import { Problems, shown } from "../refusal/problems";
import { FIELDS, isField, type Field } from "./fields";

/** The fields of a record, in order. Made by `record.format`. */
export class RecordFormat {
  constructor(readonly fields: readonly Field[]) {}

  /** The version that AWS writes into the `version` field: the highest among the fields. */
  get version(): number {
    return Math.max(...this.fields.map((field) => FIELDS[field]));
  }

  /** `log_format` for Terraform. `$${` reaches AWS as `${`; a bare `${` would be a reference. */
  toTerraform(): string {
    return this.fields.map((field) => `$\${${field}}`).join(" ");
  }
}

function checkField(field: unknown, at: number, before: readonly unknown[], problems: Problems): void {
  const prop = `fields[${at}]`;
  if (typeof field !== "string") {
    problems.add(prop, `is ${shown(field)}; give the name of a field`);
  } else if (!isField(field)) {
    const bare = field.replace(/^\$+\{(.*)\}$/s, "$1");
    const meant = nearest(bare, Object.keys(FIELDS));
    const reason = bare === field ? "" : " in Terraform's syntax";
    problems.add(
      prop,
      `is ${shown(field)}${reason}; use ${meant === undefined ? "a field of version 2 to 5" : shown(meant)}`,
    );
  } else if (before.includes(field)) {
    problems.add(prop, `is ${shown(field)} a second time; leave it out`);
  }
}

/**
 * The format of a record.
 *
 * @example record.format(["srcaddr", "dstaddr", "dstport", "action", "pkt-dstaddr"])
 * @throws InvalidPropsError naming every field that AWS does not know, or that stands twice.
 */
export function format(fields: readonly Field[]): RecordFormat {
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
