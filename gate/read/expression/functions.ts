import { jsonText } from "./json-text";
import { Hole, isList, isMap, joinPieces, Mixed, toPiece, toText, type Value } from "./value";

/** Undefined: not to be told, or not what Terraform would take. */
type Call = (...args: readonly Value[]) => Value | undefined;

/** https://developer.hashicorp.com/terraform/language/functions: those that are total, and how policies and names are written. */
const FUNCTIONS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ["tostring", (value = null) => (value === null ? null : toText(value))],
  ["tonumber", (value = null) => toNumber(value)],
  ["tobool", (value = null) => toBoolean(value)],
  ["tolist", (value = null) => (isList(value) ? value : undefined)],
  ["toset", (value = null) => (isList(value) ? distinct(value) : undefined)],
  ["tomap", (value = null) => (isMap(value) ? value : undefined)],
  ["nonsensitive", (value) => value],
  ["jsonencode", (value = null) => jsonText(value)],
  ["lower", (value = null) => mapText(value, (text) => text.toLowerCase())],
  ["upper", (value = null) => mapText(value, (text) => text.toUpperCase())],
  ["trimspace", (value = null) => mapText(value, (text) => text.trim())],
  ["trimprefix", (value = null, prefix = null) => trimPrefix(value, prefix)],
  ["trimsuffix", (value = null, suffix = null) => trimSuffix(value, suffix)],
  ["join", (separator = null, ...lists) => join(separator, lists)],
  ["format", (pattern = null, ...values) => format(pattern, values)],
  ["concat", (...lists) => (lists.every(isList) ? lists.flat() : undefined)],
  ["merge", (...maps) => (maps.every(isMap) ? new Map(maps.flatMap((map) => [...map])) : undefined)],
  ["distinct", (value = null) => (isList(value) ? distinct(value) : undefined)],
  ["compact", (value = null) => compact(value)],
  ["keys", (value = null) => (isMap(value) ? [...value.keys()].sort() : undefined)],
  ["length", (value = null) => length(value)],
  ["contains", (list = null, item = null) => contains(list, item)],
  ["lookup", (map = null, key = null, ...otherwise) => lookup(map, key, otherwise)],
  ["coalesce", (...values) => coalesce(values)],
]);

/** What a function makes of its arguments; undefined where it is not evaluated. */
export function callFunction(name: string, args: readonly Value[]): Value | undefined {
  return FUNCTIONS.get(name)?.(...args);
}

/** Terraform's conversion to number. */
export function toNumber(value: Value): number | null | undefined {
  if (value === null || typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** Terraform's conversion to bool. */
export function toBoolean(value: Value): boolean | null | undefined {
  if (value === null || typeof value === "boolean") return value;
  return value === "true" ? true : value === "false" ? false : undefined;
}

function mapText(value: Value, change: (text: string) => string): string | undefined {
  const text = toText(value);
  // Go changes other letters by other tables.
  return text === undefined || /[^\0-\x7f]/.test(text) ? undefined : change(text);
}

function trimPrefix(value: Value, prefix: Value): Value | undefined {
  if (typeof value !== "string" || typeof prefix !== "string") return undefined;
  return value.startsWith(prefix) ? value.slice(prefix.length) : value;
}

function trimSuffix(value: Value, suffix: Value): Value | undefined {
  if (typeof value !== "string" || typeof suffix !== "string") return undefined;
  return value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value;
}

function join(separator: Value, lists: readonly Value[]): Value | undefined {
  if (typeof separator !== "string" || lists.length === 0 || !lists.every(isList)) return undefined;
  return joinAll(lists.flat().flatMap((item, at) => (at === 0 ? [item] : [separator, item])));
}

/** `%s`, `%d`, `%v` and `%%` without flags. */
function format(pattern: Value, values: readonly Value[]): Value | undefined {
  if (typeof pattern !== "string") return undefined;
  const pieces = pattern.split(/(%[^])/);
  const rest = [...values];
  const parts: Value[] = [];
  for (const piece of pieces) {
    if (!piece.startsWith("%")) parts.push(piece);
    else if (piece === "%%") parts.push("%");
    else if (["%s", "%d", "%v"].includes(piece)) {
      const value = rest.shift();
      if (value === undefined) return undefined;
      parts.push(value);
    } else return undefined;
  }
  return rest.length === 0 ? joinAll(parts) : undefined;
}

function joinAll(values: readonly Value[]): Value | undefined {
  const pieces = values.map(toPiece).filter((piece) => piece !== undefined);
  return pieces.length === values.length ? joinPieces(pieces) : undefined;
}

/** What is not known may be equal to something else. */
function distinct(list: readonly Value[]): Value | undefined {
  if (list.length < 2) return list;
  if (!list.every((item) => typeof item === "string")) return undefined;
  return [...new Set(list)];
}

function compact(value: Value): Value | undefined {
  if (!isList(value) || !value.every((item) => item === null || typeof item === "string")) return undefined;
  return value.filter((item) => item !== null && item !== "");
}

function length(value: Value): number | undefined {
  if (isList(value)) return value.length;
  if (isMap(value)) return value.size;
  // Terraform counts characters as people see them.
  return typeof value === "string" && /^[\x20-\x7e]*$/.test(value) ? value.length : undefined;
}

function contains(list: Value, item: Value): boolean | undefined {
  if (!isList(list) || typeof item === "object") return undefined;
  if (list.includes(item)) return true;
  return list.every((each) => typeof each === typeof item) ? false : undefined;
}

function lookup(map: Value, key: Value, otherwise: readonly Value[]): Value | undefined {
  if (!isMap(map) || typeof key !== "string") return undefined;
  return map.has(key) ? map.get(key) : otherwise[0];
}

/** The first that is neither null nor empty; one that is not known may be either. */
function coalesce(values: readonly Value[]): Value | undefined {
  const first = values.find((value) => value !== null && value !== "");
  return first instanceof Hole || first instanceof Mixed ? undefined : first;
}
