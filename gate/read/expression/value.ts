/** What an expression comes to before anything is deployed. Strings are literal; a Map is an object. */
export type Value =
  null | boolean | number | string | Mixed | Hole | readonly Value[] | ReadonlyMap<string, Value>;

/**
 * How sure it is that an expression comes to something once everything is deployed. `open`: it may be refused then.
 * `told`: it comes to a value, which may be null. `filled`: to a text that is not empty. `refused`: Terraform refuses it.
 */
export type Certainty = "open" | "told" | "filled" | "refused";

/** What is not known: a reference to a resource, or an expression that is not evaluated. */
export class Hole {
  constructor(
    /** As it may stand between `${` and `}`. */
    readonly source: string,
    /** It is a reference, and steps may be added to it. */
    readonly isReference = false,
    readonly certainty: Certainty = "open",
    /** It is an instance that is made, of this type (`data.TYPE` for a data source, `module` for a call). */
    readonly instanceOf?: string,
  ) {}
}

/** A set: without order, positions or repetitions. It is kept as Terraform prints it. */
export class ValueSet extends Array<Value> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** The set of texts alone, numbers alone or booleans alone. */
export function setOf(items: readonly Value[]): ValueSet {
  const set = new ValueSet();
  for (const item of new Set(items)) set.push(item);
  set.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return set;
}

function isBefore(a: Value, b: Value): boolean {
  return typeof a === "string" && typeof b === "string" ? a < b : Number(a) < Number(b);
}

/** A string that is known in part. */
export class Mixed {
  constructor(readonly parts: readonly (string | Hole)[]) {}
}

/** Is all of it known? */
export function isKnown(value: Value): boolean {
  if (value instanceof Hole || value instanceof Mixed) return false;
  if (value instanceof Map) return [...value.values()].every(isKnown);
  return !isList(value) || value.every(isKnown);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** In place of a value: Terraform refuses the expression. */
export const REFUSED: unique symbol = Symbol("refused by Terraform");

/** What an expression comes to; undefined where it is not to be told. */
export type Result = Value | typeof REFUSED | undefined;

/** Does Terraform refuse it? */
export function isRefused(value: Value): boolean {
  return value instanceof Hole && value.certainty === "refused";
}

/** Every part of it that is not known. */
export function* holesIn(value: Value): Generator<Hole> {
  if (value instanceof Hole) yield value;
  else if (value instanceof Mixed) {
    for (const part of value.parts) if (part instanceof Hole) yield part;
  } else if (isList(value)) for (const item of value) yield* holesIn(item);
  else if (isMap(value)) for (const member of value.values()) yield* holesIn(member);
}

/** Terraform's conversion to string; undefined where there is none, or it writes more digits than a number here has. */
export function toText(value: Value): string | undefined {
  if (typeof value === "string") return value;
  if (
    typeof value === "number" &&
    !(Number.isFinite(value) && /^-?\d{1,15}(\.\d{1,6})?$/.test(String(value)))
  )
    return undefined;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** A text that is surely not empty once it is known. */
export function isFilled(value: Value): boolean {
  if (value instanceof Hole) return value.certainty === "filled";
  if (value instanceof Mixed) return value.parts.some((part) => typeof part === "string" || isFilled(part));
  return value !== null && value !== "";
}

/** What a value adds to a text; undefined where it is no text. */
export type Piece = string | Hole | Mixed;

export function toPiece(value: Value): Piece | undefined {
  return value instanceof Hole || value instanceof Mixed ? value : toText(value);
}

/** One text after the other, what is not known in it left open. */
export function joinPieces(pieces: readonly Piece[]): Value {
  const parts: (string | Hole)[] = [];
  for (const piece of pieces.flatMap((each) => (each instanceof Mixed ? each.parts : [each]))) {
    const last = parts.at(-1);
    if (typeof piece === "string" && typeof last === "string") parts[parts.length - 1] = last + piece;
    else if (piece !== "") parts.push(piece);
  }
  const [only = "", ...others] = parts;
  return others.length === 0 && typeof only === "string" ? only : new Mixed(parts);
}

/** The value in Terraform's JSON syntax. */
export function toSyntax(value: Value): unknown {
  if (typeof value === "string") return escaped(value);
  if (value instanceof Hole) return `\${${value.source}}`;
  if (value instanceof Mixed) return templateOf(value.parts);
  if (isList(value)) return value.map(toSyntax);
  if (isMap(value))
    return Object.fromEntries([...value].map(([key, member]) => [escaped(key), toSyntax(member)]));
  return value;
}

/** A literal string as a template. */
export function escaped(text: string): string {
  return text.includes("{") ? text.replace(/[$%](?=\{)/g, "$&$&") : text;
}

function templateOf(parts: readonly (string | Hole)[]): string {
  return parts
    .map((part, at) => {
      if (part instanceof Hole) return `\${${part.source}}`;
      // A sign before an interpolation would escape it.
      const isHeld = part.endsWith("$") && parts[at + 1] instanceof Hole;
      return isHeld ? `${escaped(part.slice(0, -1))}\${"$"}` : escaped(part);
    })
    .join("");
}
