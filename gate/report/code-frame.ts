import { visible } from "./visible";

/** Longest fragment that is shown whole, and how much of a longer one is shown around what is wrong. */
const WIDEST = 68;
const BEFORE = 24;

/** A fragment on one line, and carets under the part of it that is wrong. */
export function codeFrame({
  text,
  start,
  end,
}: {
  text: string;
  start: number;
  end: number;
}): [string, string] {
  const from = Math.min(Math.max(start, 0), text.length);
  const to = Math.min(Math.max(end, from), text.length);
  if (to - from > WIDEST) return elided(text);
  const first = text.length <= WIDEST ? 0 : Math.max(0, from - BEFORE);
  const last = Math.min(text.length, first + WIDEST);
  const before = (first > 0 ? "..." : "") + visible(text.slice(first, from));
  const wrong = visible(text.slice(from, Math.min(to, last)));
  const after = visible(text.slice(Math.min(to, last), last)) + (last < text.length ? "..." : "");
  return [before + wrong + after, " ".repeat(before.length) + "^".repeat(Math.max(1, wrong.length))];
}

/** What is wrong from end to end is told by its end: the group's name and what follows it. */
function elided(text: string): [string, string] {
  const line = `${visible(text.slice(0, BEFORE))}...${visible(text.slice(BEFORE + 3 - WIDEST))}`;
  return [line, "^".repeat(line.length)];
}
