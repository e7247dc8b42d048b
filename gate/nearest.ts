/**
 * The candidate that a misspelt word most likely means; undefined where none is near. For what people type: its
 * beginning alone will do. `modules` has one of its own, for identifiers, since the rooms share no code.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const given = word.slice(0, LONGEST).toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(given.length / 3)) + 1;
  for (const candidate of candidates) {
    const away = isBeginning(given, candidate) ? 1 : distance(given, candidate.toLowerCase());
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}

/** No name that is looked for is longer; what is, is no misspelling. */
const LONGEST = 60;

/** `warn` means `warning`, however many letters are missing. */
function isBeginning(given: string, candidate: string): boolean {
  return given.length > 2 && candidate.toLowerCase().startsWith(given);
}

/** Edits (insert, delete, replace) from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
