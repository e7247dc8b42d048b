/** The first of a list that a sentence can hold, and how many more there are: `["a", "b", "3 more"]`. */
export function cutList(items: readonly string[], most: number): readonly string[] {
  const shown = firstOf(items, most);
  const more = items.length - shown.length;
  return more > 0 ? [...shown, `${more} more`] : items;
}

/** The first of a list: `most` of them, or one more where that is all, since to name the last is as short as to count it. */
export function firstOf<T>(items: readonly T[], most: number): readonly T[] {
  return items.length > most + 1 ? items.slice(0, most) : items;
}
