import { Problems, shown } from "../refusal/problems";
import { nearest } from "../refusal/nearest";
import { factsOf, type Field } from "./fields";
import type { FieldType } from "./facts";
import type { RecordFormat } from "./format";
import { VERSION_2_FORMAT } from "./presets";

/** Names in Insights that are not the field's own in camel case; the last two like the others, not discovered. */
const RENAMED: Partial<Record<Field, string>> = {
  srcaddr: "srcAddr",
  dstaddr: "dstAddr",
  srcport: "srcPort",
  dstport: "dstPort",
  start: "startTime",
  end: "endTime",
  "pkt-srcaddr": "pktSrcAddr",
  "pkt-dstaddr": "pktDstAddr",
};

/** Does a record of this format hold the field? Without a format: AWS's own, version 2. */
export function has(format: RecordFormat | undefined, field: Field): boolean {
  return (format ?? VERSION_2_FORMAT).fields.includes(field);
}

/**
 * What Insights calls a field: as it names those of version 2 itself, and the rest in the same way.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
 */
export function insightsName(field: Field): string {
  return RENAMED[field] ?? field.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function isVersion2(format: RecordFormat): boolean {
  return format.fields.join() === VERSION_2_FORMAT.fields.join();
}

/**
 * The statement that an Insights query begins with, so that it can name the fields: `parse @message "* *" as srcAddr,
 * dstAddr`. Empty for version 2, whose fields Insights discovers itself, and only those.
 */
export function insightsParse(format?: RecordFormat): string {
  if (format === undefined || isVersion2(format)) return "";
  const stars = format.fields.map(() => "*").join(" ");
  return `parse @message "${stars}" as ${format.fields.map(insightsName).join(", ")}`;
}

/** Values that a field must have one of. */
export type FilterConditions = { readonly [F in Field]?: string | number | readonly (string | number)[] };

function checkCondition(field: string, wanted: unknown, fields: readonly Field[], problems: Problems): void {
  const prop = `conditions.${field}`;
  if (!fields.some((held) => held === field)) {
    const meant = nearest(field, fields);
    const fix = meant === undefined ? `add ${shown(field)} to the format` : `use ${shown(meant)}`;
    problems.add(prop, `is on a field that the format does not hold; ${fix}`);
    return;
  }
  const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  if (values.length === 0) problems.add(prop, "is an empty list, which no record matches; give a value");
  for (const value of values) {
    if (typeof value === "string" || typeof value === "number" || wanted === undefined) continue;
    problems.add(prop, `is ${shown(value)}; give a text, a number, or a list of them`);
  }
}

/**
 * The pattern of a metric or subscription filter that matches records by position. Its names are those of
 * `insightsName`, so that the value of a metric may be `$bytes`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 *
 * @throws InvalidPropsError naming every condition on a field that the format does not hold
 */
export function filterPattern(format: RecordFormat | undefined, conditions: FilterConditions): string {
  const { fields } = format ?? VERSION_2_FORMAT;
  const problems = new Problems();
  for (const [field, wanted] of Object.entries(conditions)) {
    checkCondition(field, wanted, fields, problems);
  }
  problems.refuse("record.filterPattern");
  const words = fields.map((field) => {
    const name = insightsName(field);
    const wanted = conditions[field];
    if (wanted === undefined) return name;
    const values = typeof wanted === "object" ? wanted : [wanted];
    return values.map((value) => `${name}=${JSON.stringify(String(value))}`).join(" || ");
  });
  return `[${words.join(", ")}]`;
}

/** A column of a Glue table. */
export interface GlueColumn {
  /** With `_` where the field has `-`: Athena matches Parquet columns by this name, and those of text by position. */
  readonly name: string;
  readonly type: FieldType;
  readonly comment: string;
}

/** The columns of a Glue table over records of this format, in order, for text and Parquet alike. */
export function glueColumns(format?: RecordFormat): readonly GlueColumn[] {
  return (format ?? VERSION_2_FORMAT).fields.map((field) => {
    const { type, meaning } = factsOf(field);
    return { name: field.replaceAll("-", "_"), type, comment: meaning };
  });
}
