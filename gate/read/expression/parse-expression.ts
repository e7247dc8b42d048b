import type { Cursor } from "./cursor";
import { parseOperand } from "./parse-operand";
import { type Node, Unparsed } from "./syntax";

/** Deeper expressions are not read. */
const DEEPEST = 200;

/** By how tightly they bind, the loosest first. */
const OPERATORS = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
] as const;

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
  if (operator === undefined) return parseOperand(cursor, depth);
  const of = unary(cursor, depth + 1);
  return { kind: "unary", operator, of, source: cursor.text.slice(start, cursor.at) };
}
