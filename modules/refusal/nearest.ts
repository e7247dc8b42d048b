/** Edits (insert, delete, replace) that turn one text into the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let at = 0; at < from.length; at++) {
    const next = [at + 1];
    for (let other = 0; other < to.length; other++) {
      const replaced = (row[other] ?? 0) + (from[at] === to[other] ? 0 : 1);
      next.push(Math.min(replaced, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Letters and digits in lower case: `retention_in_days` and `RetentionInDays` are one word. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * The candidate that `given` is most likely a slip of the pen for; undefined when none is near. For identifiers: case
 * and separators do not count. `gate` has one of its own, for what people type, since the rooms share no code.
 */
export function nearest<T extends string>(given: string, candidates: readonly T[]): T | undefined {
  const word = folded(given.slice(0, 64));
  let best: T | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(word, folded(candidate));
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** The numbers right below and above `given`; one where it is below the first or above the last. `sorted` ascends. */
export function neighbours(given: number, sorted: readonly number[]): number[] {
  const above = sorted.find((candidate) => candidate > given);
  const below = sorted.findLast((candidate) => candidate < given);
  return [below, above].filter((candidate) => candidate !== undefined);
}
