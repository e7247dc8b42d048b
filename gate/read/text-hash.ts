import { createHash } from "node:crypto";

/** UTF-16 code units that are encoded at once: what `update` makes of a whole text of a plan costs twice the time. */
const CHUNK = 1 << 20;

/** sha256 of texts as UTF-8, one after the other, hexadecimal. */
export function hashOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(3 * Math.min(CHUNK + 1, Math.max(0, ...texts.map(({ length }) => length))));
  for (const text of texts)
    for (let at = 0; at < text.length;) {
      const end = endOfPair(text, at + CHUNK);
      hash.update(bytes.subarray(0, encoder.encodeInto(text.slice(at, end), bytes).written));
      at = end;
    }
  return hash.digest("hex");
}

/** A surrogate pair is encoded as a whole. */
function endOfPair(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
}
