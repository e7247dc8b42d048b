import type { Attributes } from "./resource";

/**
 * Terraform's JSON syntax for blocks (hashicorp/hcl, json/spec.md): at each label level an object, or an array of
 * objects that are merged; null is no block at all. Undefined means that Terraform refuses the value.
 */
export function members(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (isObject(value)) return Object.entries(value);
  return bodies(value)?.flatMap((object) => Object.entries(object));
}

/** The blocks that one label names: an object is one, an array of objects several. */
export function bodies(value: unknown): readonly Attributes[] | undefined {
  if (value === null || value === undefined) return [];
  if (isObject(value)) return [value];
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

/** A JSON object, as opposed to an array, null or a plain value. */
export function isObject(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
