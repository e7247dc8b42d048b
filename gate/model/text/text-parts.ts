import type { Text } from "./text";

/** One text after the other. */
export function joinText(...texts: readonly Text[]): Text {
  const joined: Text[number][] = [];
  for (const text of texts)
    for (const part of text) {
      const last = joined.at(-1);
      if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
      else if (part !== "") joined.push(part);
    }
  return joined;
}

/** Two texts are the same value for certain when their keys are equal. */
export function textKey(text: Text): string {
  let key = "";
  for (const part of text) key += typeof part === "string" ? part : `\u0000${part.key}\u0000`;
  return key;
}

/** As a person would write it in a template: known runs, and references where something is not known. */
export function shownText(text: Text): string {
  return text.map((part) => (typeof part === "string" ? part : part.shown)).join("");
}

/** The whole text, where all of it is known. */
export function literalOf(text: Text): string | undefined {
  const [first, ...rest] = text;
  if (first === undefined) return "";
  return rest.length === 0 && typeof first === "string" ? first : undefined;
}

/** Is all of it known but the own partition, region and account? */
export function isSettled(text: Text): boolean {
  return text.every((part) => typeof part === "string" || part.kind !== "unknown");
}
