/** Control, bidirectional, zero-width and tag characters and half pairs: what can move a terminal's cursor, hide a text or break its encoding. */
export const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Cs}\u{e0000}-\u{e007f}]/gu;

/** A text from the input as it may be printed: what cannot be seen is written as an escape. */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => SHORT.get(character) ?? `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`,
  );
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);
