import { visible } from "./visible";

/** Longest fragment that is shown whole, and the part of it that a longer one shows before what is wrong. */
const WIDEST = 68;
const BEFORE = 0.36;

/** A fragment on one line of `widest` columns, and carets under the part of it that is wrong. */
export function codeFrame(
  { text, start, end }: { readonly text: string; readonly start: number; readonly end: number },
  widest = WIDEST,
): [string, string] {
  const from = Math.min(Math.max(start, 0), text.length);
  const to = Math.min(Math.max(end, from), text.length);
  if (to - from > widest) return elided(text, widest);
  const first = text.length <= widest ? 0 : Math.max(0, from - Math.floor(widest * BEFORE));
  const last = Math.min(text.length, first + widest);
  const before = (first > 0 ? "..." : "") + visible(text.slice(first, from));
  const wrong = visible(text.slice(from, Math.min(to, last)));
  const after = visible(text.slice(Math.min(to, last), last)) + (last < text.length ? "..." : "");
  return [before + wrong + after, " ".repeat(before.length) + "^".repeat(Math.max(1, wrong.length))];
}

/** What is wrong from end to end is told by its end: the group's name and what follows it. */
function elided(text: string, widest: number): [string, string] {
  const kept = Math.floor(widest * BEFORE);
  const line = `${visible(text.slice(0, kept))}...${visible(text.slice(kept + 3 - widest))}`;
  return [line, "^".repeat(line.length)];
}
