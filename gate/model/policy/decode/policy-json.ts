import { DEEPEST, flawOf } from "../../../read/json";
import type { Expression, TemplatePart } from "../../text/template";
import { Unreadable, quote } from "./unreadable";

/** A JSON text of which some strings have holes where references stand. */
export interface PolicyJson {
  readonly value: unknown;
  /** The pieces of a string of `value`, in order. */
  pieces(text: string): readonly TemplatePart[];
}

/** Halves of a surrogate pair, which well-formed text does not hold, around the position of the expression. */
const HOLE = /\uD800(\d+)\uD801/;

/** Parses the JSON text of a policy, with references inside its strings. Throws `Unreadable`. */
export function parsePolicyJson(parts: readonly TemplatePart[]): PolicyJson {
  const expressions = parts.filter((part) => typeof part === "object");
  let next = 0;
  const text = parts.map((part) => (typeof part === "string" ? part : `\uD800${next++}\uD801`)).join("");
  return {
    value: parse(text, expressions),
    pieces(string) {
      if (!string.includes("\uD800")) return string === "" ? [] : [string];
      const pieces = string
        .split(HOLE)
        .map((piece, at) => (at % 2 === 0 ? piece : expressions[Number(piece)]));
      return pieces.filter((piece): piece is TemplatePart => piece !== undefined && piece !== "");
    },
  };
}

function parse(text: string, expressions: readonly Expression[]): unknown {
  if (text.trim() === "") throw new Unreadable("not-json", "the text is empty");
  if (/\\u[dD][89a-fA-F]/.test(text)) {
    throw new Unreadable("not-json", "the text escapes a character beyond \\ud7ff, which no policy may hold");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const loose = outsideStrings(text);
    const shown = loose === undefined ? undefined : expressions[loose]?.shown;
    if (shown === undefined) throw new Unreadable("not-json", "the text is not JSON");
    throw new Unreadable("expression", `${quote(shown)} stands outside the strings of the JSON text`);
  }
  const flaw = flawOf(text, value);
  if (flaw === "too-deep")
    throw new Unreadable("not-json", `the text is nested deeper than ${DEEPEST} levels`);
  if (flaw === "duplicate") throw new Unreadable("not-json", "an object of the text holds a key twice");
  return value;
}

/** The first expression that stands outside a string. */
function outsideStrings(text: string): number | undefined {
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') inString = !inString;
    else if (char === "\\" && inString) at++;
    else if (char === "\uD800" && !inString) return parseInt(text.slice(at + 1), 10);
  }
  return undefined;
}
