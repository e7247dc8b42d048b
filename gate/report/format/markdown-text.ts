import { visible } from "../visible";

/**
 * A text as GitHub-flavoured Markdown shows it and nothing else: no emphasis, link, table cell, tag, math, mention or
 * issue number comes of it, whatever a resource is called. An empty comment keeps GitHub from seeing a mention in a
 * text whose characters it has decoded.
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[&<>\\`*_[\]{}()|~!^"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[@#$](?!\d+;)/g, (character) => `${character}<!-- -->`)
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, 3)}&#46;`);
}

/** The same in monospace. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/** A block of code that no line of it can end. */
export function markdownBlock(lines: readonly string[], language = ""): string {
  const shown = lines.map((line) => visible(line));
  const runs = shown.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return [fence + language, ...shown, fence].join("\n");
}
