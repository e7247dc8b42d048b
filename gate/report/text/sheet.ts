import type { Verdict } from "../report";

/** What is painted. */
export type Tone = Verdict | "error" | "warning" | "strong" | "quiet";

/** Colours a text, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

/** What a report is written on. */
export interface Sheet {
  readonly paint: Paint;
  /** Columns that prose fills at most, but for words that are longer. */
  readonly width: number;
  /** Columns that a picture fills at most. */
  readonly wide: number;
  /** Reasons and policies that stand on it already: they are told once. */
  readonly told: Set<string>;
}

/** Names that a list shows; of more, it says how many. */
export const LISTED = 5;

/** The last line of a list that was cut: `and 3 more`. */
export function more(count: number, noun = ""): string[] {
  return count > 0 ? [`and ${count} more${noun}`] : [];
}
