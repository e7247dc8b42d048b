/**
 * JSON as Terraform takes it, which is stricter than `JSON.parse`: a duplicated argument, a byte order mark, half of
 * a surrogate pair are refused instead of read in some way. Costs about as much as half a `JSON.parse`.
 */

/** Deepest nesting that is read. Real documents stay under 20; what is deeper only serves to break a reader. */
export const DEEPEST = 500;

export interface JsonFault {
  readonly kind: "byte-order-mark" | "syntax" | "too-deep" | "half-surrogate";
  /** UTF-16 code units into the text; undefined where the place cannot be told. */
  readonly offset?: number;
}

/** `duplicates`: some object in the text holds a key twice; `value` then has only the last of them. */
export type Json = { readonly value: unknown; readonly duplicates: boolean } | { readonly fault: JsonFault };

/** Parses a JSON text; never throws. */
export function parseJson(text: string): Json {
  if (text.startsWith("\ufeff")) return { fault: { kind: "byte-order-mark", offset: 0 } };
  const half = halfSurrogate(text);
  if (half !== undefined) return { fault: { kind: "half-surrogate", offset: half } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { kind: "syntax" } };
  }
  const flaw = flawOf(text, value);
  return flaw === "too-deep" ? { fault: { kind: flaw } } : { value, duplicates: flaw === "duplicate" };
}

/**
 * What `JSON.parse` does not tell of a text, of which it made `value`: an object holds a key twice, or it nests deeper
 * than `DEEPEST`.
 */
export function flawOf(text: string, value: unknown): "duplicate" | "too-deep" | undefined {
  const members = countMembers(value);
  if (members === Infinity) return "too-deep";
  return members === countKeys(text) ? undefined : "duplicate";
}

/** 1-based line and column of an offset. */
export function position(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", start)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** Members of all objects in a value; infinite where it nests deeper than `DEEPEST`. */
function countMembers(value: unknown, depth = 1): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > DEEPEST) return Infinity;
  let members = 0;
  if (Array.isArray(value)) for (const item of value) members += countMembers(item, depth + 1);
  else {
    // What JSON.parse makes has no inherited names that a loop could meet.
    for (const key in value) members += 1 + countMembers((value as Record<string, unknown>)[key], depth + 1);
  }
  return members;
}

const QUOTE = '"';
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;

/** String literals that a colon follows. The text is valid JSON. */
function countKeys(text: string): number {
  let keys = 0;
  let at = text.indexOf(QUOTE);
  while (at >= 0) {
    let after = endOfString(text, at) + 1;
    let code = text.charCodeAt(after);
    // In valid JSON nothing but white space is at or below the space here.
    while (code <= SPACE) code = text.charCodeAt(++after);
    if (code === COLON) keys++;
    at = text.indexOf(QUOTE, after);
  }
  return keys;
}

/** Position of the quote that closes the string literal opened at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf(QUOTE, start + 1);
  for (;;) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end;
    end = text.indexOf(QUOTE, end + 1);
  }
}

/** Offset of a surrogate without its other half, written as it is or as an escape. */
function halfSurrogate(text: string): number | undefined {
  const raw = text.search(/\p{Surrogate}/u);
  if (raw >= 0) return raw;
  if (!text.includes("\\u")) return undefined;
  let high: number | undefined;
  for (const match of text.matchAll(/\\(?:u([0-9a-fA-F]{4})|[^])/g)) {
    const unit = match[1] === undefined ? 0 : parseInt(match[1], 16);
    if (high !== undefined) {
      if (isLow(unit) && match.index === high + match[0].length) {
        high = undefined;
        continue;
      }
      return high;
    }
    if (isLow(unit)) return match.index;
    if (unit >= 0xd800 && unit <= 0xdbff) high = match.index;
  }
  return high;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
