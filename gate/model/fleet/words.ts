/** ASCII letters, digits, `_` and `-`: what names are made of, whole or between other signs. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d
  );
}

/** Where the word ends that `from` stands in; `from` itself where it stands in none. */
export function endOfWord(text: string, from: number): number {
  return endOfRun(text, from, isWord);
}

/** Where a run of characters that belong to it ends. */
export function endOfRun(text: string, from: number, belongs: (code: number) => boolean): number {
  let end = from;
  while (end < text.length && belongs(text.charCodeAt(end))) end++;
  return end;
}

/** Visits each word of the texts of a value, at any depth, and of the keys that they stand under. */
export function eachWord(value: unknown, visit: (word: string) => void): void {
  if (typeof value === "string") {
    for (let at = 0; at < value.length; at++) {
      const end = endOfWord(value, at);
      if (end > at) visit(value.slice(at, end));
      at = end;
    }
  } else if (typeof value === "number" || typeof value === "boolean") {
    eachWord(String(value), visit);
  } else if (value instanceof Map || value instanceof Set) {
    eachWord([...value], visit);
  } else if (Array.isArray(value)) {
    for (const each of value) eachWord(each, visit);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      eachWord(key, visit);
      eachWord(member, visit);
    }
  }
}
