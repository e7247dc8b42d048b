import type { Fault } from "../read/document";

/** What a verb came to: what to print where, and the exit code. */
export interface Outcome {
  /** The report, or what was asked for. */
  readonly stdout?: string;
  /** Talk: why it could not be done. */
  readonly stderr?: string;
  /** 0 pass, 1 findings that fail, 2 could not judge. */
  readonly exitCode: 0 | 1 | 2;
}

/** A command that could not be carried out. */
export type Faults = readonly Fault[];

/** A word that the verb has no use for. */
export function unexpectedWord(word: string, fix: string): Fault {
  return { message: `"${word}" is one word too many`, fix };
}
