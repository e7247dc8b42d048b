import type { Resource } from "../../read/resource";
import { joinSteps } from "../../read/address";
import type { InputIndex } from "./input-index";
import { type Expression, parseTemplate } from "../text/template";

/** Where an expression stands: what its names mean depends on it. */
export interface Place {
  readonly source: number;
  /** The instance of a counted resource, `[0]` or `["k"]`; "" where there is none. */
  readonly instance: string;
}

/** What one reference leads to: a value in Terraform's JSON syntax, an attribute of a resource, or both. */
export interface Origin {
  /** The value behind it; undefined where it is computed by the provider. */
  readonly raw?: unknown;
  /** Where the names in `raw` are looked up. */
  readonly place: Place;
  readonly resource?: Resource;
  /** The attribute of `resource`; "" for the resource as a whole. */
  readonly attribute: string;
}

/** References in a row that are followed before they count as a circle. */
const LONGEST_CHAIN = 100;

/** Follows one reference by one step. Undefined: it names nothing that the input holds. */
export function trace(index: InputIndex, expression: Expression, place: Place): Origin | undefined {
  const steps = expression.traversal;
  const [head, second = "", third = ""] = steps ?? [];
  if (steps === undefined || head === undefined) return undefined;
  if (head === "local")
    return traceValue(index.sources[place.source]?.locals.get(second), steps.slice(2), place.source);
  if (head === "data" && second === "terraform_remote_state") {
    const source = steps[3] === "outputs" ? index.remoteSource(third, place.source) : undefined;
    if (source === undefined) return undefined;
    return traceValue(index.sources[source]?.outputs.get(steps[4] ?? ""), steps.slice(5), source);
  }
  const skipped = endOfAddress(steps);
  const address = joinSteps(steps.slice(0, skipped));
  const key = steps[skipped] ?? "";
  const instance = key.startsWith("[") ? index.resource(place.source, address + key) : undefined;
  if (instance !== undefined) return traceAttribute(instance, steps.slice(skipped + 1), place);
  const resource = index.resource(place.source, address);
  return resource === undefined ? undefined : traceAttribute(resource, steps.slice(skipped), place);
}

/** How many steps name the resource, with the modules that it stands in: a plan's references are absolute. */
function endOfAddress(steps: readonly string[]): number {
  let at = 0;
  while (steps[at] === "module") at += steps[at + 2]?.startsWith("[") === true ? 3 : 2;
  return at + (steps[at] === "data" ? 3 : 2);
}

/** Follows whole-value references until they end in a resource's own identity or in something else. */
export function identify(index: InputIndex, raw: unknown, place: Place): Origin | undefined {
  let value = raw;
  let at = place;
  for (let hop = 0; hop < LONGEST_CHAIN; hop++) {
    const expression = wholeReference(value);
    if (expression === undefined) return undefined;
    const origin = trace(index, expression, at);
    if (origin === undefined) return undefined;
    const ends =
      origin.resource !== undefined &&
      (isIdentity(origin.attribute) || wholeReference(origin.raw) === undefined);
    if (ends) return origin;
    value = origin.raw;
    at = origin.place;
  }
  return undefined;
}

/** The expression, when the whole text is one. */
export function wholeReference(raw: unknown): Expression | undefined {
  if (typeof raw !== "string" || !raw.startsWith("${")) return undefined;
  const [part, ...rest] = parseTemplate(raw);
  return typeof part === "object" && rest.length === 0 ? part : undefined;
}

function isIdentity(attribute: string): boolean {
  return attribute === "id" || attribute === "arn" || attribute === "name";
}

function traceValue(raw: unknown, path: readonly string[], source: number): Origin | undefined {
  const value = descend(raw, path);
  return value === undefined ? undefined : { raw: value, place: { source, instance: "" }, attribute: "" };
}

function traceAttribute(resource: Resource, path: readonly string[], from: Place): Origin {
  const isIndexed = path[0]?.startsWith("[") ?? false;
  const instance = isIndexed ? instanceOf(path[0] ?? "", from) : "";
  const [attribute = "", ...rest] = isIndexed ? path.slice(1) : path;
  const place = { source: resource.source, instance };
  const raw = descend(resource.attributes, [attribute, ...rest]);
  return raw === undefined ? { place, resource, attribute } : { raw, place, resource, attribute };
}

function instanceOf(index: string, from: Place): string {
  return (index === "[count.index]" || index === "[each.key]") && from.instance !== ""
    ? from.instance
    : index;
}

function descend(raw: unknown, path: readonly string[]): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    const key = /^\[\d+\]$/.test(step) ? step.slice(1, -1) : step.replace(/^\["(.*)"\]$/, "$1");
    if (!Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value ?? undefined;
}
