import { visible } from "../visible";

/** A text as XML 1.0 may hold it, in an attribute or between tags: no character that XML forbids, none that ends either. */
export function xmlText(text: string): string {
  return visible(text).replace(/[&<>"'\ufffe\uffff]/g, (character) => ENTITIES.get(character) ?? "\ufffd");
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);
