import { isObject } from "../blocks";
import type { Names } from "../expression/evaluator";
import { reduceSyntax } from "../expression/reduce";
import { holdsMarker, literalText } from "../literal";
import { UNKNOWN } from "../resource";
import { type Expression, parseTemplate } from "../template";
import { LONGEST } from "./standpoint";

/** Follows one reference: its value in Terraform's JSON syntax, or undefined where it cannot be told. */
export type Evaluate = (expression: Expression) => unknown;

/**
 * A value in Terraform's JSON syntax with its references made absolute, at any depth. What cannot be told stays as it
 * was written; `where` tells it apart from the same words in another module or instance.
 */
export function expand(raw: unknown, where: string, evaluate: Evaluate, names: Names): unknown {
  if (typeof raw === "string") {
    const reduced = reduce(raw, names);
    return typeof reduced === "string"
      ? expandText(reduced, where, evaluate)
      : expand(reduced, where, evaluate, names);
  }
  if (Array.isArray(raw)) return raw.map((each) => expand(each, where, evaluate, names));
  if (!isObject(raw)) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([name, each]) => [name, expand(each, where, evaluate, names)]),
  );
}

/** More than references and text. */
const EXPRESSION = /\$\{(?!\s*[\w.-]+\s*\})|%\{/;

/** Function calls and operators are evaluated where they can be: `jsonencode({ ... })` is a text with references. */
export function reduce(raw: unknown, names: Names): unknown {
  return typeof raw === "string" && EXPRESSION.test(raw) ? reduceSyntax(raw, names) : raw;
}

/** The expression that is all of a text. */
export function onlyExpression(raw: unknown): Expression | undefined {
  if (typeof raw !== "string" || !raw.startsWith("${")) return undefined;
  const [only, ...others] = parseTemplate(raw);
  return typeof only === "object" && others.length === 0 ? only : undefined;
}

function expandText(raw: string, where: string, evaluate: Evaluate): unknown {
  if (!holdsMarker(raw)) return raw;
  const only = onlyExpression(raw);
  if (only !== undefined) return evaluate(only) ?? opaque(only, where);
  let text = "";
  for (const part of parseTemplate(raw)) {
    const value = typeof part === "string" ? literalText(part) : evaluate(part);
    const isText = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    text += isText ? String(value) : opaque(part as Expression, where);
    if (text.length > LONGEST.text) return UNKNOWN;
  }
  return text;
}

function opaque({ shown, source }: Expression, where: string): string {
  return where === "" || !shown.startsWith("${") ? shown : `\${/* ${where} */ ${source}}`;
}
