import { toNumber } from "./conversion";
import { evaluateSyntax, type Names } from "./evaluator";
import { Hole, isList, isMap, type Value } from "./value";

/** How often a block is made, in Terraform's JSON syntax. */
export interface Repetition {
  readonly count?: unknown;
  readonly for_each?: unknown;
}

/** Instances beyond which they are not told apart. */
const MOST = 1000;

/**
 * What the address of a block means in an expression: one instance, with `count` the list of them, with `for_each` those
 * by key. Undefined where it is not known how many there are.
 */
export function instancesOf(
  address: string,
  { count, for_each: forEach }: Repetition,
  names: Names,
): Value | undefined {
  const type = typeOf(address);
  const instance = (key: string): Hole => new Hole(`${address}${key}`, true, "told", type);
  if (count !== undefined && count !== null) {
    const number = toNumber(evaluateSyntax(count, names) ?? null);
    if (typeof number !== "number" || number > MOST) return undefined;
    return Array.from({ length: number }, (_, at) => instance(`[${at}]`));
  }
  if (forEach === undefined || forEach === null) return instance("");
  const keys = keysOf(evaluateSyntax(forEach, names));
  if (keys === undefined || keys.length > MOST) return undefined;
  return new Map(keys.map((key) => [key, instance(`[${quoted(key)}]`)]));
}

/** The keys that a `for_each` gives: names of members, or texts of a set. */
export function keysOf(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (isMap(value)) return [...value.keys()];
  return isList(value) && value.every((item) => typeof item === "string") ? value : undefined;
}

function quoted(key: string): string {
  return JSON.stringify(key).replace(/[$%](?=\{)/g, "$&$&");
}

function typeOf(address: string): string {
  const [head = "", second = ""] = address.split(".");
  return head === "data" ? `data.${second}` : head;
}
