import type { RecordKind } from "../record";
import { factsOf, fieldsOf } from "../record/fields";
import { RecordFormat } from "../record/format";
import { nearest } from "../refusal/nearest";
import { choice, isDeferred, shown, type Problems } from "../refusal/problems";

function isFormat(value: unknown): value is RecordFormat {
  return value instanceof RecordFormat;
}

/**
 * A format whose fields records of this kind can have.
 *
 * @returns the format, where there is a usable one
 */
export function checkFormat(
  format: unknown,
  kind: RecordKind | undefined,
  problems: Problems,
): RecordFormat | undefined {
  if (format === undefined) return undefined;
  if (!isFormat(format)) {
    problems.add("format", `is ${shown(format)}; use record.format(["srcaddr", "dstaddr", ...])`);
    return undefined;
  }
  if (kind === undefined) return undefined;
  const fields = fieldsOf(kind);
  const foreign = format.fields.filter((field) => !fields.includes(field));
  for (const field of foreign) {
    const ends = fields.filter((other) => other.endsWith(`-${field}`));
    const meant = ends.length > 0 ? ends : [nearest(field, fields)].filter((one) => one !== undefined);
    const has = kind === "vpc" ? "a transit gateway's" : "a VPC's";
    const fix = meant.length === 0 ? "leave it out" : `use ${choice(meant)}`;
    problems.add("format", `holds ${shown(field)}, a field of ${has} records; ${fix}`);
  }
  return foreign.length === 0 ? format : undefined;
}

/** How many tags of a resource the format's fields hold: `instance-tag-2` is the second. */
function tagsHeld(format: RecordFormat | undefined, resource: string): number {
  const held = format?.fields.filter((field) => factsOf(field).tagOf === resource) ?? [];
  return Math.max(0, ...held.map((field) => (field.endsWith("-2") ? 2 : 1)));
}

function checkKeys(prop: string, keys: unknown, needed: number, problems: Problems): void {
  const give = `give ${needed > 1 ? "two tag keys" : "one or two tag keys"}, such as ["Name"${needed > 1 ? ', "team"' : ""}]`;
  if (!Array.isArray(keys)) {
    problems.add(prop, `is ${shown(keys)}; ${give}`);
    return;
  }
  if (keys.length < Math.max(1, needed) || keys.length > 2) {
    problems.add(prop, `holds ${keys.length} keys; ${give}`);
  }
  keys.forEach((key: unknown, at) => {
    problems.matching(`${prop}[${at}]`, key, /^[^]{1,128}$/, "a tag key of 1 to 128 characters");
  });
}

/** Each tag field has the key of its tag, and each key a field. */
export function checkTagKeys(tagKeys: unknown, format: RecordFormat | undefined, problems: Problems): void {
  const resources = ["instance", "interface", "asg"] as const;
  const given =
    tagKeys === undefined ? {} : problems.object("tagKeys", tagKeys, 'keys such as { instance: ["Name"] }');
  if (given === undefined) return;
  problems.onlyKeys("tagKeys.", given, resources);
  for (const resource of resources) {
    const keys = given[resource];
    const needed = tagsHeld(format, resource);
    if (keys !== undefined && needed === 0) {
      problems.add(
        `tagKeys.${resource}`,
        `is given, and the format holds no ${resource}-tag; add the field, or leave the keys out`,
      );
    } else if (keys !== undefined) {
      checkKeys(`tagKeys.${resource}`, keys, needed, problems);
    } else if (needed > 0) {
      problems.add(
        `tagKeys.${resource}`,
        `is missing, and the format holds ${resource}-tag; give the keys of ${needed} ${needed === 1 ? "tag" : "tags"}`,
      );
    }
  }
}

/** Limits of https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function checkTags(tags: unknown, problems: Problems): void {
  if (tags === undefined || isDeferred(tags)) return;
  const object = problems.object("tags", tags, 'an object of texts, such as { team: "network" }');
  if (object === undefined) return;
  const entries = Object.entries(object);
  if (entries.length > 50) problems.add("tags", `are ${entries.length}; AWS takes at most 50`);
  for (const [key, value] of entries) {
    const prop = `tags[${shown(key)}]`;
    if (typeof value !== "string") problems.add(prop, `is ${shown(value)}; give a text`);
    else if (!isDeferred(value) && value.length > 256)
      problems.add(prop, `has ${value.length} characters; AWS takes at most 256`);
    if (isDeferred(key)) continue;
    if (key.length < 1 || key.length > 128) problems.add(prop, "is not a tag key; give 1 to 128 characters");
    if (/^aws:/i.test(key)) problems.add(prop, "begins with aws:, which is AWS's own; use another key");
  }
}
