import { evaluateText, type Names } from "./evaluator";
import { toSyntax } from "./value";

/**
 * A value in Terraform's JSON syntax with every expression evaluated that can be; what needs no evaluation is kept as
 * it is, and shared. Total; never throws.
 */
export function reduceSyntax(raw: unknown, names: Names): unknown {
  if (typeof raw === "string") return reduceText(raw, names);
  if (typeof raw !== "object" || raw === null) return raw;
  if (Array.isArray(raw)) {
    const items = raw.map((item: unknown) => reduceSyntax(item, names));
    return items.every((item, at) => item === raw[at]) ? raw : items;
  }
  const before = Object.entries(raw);
  const after = before.map(
    ([name, member]) => [reduceName(name, names), reduceSyntax(member, names)] as const,
  );
  return after.every(([name, member], at) => name === before[at]?.[0] && member === before[at][1])
    ? raw
    : Object.fromEntries(after);
}

function reduceText(text: string, names: Names): unknown {
  const value = evaluateText(text, names);
  if (value !== undefined) return toSyntax(value);
  // What a directive leaves in or out, or strips, is not known: nothing of the text is.
  return /%\{|\$\{~|~\}/.test(text) ? `\${${JSON.stringify(text)}}` : text;
}

function reduceName(name: string, names: Names): string {
  const value = name.includes("${") ? evaluateText(name, names) : name;
  const syntax = value === undefined ? name : toSyntax(value);
  return typeof syntax === "string" ? syntax : name;
}
