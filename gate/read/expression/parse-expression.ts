import type { Cursor } from "./cursor";
import { parseQuoted } from "./parse-template";
import { type Node, Unparsed } from "./syntax";

/** Deeper expressions are not read. */
const DEEPEST = 200;

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** By how tightly they bind, the loosest first. */
const OPERATORS = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
] as const;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Parses one expression at the cursor. Throws `Unparsed`. */
export function parseExpression(cursor: Cursor, depth = 0): Node {
  if (depth > DEEPEST) throw new Unparsed();
  cursor.skip();
  const start = cursor.at;
  const condition = binary(cursor, 0, depth);
  const end = cursor.at;
  cursor.skip();
  if (!cursor.take("?")) {
    cursor.at = end;
    return condition;
  }
  const yes = parseExpression(cursor, depth + 1);
  cursor.skip();
  cursor.expect(":");
  const no = parseExpression(cursor, depth + 1);
  return { kind: "conditional", condition, yes, no, source: cursor.text.slice(start, cursor.at) };
}

function binary(cursor: Cursor, level: number, depth: number): Node {
  const operators = OPERATORS[level];
  if (operators === undefined) return unary(cursor, depth);
  cursor.skip();
  const start = cursor.at;
  let left = binary(cursor, level + 1, depth);
  for (;;) {
    const end = cursor.at;
    cursor.skip();
    const operator = operators.find((each) => cursor.take(each));
    if (operator === undefined) {
      cursor.at = end;
      return left;
    }
    const right = binary(cursor, level + 1, depth);
    left = { kind: "binary", operator, left, right, source: cursor.text.slice(start, cursor.at) };
  }
}

function unary(cursor: Cursor, depth: number): Node {
  if (depth > DEEPEST) throw new Unparsed();
  cursor.skip();
  const start = cursor.at;
  const operator = ["!", "-"].find((each) => cursor.take(each));
  if (operator === undefined) return postfix(cursor, depth);
  const of = unary(cursor, depth + 1);
  return { kind: "unary", operator, of, source: cursor.text.slice(start, cursor.at) };
}

function postfix(cursor: Cursor, depth: number): Node {
  const start = cursor.at;
  let node = primary(cursor, depth);
  for (;;) {
    const source = (): string => cursor.text.slice(start, cursor.at);
    if (cursor.isAt("...")) return node;
    if (cursor.take(".*") || cursor.take("[*]")) node = { kind: "unread", source: source() };
    else if (cursor.take(".")) {
      const name = cursor.match(NAME);
      const number = name === undefined ? cursor.match(/\d+/y) : undefined;
      if (name !== undefined) node = { kind: "attribute", of: node, name, source: source() };
      else if (number !== undefined)
        node = { kind: "index", of: node, key: literal(number), source: source() };
      else throw new Unparsed();
    } else if (cursor.take("[")) {
      const key = parseExpression(cursor, depth + 1);
      cursor.skip();
      cursor.expect("]");
      node = { kind: "index", of: node, key, source: source() };
    } else return node;
  }
}

function primary(cursor: Cursor, depth: number): Node {
  const start = cursor.at;
  const source = (): string => cursor.text.slice(start, cursor.at);
  const number = cursor.match(NUMBER);
  if (number !== undefined) return literal(number);
  if (cursor.take('"')) return { kind: "template", parts: parseQuoted(cursor, depth), source: source() };
  if (cursor.isAt("[") || cursor.isAt("{")) return collection(cursor, depth);
  if (cursor.take("(")) {
    const node = parseExpression(cursor, depth + 1);
    cursor.skip();
    cursor.expect(")");
    return { ...node, source: source() };
  }
  const name = cursor.match(NAME);
  if (name === undefined) throw new Unparsed();
  if (cursor.take("(")) return call(cursor, name, start, depth);
  if (name === "true" || name === "false") return { kind: "literal", value: name === "true", source: name };
  if (name === "null") return { kind: "literal", value: null, source: name };
  return { kind: "name", name, source: name };
}

function literal(number: string): Node {
  return { kind: "literal", value: Number(number), source: number };
}

function call(cursor: Cursor, name: string, start: number, depth: number): Node {
  const args: Node[] = [];
  cursor.skip();
  while (!cursor.take(")")) {
    args.push(parseExpression(cursor, depth + 1));
    cursor.skip();
    if (cursor.take("...")) {
      cursor.skip();
      cursor.expect(")");
      return { kind: "unread", source: cursor.text.slice(start, cursor.at) };
    }
    if (!cursor.isAt(")")) cursor.expect(",");
    cursor.skip();
  }
  return { kind: "call", name, args, source: cursor.text.slice(start, cursor.at) };
}

function collection(cursor: Cursor, depth: number): Node {
  const start = cursor.at;
  const open = cursor.text[cursor.at++] ?? "";
  const close = CLOSERS[open] ?? "";
  cursor.skip();
  if (cursor.match(/for(?![\p{ID_Continue}-])/uy) !== undefined) {
    readPast(cursor, close, depth);
    return { kind: "unread", source: cursor.text.slice(start, cursor.at) };
  }
  if (open === "[") {
    const items: Node[] = [];
    while (!cursor.take("]")) {
      items.push(parseExpression(cursor, depth + 1));
      cursor.skip();
      if (!cursor.isAt("]")) cursor.expect(",");
      cursor.skip();
    }
    return { kind: "tuple", items, source: cursor.text.slice(start, cursor.at) };
  }
  const items: (readonly [Node, Node])[] = [];
  while (!cursor.take("}")) {
    items.push(member(cursor, depth + 1));
    cursor.skip();
  }
  return { kind: "object", items, source: cursor.text.slice(start, cursor.at) };
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

/** Goes behind the bracket that closes what the cursor stands in. */
function readPast(cursor: Cursor, close: string, depth: number): void {
  if (depth > DEEPEST) throw new Unparsed();
  for (;;) {
    cursor.skip();
    if (cursor.take(close)) return;
    const open = cursor.text[cursor.at];
    if (open === undefined || open === ")" || open === "]" || open === "}") throw new Unparsed();
    cursor.at++;
    if (open === '"') parseQuoted(cursor, depth + 1);
    else if (Object.hasOwn(CLOSERS, open)) readPast(cursor, CLOSERS[open] ?? "", depth + 1);
  }
}
