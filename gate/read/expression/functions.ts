import {
  coalesce,
  coalesceList,
  compact,
  concat,
  contains,
  distinct,
  element,
  flatten,
  keys,
  length,
  lookup,
  merge,
  one,
  reverse,
  sort,
  toList,
  toSet,
  values,
  zipMap,
} from "./collection-functions";
import { toBoolean, toNumber } from "./conversion";
import { jsonText } from "./json-text";
import {
  endsWith,
  format,
  formatList,
  join,
  mapText,
  replace,
  split,
  startsWith,
  trimPrefix,
  trimSuffix,
} from "./text-functions";
import { isMap, type Result, toText, type Value } from "./value";

/** Undefined: not to be told. */
type Call = (...args: readonly Value[]) => Result;

/** https://developer.hashicorp.com/terraform/language/functions: those that are total, and how policies and names are written. */
const FUNCTIONS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ["tostring", (value = null) => (value === null ? null : toText(value))],
  ["tonumber", (value = null) => toNumber(value)],
  ["tobool", (value = null) => toBoolean(value)],
  ["tolist", (value = null) => toList(value)],
  ["toset", (value = null) => toSet(value)],
  ["tomap", (value = null) => (isMap(value) ? value : undefined)],
  ["nonsensitive", (value) => value],
  ["jsonencode", (value = null) => jsonText(value)],
  ["lower", (value = null) => mapText(value, (text) => text.toLowerCase())],
  ["upper", (value = null) => mapText(value, (text) => text.toUpperCase())],
  ["trimspace", (value = null) => mapText(value, (text) => text.trim())],
  ["trimprefix", (value = null, prefix = null) => trimPrefix(value, prefix)],
  ["trimsuffix", (value = null, suffix = null) => trimSuffix(value, suffix)],
  ["startswith", (value = null, prefix = null) => startsWith(value, prefix)],
  ["endswith", (value = null, suffix = null) => endsWith(value, suffix)],
  ["replace", (value = null, part = null, by = null) => replace(value, part, by)],
  ["split", (separator = null, value = null) => split(separator, value)],
  ["join", (separator = null, ...lists) => join(separator, lists)],
  ["format", (pattern = null, ...given) => format(pattern, given)],
  ["formatlist", (pattern = null, ...given) => formatList(pattern, given)],
  ["concat", (...lists) => concat(lists)],
  ["flatten", (value = null) => flatten(value)],
  ["merge", (...maps) => merge(maps)],
  ["zipmap", (names = null, members = null) => zipMap(names, members)],
  ["distinct", (value = null) => distinct(value)],
  ["compact", (value = null) => compact(value)],
  ["sort", (value = null) => sort(value)],
  ["reverse", (value = null) => reverse(value)],
  ["keys", (value = null) => keys(value)],
  ["values", (value = null) => values(value)],
  ["length", (value = null) => length(value)],
  ["contains", (list = null, item = null) => contains(list, item)],
  ["lookup", (map = null, key = null, ...otherwise) => lookup(map, key, otherwise)],
  ["element", (list = null, position = null) => element(list, position)],
  ["one", (list = null) => one(list)],
  ["coalesce", (...given) => coalesce(given)],
  ["coalescelist", (...lists) => coalesceList(lists)],
]);

/** What a function makes of its arguments, none of which is refused; undefined where it is not evaluated. */
export function callFunction(name: string, args: readonly Value[]): Result {
  return FUNCTIONS.get(name)?.(...args);
}
