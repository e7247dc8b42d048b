import { UNKNOWN } from "../resource";
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

/** The model looks at `dynamic` itself for these, and keeps what stands beside it. */
const READ_BY_MODEL = new Set(["inline_policy"]);

/** Blocks that `dynamic` makes, at any depth, stand beside it as not known. */
export function markDynamic(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  if (Array.isArray(raw)) {
    const items = raw.map(markDynamic);
    return items.every((item, at) => item === raw[at]) ? raw : items;
  }
  const before = Object.entries(raw);
  const after = before.map(
    ([name, member]) => [name, name === "dynamic" ? member : markDynamic(member)] as const,
  );
  const made = Object.hasOwn(raw, "dynamic") ? dynamicLabels((raw as { dynamic: unknown }).dynamic) : [];
  if (made.length === 0 && after.every(([, member], at) => member === before[at]?.[1])) return raw;
  return Object.fromEntries([...after, ...made.map((label) => [label, UNKNOWN] as const)]);
}

/** `dynamic` is a block only where what it holds has `content`. */
function dynamicLabels(raw: unknown): string[] {
  const objects = (Array.isArray(raw) ? (raw as unknown[]) : [raw]).filter(isObject);
  return objects.flatMap((object) =>
    Object.entries(object).flatMap(([label, given]) =>
      !READ_BY_MODEL.has(label) &&
      (Array.isArray(given) ? given : [given]).some(
        (block) => isObject(block) && Object.hasOwn(block, "content"),
      )
        ? [label]
        : [],
    ),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
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
