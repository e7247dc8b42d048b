/** Columns that a line of prose fills at most, but for words that are longer. */
export const WIDTH = 80;

/** Prose as lines; the first starts with `first`, the others with `indent` spaces, by default as many as `first` has. */
export function wrap(text: string, first: string, indent = first.length, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = first;
  let words = 0;
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (words > 0 && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(indent);
      words = 0;
    }
    line += words++ === 0 ? word : ` ${word}`;
  }
  return [...lines, line];
}
