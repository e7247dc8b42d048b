import { isObject } from "../blocks";
import { holdsMarker } from "../literal";
import { parseTemplate } from "../template";

/**
 * Does a planned value differ from what the source says, both known? Plans hold what the provider makes of it: another
 * order, other letters, nothing for what says nothing, a policy in words of its own. Blocks are not compared.
 */
export function differsFromValue(planned: unknown, raw: unknown): boolean {
  const written = literal(raw);
  if (written === undefined || isNothing(planned) || isNothing(written)) return false;
  if (isObject(planned) || isObject(written)) return false;
  if (Array.isArray(planned) !== Array.isArray(written)) return false;
  if (Array.isArray(planned) && planned.some(isObject)) return false;
  return meaning(planned) !== meaning(written);
}

/** A value without templates; undefined where there is one. */
function literal(raw: unknown): unknown {
  if (typeof raw === "symbol") return undefined;
  if (!holdsMarker(raw)) return raw;
  if (Array.isArray(raw)) {
    const items = raw.map(literal);
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof raw !== "string") return undefined;
  const parts = parseTemplate(raw);
  return parts.every((part) => typeof part === "string") ? parts.join("") : undefined;
}

function isNothing(value: unknown): boolean {
  return (
    [undefined, null, "", 0, false].includes(value as null) || (Array.isArray(value) && value.length === 0)
  );
}

function meaning(value: unknown): string {
  if (Array.isArray(value)) return value.map(meaning).sort().join("\n");
  const text = String(value).trim();
  const document = text.startsWith("{") ? parsed(text) : undefined;
  return document === undefined ? text.toLowerCase().replace(/:\*$/, "") : canonical(unwrapped(document));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** IAM takes a list of one for its item, and an account for its root. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(unwrapped);
    return items.length === 1 ? items[0] : items.map(canonical).sort();
  }
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unwrapped(each)]));
  const account = typeof value === "string" && /^arn:[\w-]+:iam::(\d{12}):root$/.exec(value)?.[1];
  return account === false || account === undefined ? value : account;
}

/**
 * One text for values that Terraform takes for the same: `"30"` and 30, an object with null and without. JSON in a text
 * is compared by what it says.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) {
    const text = String(value).trim();
    const document = text.startsWith("{") ? parsed(text) : undefined;
    return document === undefined ? JSON.stringify(text) : `json(${canonical(document)})`;
  }
  const members = Object.entries(value)
    .filter(([, each]) => each !== null)
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`);
  return `{${members.sort().join(",")}}`;
}
