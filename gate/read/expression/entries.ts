import { isList, isMap, type Value, ValueSet } from "./value";

/** Key and value of each member of a collection, in the order of Terraform; undefined for what is none. */
export function entriesOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  if (value instanceof ValueSet) return value.map((item) => [item, item] as const);
  if (isList(value)) return value.map((item, at) => [at, item] as const);
  return isMap(value) ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : undefined;
}
