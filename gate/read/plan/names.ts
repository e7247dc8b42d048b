import { isObject } from "../blocks";
import { evaluateSyntax, evaluateText, type Names } from "../expression/evaluator";
import { isAlwaysFilled } from "../expression/filled";
import { type Certainty, Hole, type Value } from "../expression/value";
import { holdsMarker } from "../literal";
import { parseTemplate } from "../template";
import type { Scope } from "./scope";
import { keyValue, LONGEST, type Meaning, type Standpoint } from "./standpoint";

/** Follows one reference, in steps. */
type Follow = (steps: readonly string[]) => Meaning | undefined;

/**
 * What the names in an expression of a module mean where the plan tells it. What is not known of a variable stays the
 * path into it, which is followed afterwards: `var.x[0]`.
 */
export function namesAt(scope: Scope, at: Standpoint, follow: Follow): Names {
  const open: string[] = [];
  const names: Names = {
    value(kind, name) {
      if (kind === "var") return valueOf(follow(["var", name]), `var.${name}`);
      const raw = scope.local(name);
      if (raw === undefined || open.includes(name) || open.length > LONGEST.chain) return undefined;
      open.push(name);
      const value = evaluateSyntax(raw, names);
      open.pop();
      return value;
    },
    made: (address) => made(address, scope),
    given: (name) => own(name, at, follow),
  };
  return names;
}

/** `count` and `each` of an instance. */
function own(name: string, at: Standpoint, follow: Follow): Value | undefined {
  const key = keyValue(at.key);
  if (key === undefined) return undefined;
  if (name === "count" && typeof key === "number") return new Map([["index", key]]);
  if (name !== "each") return undefined;
  const value = valueOf(follow(["each", "value"]), "each.value") ?? new Hole("each.value", true, "told");
  return new Map<string, Value>([
    ["key", key],
    ["value", value],
  ]);
}

function made(address: string, scope: Scope): Value | undefined {
  const keys = scope.instances(address);
  if (keys === undefined) return undefined;
  const [head = "", second = ""] = address.split(".");
  const instance = (key: string): Hole =>
    new Hole(`${address}${key}`, true, "told", head === "data" ? `data.${second}` : head);
  if (keys.has("")) return instance("");
  const found = [...keys].map((key) => [keyValue(key), instance(key)] as const);
  if (keys.size === 0) return scope.written.resources.get(address)?.forEach === undefined ? [] : new Map();
  if (found.every(([key]) => typeof key === "string"))
    return new Map(found.map(([key, each]) => [String(key), each] as const));
  const list = found.sort(([a], [b]) => Number(a) - Number(b));
  return list.every(([key], position) => key === position) ? list.map(([, each]) => each) : undefined;
}

function valueOf(meaning: Meaning | undefined, path: string): Value | undefined {
  return meaning?.exact === true ? toValue(meaning.value, path) : undefined;
}

function toValue(raw: unknown, path: string): Value {
  if (raw === null || typeof raw === "number" || typeof raw === "boolean") return raw;
  if (typeof raw === "string") {
    if (!holdsMarker(raw)) return raw;
    const parts = parseTemplate(raw);
    if (parts.some((part) => typeof part === "object")) return new Hole(path, true, certaintyOf(raw));
    return evaluateText(raw, { value: () => undefined }) ?? new Hole(path, true, "told");
  }
  if (Array.isArray(raw)) return raw.map((each, position) => toValue(each, `${path}[${position}]`));
  if (!isObject(raw)) return new Hole(path, true, "told");
  return new Map(
    Object.entries(raw).map(([name, each]) => [name, toValue(each, `${path}[${JSON.stringify(name)}]`)]),
  );
}

/** A text around a reference is never empty, nor is what AWS names a resource. */
function certaintyOf(raw: string): Certainty {
  const parts = parseTemplate(raw);
  if (parts.some((part) => typeof part === "string")) return "filled";
  const [only] = parts;
  const steps = typeof only === "object" ? (only.traversal ?? []) : [];
  const plain = steps.filter((step) => !step.startsWith("["));
  while (plain[0] === "module") plain.splice(0, 2);
  const [type = "", , attribute = "", ...deeper] = plain;
  return deeper.length === 0 && isAlwaysFilled(type, attribute) ? "filled" : "told";
}
