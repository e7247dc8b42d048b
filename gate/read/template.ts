/** One `${...}` of a template, not evaluated. */
export interface Expression {
  /** What stands inside the braces, trimmed. */
  readonly source: string;
  /** As written, `${` and `}` included. */
  readonly shown: string;
  /**
   * The steps of a reference: `aws_iam_role`, `x`, `arn`. An index is a step of its own: `[0]`, `["k"]`, `[*]`,
   * `[each.key]`. Undefined for anything else: a function call, a conditional, a directive, an unterminated `${`.
   */
  readonly traversal?: readonly string[];
}

/** A string is literal text, with `$${` and `%%{` already unescaped. */
export type TemplatePart = string | Expression;

/** Parses a string of Terraform's JSON syntax as Terraform does: a template. Empty text has no parts. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  if (!text.includes("${") && !text.includes("%{")) return text === "" ? [] : [text];
  const parts: TemplatePart[] = [];
  let literal = "";
  let from = 0;
  for (;;) {
    const open = nextMarker(text, from);
    if (open < 0) break;
    if (open > from && text[open - 1] === text[open]) {
      literal += text.slice(from, open - 1) + text.slice(open, open + 2);
      from = open + 2;
      continue;
    }
    literal += text.slice(from, open);
    if (literal !== "") parts.push(literal);
    literal = "";
    const end = endOfExpression(text, open + 2);
    parts.push(toExpression(text, open, end));
    from = Math.min(end + 1, text.length);
  }
  literal += text.slice(from);
  if (literal !== "") parts.push(literal);
  return parts;
}

/** Position of the next `${` or `%{`. */
function nextMarker(text: string, from: number): number {
  for (let brace = text.indexOf("{", from + 1); brace >= 0; brace = text.indexOf("{", brace + 1)) {
    const sign = text[brace - 1];
    if (sign === "$" || sign === "%") return brace - 1;
  }
  return -1;
}

/** Position of the `}` that closes an expression; the text's length when nothing closes it. */
function endOfExpression(text: string, from: number): number {
  const closers: ("}" | '"')[] = ["}"];
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    const quoted = closers.at(-1) === '"';
    if (char === closers.at(-1)) {
      closers.pop();
      if (closers.length === 0) return at;
    } else if (quoted && char === "\\") at++;
    else if (quoted && (char === "$" || char === "%") && text[at + 1] === "{") {
      if (text[at - 1] !== char) closers.push("}");
      at++;
    } else if (!quoted && char === "{") closers.push("}");
    else if (!quoted && char === '"') closers.push('"');
  }
  return text.length;
}

function toExpression(text: string, open: number, end: number): Expression {
  const shown = text.slice(open, end + 1);
  const source = text.slice(open + 2, end).trim();
  const traversal = text[open] === "$" && end < text.length ? parseTraversal(source) : undefined;
  return traversal === undefined ? { source, shown } : { source, shown, traversal };
}

/** What nearly every reference looks like. */
const PLAIN = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/;
const STEP =
  /\.?([\p{ID_Start}_][\p{ID_Continue}-]*)|\.(\d+|\*)|(\[[^[\]"]+\]|\["(?:[^"\\$%]|\\.|\$\$\{|%%\{|[$%](?!\{))*"\])/uy;

function parseTraversal(source: string): readonly string[] | undefined {
  if (PLAIN.test(source)) return source.split(".");
  const steps: string[] = [];
  for (STEP.lastIndex = 0; STEP.lastIndex < source.length;) {
    const start = STEP.lastIndex;
    const match = STEP.exec(source);
    if (match === null) return undefined;
    const [, name, legacyIndex, index] = match;
    const isFirst = steps.length === 0;
    if (isFirst !== (name !== undefined && source[start] !== ".")) return undefined;
    steps.push(name ?? (legacyIndex === undefined ? withoutSpaces(index ?? "") : `[${legacyIndex}]`));
  }
  return steps.length === 0 ? undefined : steps;
}

function withoutSpaces(index: string): string {
  return `[${index.slice(1, -1).trim()}]`;
}
