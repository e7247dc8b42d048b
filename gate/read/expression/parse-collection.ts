import type { Cursor } from "./cursor";
import { parseExpression } from "./parse-expression";
import { type Node, Unparsed } from "./syntax";

/** An identifier. */
export const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

const FOR = /for(?![\p{ID_Continue}-])/uy;
const IN = /in(?![\p{ID_Continue}-])/uy;
const IF = /if(?![\p{ID_Continue}-])/uy;

/** Parses `[...]` or `{...}` at the cursor. Throws `Unparsed`. */
export function parseCollection(cursor: Cursor, depth: number): Node {
  const start = cursor.at;
  const close = cursor.take("[") ? "]" : "}";
  if (close === "}") cursor.expect("{");
  cursor.skip();
  const node =
    cursor.match(FOR) !== undefined
      ? forExpression(cursor, close, depth)
      : close === "]"
        ? tuple(cursor, depth)
        : object(cursor, depth);
  return { ...node, source: cursor.text.slice(start, cursor.at) } as Node;
}

function tuple(cursor: Cursor, depth: number): object {
  const items: Node[] = [];
  while (!cursor.take("]")) {
    items.push(parseExpression(cursor, depth + 1));
    cursor.skip();
    if (!cursor.isAt("]")) cursor.expect(",");
    cursor.skip();
  }
  return { kind: "tuple", items };
}

function object(cursor: Cursor, depth: number): object {
  const items: (readonly [Node, Node])[] = [];
  while (!cursor.take("}")) {
    items.push(member(cursor, depth + 1));
    cursor.skip();
  }
  return { kind: "object", items };
}

/** `key = value` or `key : value`, and the comma or line end behind it. */
function member(cursor: Cursor, depth: number): readonly [Node, Node] {
  const isComputed = cursor.isAt("(");
  const written = parseExpression(cursor, depth);
  const key: Node =
    written.kind === "name" && !isComputed
      ? { kind: "template", parts: [written.name], source: written.source }
      : written;
  if (!isComputed && key.kind !== "template" && key.kind !== "literal") throw new Unparsed();
  cursor.skip();
  if (!cursor.take("=")) cursor.expect(":");
  const value = parseExpression(cursor, depth);
  cursor.skip(false);
  if (!cursor.take(",") && cursor.match(/\r?\n/y) === undefined && !cursor.isAt("}")) throw new Unparsed();
  return [key, value];
}

/** The cursor stands behind the word `for`, and then behind the bracket that closes it. */
function forExpression(cursor: Cursor, close: string, depth: number): object {
  const names = [name(cursor)];
  cursor.skip();
  if (cursor.take(",")) names.push(name(cursor));
  cursor.skip();
  if (cursor.match(IN) === undefined) throw new Unparsed();
  const of = parseExpression(cursor, depth + 1);
  cursor.skip();
  cursor.expect(":");
  const first = parseExpression(cursor, depth + 1);
  cursor.skip();
  const isObject = close === "}";
  if (isObject) cursor.expect("=>");
  const result = isObject ? parseExpression(cursor, depth + 1) : first;
  cursor.skip();
  const isGrouped = isObject && cursor.take("...");
  cursor.skip();
  const condition = cursor.match(IF) === undefined ? undefined : parseExpression(cursor, depth + 1);
  cursor.skip();
  cursor.expect(close);
  return {
    kind: "for",
    names,
    of,
    result,
    isGrouped,
    ...(isObject && { key: first }),
    ...(condition !== undefined && { condition }),
  };
}

function name(cursor: Cursor): string {
  cursor.skip();
  const found = cursor.match(NAME);
  if (found === undefined) throw new Unparsed();
  return found;
}
