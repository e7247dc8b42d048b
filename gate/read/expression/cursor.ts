import { Unparsed } from "./syntax";

const SPACE = /(?:[ \t]|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const SPACE_AND_LINES = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;

/** A place in the text of an expression. */
export class Cursor {
  at: number;

  constructor(
    readonly text: string,
    from = 0,
  ) {
    this.at = from;
  }

  /** Goes past white space and comments; over line ends too where they mean nothing. */
  skip(lines = true): void {
    this.match(lines ? SPACE_AND_LINES : SPACE);
  }

  /** Takes what a sticky pattern matches here. */
  match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.at;
    const [found] = sticky.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  isAt(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }

  /** Takes the word, if it stands here. */
  take(word: string): boolean {
    if (!this.isAt(word)) return false;
    this.at += word.length;
    return true;
  }

  expect(word: string): void {
    if (!this.take(word)) throw new Unparsed();
  }
}
