import type { Field } from "../record";

/** A question as Athena is asked. */
export interface AthenaText {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly sql: string;
}

/** Words that SQL keeps for itself: https://docs.aws.amazon.com/athena/latest/ug/reserved-words.html */
const RESERVED = ["end"];

/** What Athena calls a field. */
export function columnName(field: Field): string {
  const name = field.replaceAll("-", "_");
  return RESERVED.includes(name) ? `"${name}"` : name;
}
