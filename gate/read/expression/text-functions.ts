import { Hole, isList, isMap, joinPieces, REFUSED, type Result, toPiece, toText, type Value } from "./value";

/** `lower`, `upper` and their like. */
export function mapText(value: Value, change: (text: string) => string): Result {
  const text = toText(value);
  // Go changes other letters by other tables.
  return text === undefined || /[^\0-\x7f]/.test(text) ? undefined : change(text);
}

/** `trimprefix`. */
export function trimPrefix(value: Value, prefix: Value): Result {
  if (typeof value !== "string" || typeof prefix !== "string") return undefined;
  return value.startsWith(prefix) ? value.slice(prefix.length) : value;
}

/** `trimsuffix`. */
export function trimSuffix(value: Value, suffix: Value): Result {
  if (typeof value !== "string" || typeof suffix !== "string") return undefined;
  return value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value;
}

/** `startswith`. */
export function startsWith(value: Value, prefix: Value): Result {
  return typeof value === "string" && typeof prefix === "string" ? value.startsWith(prefix) : undefined;
}

/** `endswith`. */
export function endsWith(value: Value, suffix: Value): Result {
  return typeof value === "string" && typeof suffix === "string" ? value.endsWith(suffix) : undefined;
}

/** `replace`, of text: between slashes it is a pattern, which is not read. */
export function replace(value: Value, part: Value, by: Value): Result {
  if (typeof value !== "string" || typeof part !== "string" || typeof by !== "string") return undefined;
  return part === "" || /^\/.*\/$/s.test(part) ? undefined : value.replaceAll(part, () => by);
}

/** `split`. */
export function split(separator: Value, value: Value): Result {
  if (typeof separator !== "string" || separator === "" || typeof value !== "string") return undefined;
  return value.split(separator);
}

/** `join`. */
export function join(separator: Value, lists: readonly Value[]): Result {
  if (typeof separator !== "string" || lists.length === 0 || !lists.every(isList)) return undefined;
  const items = lists.flat();
  if (items.some((item) => item === null || isList(item) || isMap(item))) return REFUSED;
  return joinAll(items.flatMap((item, at) => (at === 0 ? [item] : [separator, item])));
}

/** `format`, with `%s`, `%d`, `%v` and `%%` without flags. */
export function format(pattern: Value, values: readonly Value[]): Result {
  if (typeof pattern !== "string") return undefined;
  const rest = [...values];
  const parts: Value[] = [];
  for (const piece of pattern.split(/(%[^])/)) {
    if (piece === "%") return undefined;
    if (!piece.startsWith("%")) parts.push(piece);
    else if (piece === "%%") parts.push("%");
    else {
      const value = ["%s", "%d", "%v"].includes(piece) ? rest.shift() : undefined;
      if (value === undefined || (piece === "%d" && !isWhole(value))) return undefined;
      parts.push(value);
    }
  }
  return rest.length === 0 ? joinAll(parts) : undefined;
}

/** `formatlist`: what is no list stands in each item. */
export function formatList(pattern: Value, values: readonly Value[]): Result {
  if (values.some((value) => value instanceof Hole)) return undefined;
  const lengths = new Set(values.filter(isList).map((list) => list.length));
  const [size, ...others] = lengths;
  if (size === undefined || others.length > 0) return undefined;
  const items: Value[] = [];
  for (let at = 0; at < size; at++) {
    const given = values.map((value) => (isList(value) ? (value[at] ?? null) : value));
    const item = format(pattern, given);
    if (item === undefined || item === REFUSED) return item;
    items.push(item);
  }
  return items;
}

function isWhole(value: Value): boolean {
  return value instanceof Hole || Number.isSafeInteger(value);
}

function joinAll(values: readonly Value[]): Value | undefined {
  const pieces = values.map(toPiece).filter((piece) => piece !== undefined);
  if (pieces.length < values.length) return undefined;
  const [only, ...others] = pieces.filter((piece) => piece !== "");
  // One text alone is that text, of which steps and doubts are known.
  return only instanceof Hole && others.length === 0 ? only : joinPieces(pieces);
}
