import { entriesOf } from "./entries";
import { isUniform, oneType } from "./unify";
import {
  Hole,
  isFilled,
  isList,
  isMap,
  Mixed,
  REFUSED,
  type Result,
  setOf,
  toPiece,
  toText,
  type Value,
  ValueSet,
} from "./value";

/** `tolist`: what a set holds stands in its order. */
export function toList(value: Value): Result {
  if (value === null) return null;
  return isList(value) ? oneType([...value]) : undefined;
}

/** `toset`. What is not known may be equal to something else. */
export function toSet(value: Value): Result {
  if (value === null || value instanceof ValueSet) return value;
  const items = isList(value) ? oneType(value) : undefined;
  if (items === undefined) return undefined;
  return items.length < 2 || items.every(isPlain) ? setOf(items) : undefined;
}

/** `distinct`. */
export function distinct(value: Value): Result {
  const items = isList(value) ? oneType([...value]) : undefined;
  if (items === undefined || items.length < 2) return items;
  return items.every(isPlain) ? [...new Set(items)] : undefined;
}

/** `compact`: the texts that are neither null nor empty. */
export function compact(value: Value): Result {
  if (!isList(value)) return undefined;
  const pieces: Value[] = [];
  for (const item of value) {
    if (item === null || item === "") continue;
    const piece = toPiece(item);
    if (piece === undefined || !isFilled(piece)) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

/** `concat`: only lists of one type each are made one of another type, which values do not show. */
export function concat(lists: readonly Value[]): Result {
  if (lists.length === 0 || !lists.every(isList)) return undefined;
  if (lists.some((list) => list instanceof ValueSet)) return REFUSED;
  const items = lists.flat();
  return isUniform(items) || items.some((item) => isList(item) || isMap(item)) ? items : undefined;
}

/** `flatten`: what is not known may be a list. */
export function flatten(value: Value): Result {
  if (!isList(value)) return undefined;
  const items: Value[] = [];
  for (const item of value) {
    const inner = isList(item) ? flatten(item) : [item];
    if (inner === undefined || inner === REFUSED || !isList(inner)) return undefined;
    items.push(...inner);
  }
  return items.some((item) => item instanceof Hole && !isFilled(item)) ? undefined : items;
}

/** `merge`: the later wins. */
export function merge(maps: readonly Value[]): Result {
  const given = maps.filter((map) => map !== null);
  return given.every(isMap) ? new Map(given.flatMap((map) => [...map])) : undefined;
}

/** `zipmap`. */
export function zipMap(names: Value, members: Value): Result {
  if (!isList(names) || !isList(members) || names.length !== members.length) return undefined;
  if (!names.every((name) => typeof name === "string") || !isUniform(members)) return undefined;
  return new Map(names.map((name, at) => [name, members[at] ?? null] as const));
}

/** `keys`. */
export function keys(value: Value): Result {
  return isMap(value) ? entriesOf(value)?.map(([name]) => name) : undefined;
}

/** `values`, in the order of their keys. */
export function values(value: Value): Result {
  return isMap(value) ? entriesOf(value)?.map(([, member]) => member) : undefined;
}

/** `sort`, of texts. */
export function sort(value: Value): Result {
  if (!isList(value) || !value.every((item) => typeof item === "string")) return undefined;
  return value.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `reverse`. */
export function reverse(value: Value): Result {
  return isList(value) && !(value instanceof ValueSet) ? value.toReversed() : undefined;
}

/** `length`. */
export function length(value: Value): Result {
  if (isList(value)) return value.length;
  if (isMap(value)) return value.size;
  // Terraform counts characters as people see them.
  return typeof value === "string" && /^[\x20-\x7e]*$/.test(value) ? value.length : undefined;
}

/** `contains`. */
export function contains(list: Value, item: Value): Result {
  if (!isList(list) || typeof item === "object") return undefined;
  if (list.includes(item)) return true;
  return list.every((each) => typeof each === typeof item) ? false : undefined;
}

/** `lookup`: a number may be made a text, where the map is one of texts. */
export function lookup(map: Value, key: Value, otherwise: readonly Value[]): Result {
  if (!isMap(map) || typeof key !== "string") return undefined;
  if (map.has(key)) return map.get(key);
  const [given, ...more] = otherwise;
  if (given === undefined) return REFUSED;
  if (more.length > 0) return undefined;
  const isKept =
    typeof given === "string" || given === null || (map.size > 0 && isUniform([...map.values(), given]));
  return isKept ? given : undefined;
}

/** `element`: positions begin again behind the last. */
export function element(list: Value, position: Value): Result {
  if (list instanceof ValueSet) return REFUSED;
  if (!isList(list) || typeof position !== "number" || !Number.isInteger(position) || position < 0)
    return undefined;
  return list.length === 0 ? REFUSED : list[position % list.length];
}

/** `one`: null of none. */
export function one(list: Value): Result {
  if (!isList(list)) return undefined;
  return list.length > 1 ? REFUSED : (list[0] ?? null);
}

/** `coalesce`: the first that is neither null nor empty, of the type that all have; one that is not known may be either. */
export function coalesce(given: readonly Value[]): Result {
  const candidates = given.filter((value) => value !== null);
  const items = oneType(candidates);
  if (items === undefined) return undefined;
  const first = items.find((value) => value !== "");
  if (first === undefined) return REFUSED;
  if ((first instanceof Hole || first instanceof Mixed) && !isFilled(first)) return undefined;
  return first;
}

/** `coalescelist`: the first that is not empty. */
export function coalesceList(lists: readonly Value[]): Result {
  if (lists.length === 0 || !lists.every((list) => isList(list) && !(list instanceof ValueSet)))
    return undefined;
  return lists.find((list) => isList(list) && list.length > 0) ?? REFUSED;
}

/** A text, number or boolean that is known. */
function isPlain(value: Value): boolean {
  return value !== null && typeof value !== "object" && toText(value) !== undefined;
}
