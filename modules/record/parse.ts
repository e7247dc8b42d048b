import type { FIELDS, Field } from "./fields";
import { factsOf } from "./fields";
import type { RecordFormat } from "./format";
import { VERSION_2_FORMAT } from "./presets";

type Value<F extends Field> = (typeof FIELDS)[F] extends { readonly values: readonly (infer V)[] }
  ? V
  : (typeof FIELDS)[F]["type"] extends "string"
    ? string
    : number;

/** A record with the fields of its format. A field is undefined where AWS wrote `-`: it does not apply, or is not known. */
export type FlowRecord<F extends Field = Field> = { readonly [P in F]: Value<P> | undefined };

/** A line, read: either a record or the sentence that says why it is none. */
export type Parsed<F extends Field = Field> =
  | { readonly record: FlowRecord<F>; readonly error?: never }
  | { readonly record?: never; readonly error: string };

const INTEGER = /^[0-9]{1,19}$/;
const GREATEST = { int: 2 ** 31 - 1, bigint: Number.MAX_SAFE_INTEGER };

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 37)}...` : text);
}

/** A value, or the sentence that says why it is none. */
function read(field: Field, text: string): { value?: string | number; error?: string } {
  if (text === "-") return {};
  const { type, values } = factsOf(field);
  if (type === "string") {
    if (values === undefined || values.includes(text)) return { value: text };
    return { error: `${field} is ${quoted(text)}, where AWS writes ${values.join(", ")} or -` };
  }
  const value = Number(text);
  if (INTEGER.test(text) && value <= GREATEST[type]) return { value };
  return { error: `${field} is ${quoted(text)}, which is no whole number of 0 to ${GREATEST[type]}` };
}

/**
 * Reads one line of CloudWatch Logs, Firehose or a text file of S3. Bad lines are values and not thrown: in a stream of
 * millions one is no reason to stop. So are NODATA and SKIPDATA: records whose other fields are undefined.
 *
 * @param format What the flow log captures; version 2 where it was given none.
 */
export function parse(line: string): Parsed<(typeof VERSION_2_FORMAT)["fields"][number]>;
export function parse<F extends Field>(line: string, format: RecordFormat<F>): Parsed<F>;
export function parse(line: string, format: RecordFormat = VERSION_2_FORMAT): Parsed {
  if (typeof line !== "string") return { error: "the line is no text" };
  const texts = line.trim().split(/ +/);
  const { fields } = format;
  if (texts.join() === fields.join())
    return { error: "the line is the header of a file and holds no record" };
  if (texts.length !== fields.length) {
    const given = line.trim() === "" ? 0 : texts.length;
    return { error: `the line has ${given} values, where the format has ${fields.length} fields` };
  }
  const record: Partial<Record<Field, string | number>> = {};
  for (const [at, field] of fields.entries()) {
    const { value, error } = read(field, texts[at] ?? "");
    if (error !== undefined) return { error };
    Object.assign(record, { [field]: value });
  }
  return { record: record as FlowRecord };
}
