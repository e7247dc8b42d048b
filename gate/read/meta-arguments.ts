import { isObject } from "./blocks";
import type { Attributes } from "./resource";

/** Does the resource exist? `no` for a literal count of 0 and an empty for_each, `unknown` where neither is a literal. */
export function existence(body: Attributes): "yes" | "no" | "unknown" {
  const count = body.count ?? undefined;
  if (count !== undefined) {
    const number = typeof count === "string" && /^\s*\d+\s*$/.test(count) ? Number(count) : count;
    if (typeof number !== "number") return "unknown";
    return number === 0 ? "no" : "yes";
  }
  const each = body.for_each ?? undefined;
  if (each === undefined) return "yes";
  if (Array.isArray(each)) return each.length === 0 ? "no" : "yes";
  if (isObject(each)) return Object.keys(each).length === 0 ? "no" : "yes";
  return "unknown";
}

/** Addresses of `depends_on`, which may be wrapped in `${}`; undefined where it is not a list of strings. */
export function dependsOn(body: Attributes): readonly string[] | undefined {
  const given = body.depends_on ?? [];
  if (!Array.isArray(given) || !given.every((item) => typeof item === "string")) return undefined;
  return given.map(unwrapped);
}

/** The provider configuration of a resource: the one that it names, or the default one of its type. */
export function providerOf(type: string, body: Attributes): string {
  if (typeof body.provider === "string") return unwrapped(body.provider);
  const end = type.indexOf("_");
  return end < 0 ? type : type.slice(0, end);
}

function unwrapped(reference: string): string {
  const trimmed = reference.trim();
  return trimmed.startsWith("${") && trimmed.endsWith("}") ? trimmed.slice(2, -1).trim() : trimmed;
}
