/** What an expression comes to before anything is deployed. Strings are literal; a Map is an object. */
export type Value =
  null | boolean | number | string | Mixed | Hole | readonly Value[] | ReadonlyMap<string, Value>;

/** What is not known: a reference to a resource, or an expression that is not evaluated. */
export class Hole {
  constructor(
    /** As it may stand between `${` and `}`. */
    readonly source: string,
    /** It is a reference, and steps may be added to it. */
    readonly isReference = false,
  ) {}
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

/** Terraform's conversion to string; undefined where there is none. */
export function toText(value: Value): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
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
