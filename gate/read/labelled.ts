import type { Attributes } from "./resource";

/**
 * Maps the bodies of the blocks below `labels` levels of labels, whichever of the ways of Terraform's JSON syntax they
 * are written in; leaves what is no block. `path`: the labels above.
 */
export function mapLabelled(
  value: unknown,
  labels: number,
  path: readonly string[],
  change: (body: Attributes, path: readonly string[]) => Attributes,
): unknown {
  return eachObject(value, (object) =>
    labels === 0
      ? change(object, path)
      : mapMembers(object, (label, named) => mapLabelled(named, labels - 1, [...path, label], change)),
  );
}

/** Maps an object, or each of a list of them. */
export function eachObject(value: unknown, change: (object: Attributes) => Attributes): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => eachObject(item, change));
  return typeof value === "object" && value !== null ? change(value as Attributes) : value;
}

/** Maps the members of an object, whatever their names are: `__proto__` is one like any other. */
export function mapMembers(
  object: Attributes,
  change: (name: string, member: unknown) => unknown,
): Attributes {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name, change(name, member)]));
}
