import { Cursor } from "./cursor";
import { parseExpression } from "./parse-expression";
import { Unparsed, type Node } from "./syntax";

type Part = string | Node;

const PLAIN_RUN = /[^$%]+/y;
const QUOTED_RUN = /[^$%"\\\n]+/y;
const ESCAPE = /\\(?:[nrt"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** The parts of a string in Terraform's JSON syntax, which is a template. Throws `Unparsed`. */
export function parseText(text: string): readonly Part[] {
  const cursor = new Cursor(text);
  const parts: Part[] = [];
  while (cursor.at < text.length) add(parts, cursor.match(PLAIN_RUN) ?? marked(cursor, 0));
  return parts;
}

/** The parts of a quoted string; the cursor stands behind its opening quotation mark, and then behind the closing one. */
export function parseQuoted(cursor: Cursor, depth: number): readonly Part[] {
  const parts: Part[] = [];
  while (!cursor.take('"')) {
    if (cursor.at >= cursor.text.length) throw new Unparsed();
    const escape = cursor.match(ESCAPE);
    add(
      parts,
      escape === undefined ? (cursor.match(QUOTED_RUN) ?? marked(cursor, depth)) : unescaped(escape),
    );
  }
  return parts;
}

/** What stands at `$` or `%`: an escape, an interpolation, or the sign itself. */
function marked(cursor: Cursor, depth: number): Part {
  if (cursor.take("$${")) return "${";
  if (cursor.take("%%{")) return "%{";
  if (cursor.isAt("%{") || cursor.isAt("${~")) throw new Unparsed();
  if (cursor.take("${")) {
    const node = parseExpression(cursor, depth + 1);
    cursor.skip();
    cursor.expect("}");
    return node;
  }
  if (cursor.take("$")) return "$";
  if (cursor.take("%")) return "%";
  throw new Unparsed();
}

function unescaped(escape: string): string {
  const kind = escape[1] ?? "";
  if (kind !== "u" && kind !== "U") return ESCAPED[kind] ?? "";
  const code = parseInt(escape.slice(2), 16);
  if (code > 0x10ffff) throw new Unparsed();
  return String.fromCodePoint(code);
}

function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else parts.push(part);
}
