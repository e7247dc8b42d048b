import { callFunction, toBoolean, toNumber } from "./functions";
import { parseText } from "./parse-template";
import { type Node, Unparsed } from "./syntax";
import { Hole, isKnown, isList, isMap, joinPieces, type Piece, toPiece, toText, type Value } from "./value";

/** What names mean. */
export interface Names {
  /** `var.NAME` or `local.NAME`; undefined where it is not known. */
  value(kind: "var" | "local", name: string): Value | undefined;
}

/** The value of anything in Terraform's JSON syntax. Undefined: a template in it cannot be parsed. Total; never throws. */
export function evaluateSyntax(raw: unknown, names: Names): Value | undefined {
  if (typeof raw === "string") return evaluateText(raw, names);
  if (raw === null || typeof raw === "boolean" || typeof raw === "number") return raw;
  if (Array.isArray(raw)) {
    const items = raw.map((item) => evaluateSyntax(item, names));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof raw !== "object") return undefined;
  const members = new Map<string, Value>();
  for (const [name, member] of Object.entries(raw)) {
    const key = evaluateText(name, names);
    const value = evaluateSyntax(member, names);
    if (typeof key !== "string" || value === undefined) return undefined;
    members.set(key, value);
  }
  return members;
}

/** The value of a string in Terraform's JSON syntax; undefined where it is a template that cannot be parsed. */
export function evaluateText(text: string, names: Names): Value | undefined {
  if (!text.includes("{")) return text;
  try {
    return joined(parseText(text), names);
  } catch (error) {
    if (error instanceof Unparsed) return undefined;
    throw error;
  }
}

/** A template that is one interpolation is its value, of whatever type. */
function joined(parts: readonly (string | Node)[], names: Names): Value {
  const [only] = parts;
  if (parts.length === 1 && typeof only === "object") return evaluate(only, names);
  return joinPieces(parts.map((part) => (typeof part === "string" ? part : pieceOf(part, names))));
}

/** What is no text inside a template is an error of Terraform's: it stays as it is written. */
function pieceOf(node: Node, names: Names): Piece {
  return toPiece(evaluate(node, names)) ?? new Hole(node.source);
}

function evaluate(node: Node, names: Names): Value {
  const value = known(node, names);
  return value === undefined ? new Hole(node.source, isReference(node)) : value;
}

function known(node: Node, names: Names): Value | undefined {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "template":
      return joined(node.parts, names);
    case "attribute":
      return node.of.kind === "name" && (node.of.name === "var" || node.of.name === "local")
        ? names.value(node.of.name, node.name)
        : member(evaluate(node.of, names), node.name, `.${node.name}`);
    case "index":
      return index(node, names);
    case "call":
      return callFunction(
        node.name,
        node.args.map((each) => evaluate(each, names)),
      );
    case "conditional": {
      const condition = toBoolean(evaluate(node.condition, names)) ?? undefined;
      return condition === undefined ? undefined : evaluate(condition ? node.yes : node.no, names);
    }
    case "unary": {
      const of = evaluate(node.of, names);
      if (node.operator === "-") return negated(toNumber(of));
      const condition = toBoolean(of) ?? undefined;
      return condition === undefined ? undefined : !condition;
    }
    case "binary":
      return binary(node.operator, evaluate(node.left, names), evaluate(node.right, names));
    case "tuple":
      return node.items.map((item) => evaluate(item, names));
    case "object":
      return objectOf(node.items, names);
    default:
      return undefined;
  }
}

function index(node: Node & { kind: "index" }, names: Names): Value | undefined {
  const key = toText(evaluate(node.key, names));
  return key === undefined
    ? undefined
    : member(evaluate(node.of, names), key, node.source.slice(node.of.source.length));
}

function member(of: Value, name: string, step: string): Value | undefined {
  if (of instanceof Hole) return of.isReference ? new Hole(`${of.source}${step}`, true) : undefined;
  if (isMap(of)) return of.get(name);
  return isList(of) && /^\d+$/.test(name) ? of[Number(name)] : undefined;
}

function objectOf(items: readonly (readonly [Node, Node])[], names: Names): Value | undefined {
  const members = new Map<string, Value>();
  for (const [keyNode, valueNode] of items) {
    const key = toText(evaluate(keyNode, names));
    if (key === undefined) return undefined;
    members.set(key, evaluate(valueNode, names));
  }
  return members;
}

function negated(value: number | null | undefined): number | undefined {
  return value === null || value === undefined ? undefined : -value;
}

function binary(operator: string, left: Value, right: Value): Value | undefined {
  if (operator === "&&" || operator === "||")
    return logical(operator === "||", toBoolean(left), toBoolean(right));
  if (!isKnown(left) || !isKnown(right)) return undefined;
  if (operator === "==" || operator === "!=") {
    if (typeof left === "object" && left !== null) return undefined;
    if (typeof right === "object" && right !== null) return undefined;
    return (left === right) === (operator === "==");
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  return typeof a === "number" && typeof b === "number" ? ARITHMETIC.get(operator)?.(a, b) : undefined;
}

/** `decisive` on either side settles it. */
function logical(
  decisive: boolean,
  left: boolean | null | undefined,
  right: boolean | null | undefined,
): Value | undefined {
  if (left === decisive || right === decisive) return decisive;
  return left === !decisive && right === !decisive ? !decisive : undefined;
}

const ARITHMETIC: ReadonlyMap<string, (a: number, b: number) => Value | undefined> = new Map<
  string,
  (a: number, b: number) => Value | undefined
>([
  ["<", (a, b) => a < b],
  [">", (a, b) => a > b],
  ["<=", (a, b) => a <= b],
  [">=", (a, b) => a >= b],
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => (b === 0 ? undefined : a / b)],
  ["%", (a, b) => (b === 0 ? undefined : a % b)],
]);

function isReference(node: Node): boolean {
  if (node.kind === "attribute" || node.kind === "index") return isReference(node.of);
  return node.kind === "name";
}
