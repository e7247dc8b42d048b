/** The header of a top-level block, and the arguments right inside it. */
export interface BlockHeader {
  readonly type: string;
  readonly labels: readonly string[];
  /** 1-based. */
  readonly line: number;
  /** Lines of the block's own arguments, by name. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What stands at the top level of an HCL text that parses: blocks, and arguments, which Terraform does not take there. */
export interface Headers {
  readonly blocks: readonly BlockHeader[];
  readonly argument?: { readonly name: string; readonly line: number };
}

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const BLANK = /(?:[ \t\r\uFEFF]|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

/** Finds the headers, which hcl2json does not tell. Linear. */
export function readHeaders(text: string): Headers {
  return new HeaderReader(text).read();
}

class HeaderReader {
  #at = 0;
  #counted = 0;
  #line = 1;

  constructor(private readonly text: string) {}

  read(): Headers {
    const blocks: BlockHeader[] = [];
    for (;;) {
      this.#skipLines();
      const line = this.#lineHere();
      const name = this.#match(NAME);
      if (name === undefined) return { blocks };
      const labels = this.#labels();
      if (this.text[this.#at] !== "{") return { blocks, argument: { name, line } };
      this.#at++;
      blocks.push({ type: name, labels, line, lines: this.#arguments() });
    }
  }

  #labels(): string[] {
    const labels: string[] = [];
    for (;;) {
      this.#match(BLANK);
      const start = this.#at;
      if (this.text[start] === '"') {
        this.#skipQuoted();
        labels.push(this.text.slice(start + 1, this.#at - 1));
      } else {
        const label = this.#match(NAME);
        if (label === undefined) return labels;
        labels.push(label);
      }
    }
  }

  /** To the end of the block that the cursor stands in. */
  #arguments(): Map<string, number> {
    const lines = new Map<string, number>();
    for (;;) {
      this.#skipLines();
      if (this.#at >= this.text.length || this.text[this.#at] === "}") {
        this.#at++;
        return lines;
      }
      const line = this.#lineHere();
      const name = this.#match(NAME);
      if (name !== undefined) lines.set(name, line);
      const before = this.#at;
      this.#skipToLineEnd();
      if (name === undefined && this.#at === before) this.#at++;
    }
  }

  /** To the end of an argument or of a block inside: past brackets, strings and heredocs, over the lines they hold. */
  #skipToLineEnd(): void {
    let depth = 0;
    while (this.#at < this.text.length) {
      if (this.#match(BLANK) !== undefined || this.#skipHeredoc()) continue;
      const char = this.text[this.#at];
      if (depth === 0 && (char === "\n" || char === "}")) return;
      if (char === '"') {
        this.#skipQuoted();
        continue;
      }
      if (char === "{" || char === "[" || char === "(") depth++;
      else if (char === "}" || char === "]" || char === ")") depth--;
      this.#at++;
    }
  }

  #skipHeredoc(): boolean {
    HEREDOC.lastIndex = this.#at;
    const [header, marker] = HEREDOC.exec(this.text) ?? [];
    if (header === undefined || marker === undefined) return false;
    let start = this.#at + header.length;
    while (start < this.text.length) {
      const end = this.text.indexOf("\n", start);
      const line = this.text.slice(start, end < 0 ? undefined : end);
      if (line.trim() === marker) {
        this.#at = start + line.trimEnd().length;
        return true;
      }
      if (end < 0) break;
      start = end + 1;
    }
    this.#at = this.text.length;
    return true;
  }

  /** Past a quoted string, and the strings inside its interpolations. */
  #skipQuoted(): void {
    const closers = ['"'];
    for (this.#at++; this.#at < this.text.length; this.#at++) {
      const char = this.text[this.#at];
      const isQuoted = closers.at(-1) === '"';
      if (char === closers.at(-1)) {
        closers.pop();
        if (closers.length === 0) {
          this.#at++;
          return;
        }
      } else if (isQuoted && char === "\\") this.#at++;
      else if (isQuoted && (char === "$" || char === "%") && this.text[this.#at + 1] === "{") {
        if (this.text[this.#at - 1] !== char) closers.push("}");
        this.#at++;
      } else if (!isQuoted && char === "{") closers.push("}");
      else if (!isQuoted && char === '"') closers.push('"');
    }
  }

  #skipLines(): void {
    while (this.#match(BLANK) !== undefined || this.text[this.#at] === "\n") {
      if (this.text[this.#at] === "\n") this.#at++;
    }
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at;
    const [found] = sticky.exec(this.text) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #lineHere(): number {
    for (let at = this.text.indexOf("\n", this.#counted); at >= 0 && at < this.#at;) {
      this.#line++;
      this.#counted = at + 1;
      at = this.text.indexOf("\n", this.#counted);
    }
    return this.#line;
  }
}
