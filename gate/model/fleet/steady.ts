/** Words that stay the same, and all that they start with; in lower case. */
export interface Shared {
  readonly words: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

/**
 * Does each word start like others, and others like it, in the one group as in the other? Then a comparison that ends within a word comes out the same. Case makes no difference: AWS takes no account of it in places.
 */
export function isSteady(from: readonly string[], to: readonly string[], shared: Shared): boolean {
  const [ones, others] = [from.map(folded), to.map(folded)];
  return ones.every((one, at) => {
    const other = others[at] ?? "";
    if (shared.starts.has(one) || shared.starts.has(other)) return false;
    const same = commonStart(one, other);
    return (
      !startsWithAny(one, shared.words, same) &&
      !startsWithAny(other, shared.words, same) &&
      ones.every((each, there) => each.startsWith(one) === others[there]?.startsWith(other))
    );
  });
}

function folded(word: string): string {
  return word.toLowerCase();
}

function commonStart(one: string, other: string): number {
  let end = 0;
  while (end < one.length && one.charCodeAt(end) === other.charCodeAt(end)) end++;
  return end;
}

/** Does it start with one of the words that are longer than `longer`? */
function startsWithAny(text: string, words: ReadonlySet<string>, longer: number): boolean {
  for (let end = longer + 1; end <= text.length; end++) if (words.has(text.slice(0, end))) return true;
  return false;
}
