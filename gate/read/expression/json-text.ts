import { Hole, isList, isMap, Mixed, type Value } from "./value";

/**
 * What `jsonencode` makes: JSON text, with what is not known as holes inside its strings. Undefined where something
 * is not known that need not be a string, or the text would be one hole.
 */
export function jsonText(value: Value): Value | undefined {
  const parts: (string | Hole)[] = [];
  if (value instanceof Hole || !write(value, "", parts)) return undefined;
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? only : new Mixed(parts);
}

/** Elements of a policy of which a string means something else than an object. */
const OBJECTS = new Set(["Principal", "NotPrincipal", "Statement", "Condition"]);

function write(value: Value, key: string, parts: (string | Hole)[]): boolean {
  if (value instanceof Hole) {
    if (OBJECTS.has(key)) return false;
    put(parts, '"', value, '"');
  } else if (value instanceof Mixed) {
    put(parts, '"', ...value.parts.map((part) => (part instanceof Hole ? part : inside(part))), '"');
  } else if (isList(value)) {
    put(parts, "[");
    for (const [at, item] of value.entries()) {
      if (at > 0) put(parts, ",");
      if (!write(item, key, parts)) return false;
    }
    put(parts, "]");
  } else if (isMap(value)) {
    put(parts, "{");
    // As Terraform does, by name.
    for (const [at, [name, member]] of [...value].sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
      put(parts, `${at > 0 ? "," : ""}"${inside(name)}":`);
      if (!write(member, name, parts)) return false;
    }
    put(parts, "}");
  } else put(parts, typeof value === "string" ? `"${inside(value)}"` : JSON.stringify(value));
  return true;
}

/** The text between the quotation marks, with the escapes of Go. A `$` is written as its code, so that it escapes no hole behind it. */
function inside(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/[$%]$/, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

function put(parts: (string | Hole)[], ...pieces: readonly (string | Hole)[]): void {
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (typeof piece === "string" && typeof last === "string") parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
}
