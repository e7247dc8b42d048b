/** The first of a list that a sentence can hold, and how many more there are: `["a", "b", "3 more"]`. */
export function cutList(items: readonly string[], most: number): readonly string[] {
  const more = items.length - most;
  return more > 0 ? [...items.slice(0, most), `${more} more`] : items;
}
