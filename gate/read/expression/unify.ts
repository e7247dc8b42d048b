import { Hole, isList, isMap, Mixed, REFUSED, type Result, toText, type Value } from "./value";

/**
 * A value as it is where another might stand in its place (the branches of a conditional): Terraform gives both one
 * type. Undefined where that is not to be told from the values.
 * https://developer.hashicorp.com/terraform/language/expressions/conditionals#result-types
 */
export function unified(value: Value, other: Value): Result {
  if (value === null || other === null || value instanceof Hole) return value;
  if (isList(value) || isMap(value)) return isAsItIs(value, other) ? value : undefined;
  if (isList(other) || isMap(other)) return REFUSED;
  if (typeof value === "string" || value instanceof Mixed) return value;
  if (other instanceof Hole) return undefined;
  if (typeof value === typeof other) return value;
  if (typeof other === "string" || other instanceof Mixed) return toText(value);
  return REFUSED;
}

/** Values of which Terraform makes one list or set: are they of one type already? */
export function isUniform(values: readonly Value[]): boolean {
  const given = values.filter((value) => value !== null);
  if (given.every(isList)) return given.length === 0 || isUniform(given.flat());
  if (given.every(isMap)) return isUniform(given.flatMap((map) => [...map.values()]));
  const kinds = new Set(given.map(kindOf));
  return kinds.size < 2 || (kinds.size === 2 && kinds.has("string") && kinds.has("unknown"));
}

/** Values as Terraform makes one list or set of them; undefined where that is not to be told. */
export function oneType(values: readonly Value[]): readonly Value[] | undefined {
  if (isUniform(values)) return values;
  if (!values.some((value) => typeof value === "string" || value instanceof Mixed)) return undefined;
  const texts: Value[] = [];
  for (const value of values) {
    const text = value === null || value instanceof Mixed || value instanceof Hole ? value : toText(value);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

function isAsItIs(value: Value, other: Value): boolean {
  if (isUniform([value, other])) return true;
  if (isList(value) && isList(other) && other.length === 0)
    return value.every((item) => isAlike(item, value[0] ?? null));
  return isAlike(value, other);
}

function isAlike(value: Value, other: Value): boolean {
  if (isList(value))
    return (
      isList(other) &&
      value.length === other.length &&
      value.every((item, at) => isAlike(item, other[at] ?? null))
    );
  if (!isMap(value)) return value !== null && other !== null && kindOf(value) === kindOf(other);
  if (!isMap(other) || value.size !== other.size) return false;
  return [...value].every(([name, each]) => other.has(name) && isAlike(each, other.get(name) ?? null));
}

function kindOf(value: Value): string {
  if (value instanceof Hole) return "unknown";
  if (isList(value) || isMap(value)) return isList(value) ? "list" : "map";
  return value instanceof Mixed ? "string" : typeof value;
}
