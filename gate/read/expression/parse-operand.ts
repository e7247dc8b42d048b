import type { Cursor } from "./cursor";
import { NAME, parseCollection } from "./parse-collection";
import { parseExpression } from "./parse-expression";
import { parseQuoted } from "./parse-template";
import { type Node, type Step, Unparsed } from "./syntax";

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Digits that a number here holds exactly. */
const MOST_DIGITS = 15;

/** Parses what operators stand between, with the steps behind it (`aws_x.y[0].arn`). Throws `Unparsed`. */
export function parseOperand(cursor: Cursor, depth: number): Node {
  const start = cursor.at;
  const source = (): string => cursor.text.slice(start, cursor.at);
  let node = primary(cursor, depth);
  for (;;) {
    if (cursor.isAt("...")) return node;
    const isFull = cursor.take("[*]");
    if (isFull || cursor.take(".*")) {
      const steps: Step[] = [];
      for (let each = step(cursor, depth, isFull); each !== undefined; each = step(cursor, depth, isFull))
        steps.push(each);
      node = { kind: "splat", of: node, steps, source: source() };
      continue;
    }
    const next = step(cursor, depth, true);
    if (next === undefined) return node;
    node =
      "name" in next
        ? { kind: "attribute", of: node, name: next.name, source: source() }
        : { kind: "index", of: node, key: next.key, source: source() };
  }
}

/** One step behind a value; undefined where there is none. Behind `.*` indexes are not of each item. */
function step(cursor: Cursor, depth: number, isIndexed: boolean): Step | undefined {
  if (cursor.isAt("...") || cursor.isAt(".*") || cursor.isAt("[*]")) return undefined;
  if (cursor.take(".")) {
    const name = cursor.match(NAME);
    if (name !== undefined) return { name };
    const number = cursor.match(/\d+/y);
    if (number === undefined) throw new Unparsed();
    return { key: literal(number) };
  }
  if (!isIndexed || !cursor.take("[")) return undefined;
  const key = parseExpression(cursor, depth + 1);
  cursor.skip();
  cursor.expect("]");
  return { key };
}

function primary(cursor: Cursor, depth: number): Node {
  const start = cursor.at;
  const source = (): string => cursor.text.slice(start, cursor.at);
  const number = cursor.match(NUMBER);
  if (number !== undefined) return literal(number);
  if (cursor.take('"')) return { kind: "template", parts: parseQuoted(cursor, depth), source: source() };
  if (cursor.isAt("[") || cursor.isAt("{")) return parseCollection(cursor, depth);
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
  if (number.replace(/\D/g, "").length > MOST_DIGITS) throw new Unparsed();
  return { kind: "literal", value: Number(number), source: number };
}

function call(cursor: Cursor, name: string, start: number, depth: number): Node {
  const args: Node[] = [];
  let isSpread = false;
  cursor.skip();
  while (!cursor.take(")")) {
    args.push(parseExpression(cursor, depth + 1));
    cursor.skip();
    isSpread = cursor.take("...");
    cursor.skip();
    if (isSpread || !cursor.isAt(",")) {
      cursor.expect(")");
      break;
    }
    cursor.expect(",");
    cursor.skip();
  }
  return { kind: "call", name, args, isSpread, source: cursor.text.slice(start, cursor.at) };
}
