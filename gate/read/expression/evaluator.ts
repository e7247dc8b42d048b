import { attempt } from "./attempt";
import { choose } from "./choose";
import { callFunction } from "./functions";
import { evaluateFor } from "./evaluate-for";
import { member, pick } from "./member";
import { binary, negated, not } from "./operators";
import { parseText } from "./parse-template";
import { isReference, type Node, Unparsed } from "./syntax";
import {
  Hole,
  isList,
  isMap,
  isRefused,
  joinPieces,
  type Piece,
  REFUSED,
  type Result,
  toPiece,
  toText,
  type Value,
} from "./value";

/** What names mean. */
export interface Names {
  /** `var.NAME` or `local.NAME`; undefined where it is not known. */
  value(kind: "var" | "local", name: string): Value | undefined;
  /** What is made of a block (`aws_x.y`, `data.aws_x.y`, `module.m`): see `instancesOf`. Undefined where it is not known. */
  made?(address: string): Value | undefined;
  /** Does something without taking note of the names that it asks for. */
  aside?<T>(work: () => T): T;
  /** A name that a `for` or a `dynamic` block gives. */
  given?(name: string): Value | undefined;
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
  for (const [name, each] of Object.entries(raw)) {
    const key = evaluateText(name, names);
    const value = evaluateSyntax(each, names);
    if (typeof key !== "string" || value === undefined) return undefined;
    members.set(key, value);
  }
  return members;
}

/** Expressions that are evaluated for one text, with the locals behind it: a few loops in each other have no end. */
const MOST_STEPS = 300_000;

/** How far the evaluation of one text has come, and how deep in others it stands. */
const progress = { steps: 0, depth: 0 };

/**
 * The value of a string in Terraform's JSON syntax; undefined where it is a template that cannot be parsed, or asks for
 * too much.
 */
export function evaluateText(text: string, names: Names): Value | undefined {
  if (!text.includes("{")) return text;
  if (progress.depth === 0) progress.steps = 0;
  progress.depth++;
  try {
    const parts = parseText(text);
    const value = joined(parts, names);
    if (value !== REFUSED) return value;
    return joinPieces(parts.map((part) => (typeof part === "string" ? part : pieceOf(part, names))));
  } catch (error) {
    if (error instanceof Unparsed) return undefined;
    throw error;
  } finally {
    progress.depth--;
  }
}

/** A template that is one interpolation is its value, of whatever type. */
function joined(parts: readonly (string | Node)[], names: Names): Value | typeof REFUSED {
  const [only] = parts;
  if (parts.length === 1 && typeof only === "object") return evaluate(only, names);
  const pieces = parts.map((part) => (typeof part === "string" ? part : pieceOf(part, names)));
  return pieces.some(isRefused) ? REFUSED : joinPieces(pieces);
}

/** What is no text inside a template is an error of Terraform's: it stays as it is written. */
function pieceOf(node: Node, names: Names): Piece {
  const value = evaluate(node, names);
  const isNoText = value === null || isList(value) || isMap(value);
  return toPiece(value) ?? new Hole(node.source, false, isNoText ? "refused" : "open");
}

/** The value of an expression; what is not known in it is a hole. */
export function evaluate(node: Node, names: Names): Value {
  if (++progress.steps > MOST_STEPS) throw new Unparsed();
  const result = known(node, names);
  if (result === undefined) return new Hole(node.source, isReference(node));
  return result === REFUSED ? new Hole(node.source, isReference(node), "refused") : result;
}

function known(node: Node, names: Names): Result {
  const valueOf = (each: Node): Value => evaluate(each, names);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "template":
      return joined(node.parts, names);
    case "name":
      return names.given?.(node.name);
    case "attribute":
      return attribute(node, names);
    case "index":
      return pick(valueOf(node.of), valueOf(node.key), node.source.slice(node.of.source.length));
    case "splat":
      return splat(node, names);
    case "for":
      return evaluateFor(node, names);
    case "call":
      return call(node, names);
    case "conditional":
      return conditional(node, names);
    case "unary":
      return node.operator === "-" ? negated(valueOf(node.of)) : not(valueOf(node.of));
    case "binary":
      return binary(node.operator, valueOf(node.left), valueOf(node.right));
    case "tuple":
      return settled(node.items.map(valueOf));
    case "object":
      return objectOf(node.items, names);
  }
}

const OWN_NAMES = new Set(["count", "each", "path", "self", "terraform"]);

function attribute(node: Node & { kind: "attribute" }, names: Names): Result {
  const value = named(node, names);
  return value === undefined ? member(evaluate(node.of, names), node.name, `.${node.name}`) : value;
}

/** What `var.x`, `local.x`, `aws_x.y`, `data.aws_x.y` and `module.m` name; undefined where the step is one into a value. */
function named({ of, name, source }: Node & { kind: "attribute" }, names: Names): Value | undefined {
  if (of.kind === "attribute" && of.of.kind === "name" && of.of.name === "data")
    return names.made?.(`data.${of.name}.${name}`);
  if (of.kind !== "name" || of.name === "data" || names.given?.(of.name) !== undefined) return undefined;
  if (of.name === "var" || of.name === "local") {
    const value = names.value(of.name, name);
    return value === undefined ? new Hole(source, true, "told") : value;
  }
  return OWN_NAMES.has(of.name) ? undefined : names.made?.(`${of.name}.${name}`);
}

function call({ name, args, isSpread }: Node & { kind: "call" }, names: Names): Result {
  if (name === "try" || name === "can") return attempt(name, args, (each) => evaluate(each, names));
  const values = settled(args.map((each) => evaluate(each, names)));
  if (values === REFUSED) return REFUSED;
  const rest = isSpread ? values.at(-1) : [];
  return rest === undefined || !isList(rest)
    ? undefined
    : callFunction(name, isSpread ? [...values.slice(0, -1), ...rest] : values);
}

/** Of the branch left out the type alone tells: nothing hangs on what it names. */
function conditional({ condition, yes, no }: Node & { kind: "conditional" }, names: Names): Result {
  const branch = (isYes: boolean): Value => evaluate(isYes ? yes : no, names);
  const left = (isYes: boolean): Value =>
    names.aside === undefined ? branch(isYes) : names.aside(() => branch(isYes));
  return choose(evaluate(condition, names), branch, left);
}

/** Of one value that is no list it is the list of that one; of null it is empty. */
function splat({ of, steps }: Node & { kind: "splat" }, names: Names): Result {
  const value = evaluate(of, names);
  if (isRefused(value)) return REFUSED;
  if (value === null) return [];
  if (value instanceof Hole && value.instanceOf === undefined) return undefined;
  const items: Value[] = [];
  for (const item of isList(value) ? value : [value]) {
    let at: Result = item;
    for (const step of steps) {
      if (at === undefined || at === REFUSED) break;
      if ("name" in step) at = member(at, step.name, `.${step.name}`);
      else at = pick(at, evaluate(step.key, names), `[${step.key.source}]`);
    }
    if (at === undefined || at === REFUSED) return at;
    items.push(at);
  }
  return items;
}

function objectOf(items: readonly (readonly [Node, Node])[], names: Names): Result {
  const members = new Map<string, Value>();
  for (const [keyNode, valueNode] of items) {
    const key = toText(evaluate(keyNode, names));
    if (key === undefined) return undefined;
    members.set(key, evaluate(valueNode, names));
  }
  return [...members.values()].some(isRefused) ? REFUSED : members;
}

function settled(values: readonly Value[]): readonly Value[] | typeof REFUSED {
  return values.some(isRefused) ? REFUSED : values;
}
