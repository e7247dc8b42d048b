import type { Attributes } from "./resource";

const MARKER = /([$%])\{/g;

/** A literal text as a template: `${` and `%{` are escaped, so that nothing in it is read as a reference. */
export function literalText(text: string): string {
  return text.includes("{") ? text.replace(MARKER, "$1$1{") : text;
}

/** A literal value, its strings as templates at any depth; the value itself where there is nothing to escape. */
export function literalValue(value: unknown): unknown {
  if (typeof value === "string") return literalText(value);
  return typeof value === "object" && value !== null && holdsMarker(value) ? escaped(value) : value;
}

/** The arguments of a block whose values are literal. */
export function literalAttributes(values: Attributes): Attributes {
  return literalValue(values) as Attributes;
}

/** Does some string in it hold `${` or `%{`? */
export function holdsMarker(value: unknown): boolean {
  if (typeof value === "string") return value.includes("${") || value.includes("%{");
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsMarker);
  // What JSON.parse makes has no inherited names that a loop could meet.
  for (const name in value) if (holdsMarker((value as Attributes)[name])) return true;
  return false;
}

function escaped(value: unknown): unknown {
  if (typeof value === "string") return literalText(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, escaped(each)]));
}
