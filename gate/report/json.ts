import type { Report } from "./report";
import { INVISIBLE } from "./visible";

/** The report as JSON, with a line end. The same report gives the same bytes; no character of it moves a terminal. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2).replace(INVISIBLE, escaped)}\n`;
}

function escaped(character: string): string {
  if (character === "\n") return character;
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}
