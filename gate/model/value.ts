import type { FlagValue, NumberValue, TextValue } from "./model";
import type { Resolver } from "./reference/resolver";
import { literalOf } from "./text/text-parts";
import type { Place } from "./reference/trace";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An argument of type string as Terraform reads it: null is absent, numbers and booleans are converted. */
export function readText(resolver: Resolver, raw: unknown, place: Place): TextValue {
  if (raw === undefined || raw === null) return { state: "absent" };
  if (typeof raw === "symbol") return { state: "unknown", given: "" };
  if (typeof raw === "number" || typeof raw === "boolean") return { state: "known", value: String(raw) };
  if (typeof raw !== "string") return { state: "wrong-type", given: JSON.stringify(raw) };
  const value = literalOf(resolver.text(raw, place));
  return value === undefined ? { state: "unknown", given: raw } : { state: "known", value };
}

/** An argument of type number as Terraform reads it: text that is a number is converted. */
export function readNumber(resolver: Resolver, raw: unknown, place: Place): NumberValue {
  if (typeof raw === "number") return { state: "known", value: raw };
  if (typeof raw === "boolean") return { state: "wrong-type", given: String(raw) };
  const { state, value, given } = readText(resolver, raw, place);
  if (state === "known" && value !== undefined)
    return NUMBER.test(value) ? { state, value: Number(value) } : { state: "wrong-type", given: value };
  return given === undefined ? { state } : { state, given };
}

/** An argument of type bool as Terraform reads it: `"true"` and `"1"` are true, `"false"` and `"0"` are false. */
export function readFlag(resolver: Resolver, raw: unknown, place: Place): FlagValue {
  if (typeof raw === "boolean") return { state: "known", value: raw };
  if (typeof raw === "number") return { state: "wrong-type", given: String(raw) };
  const { state, value, given } = readText(resolver, raw, place);
  if (state !== "known" || value === undefined) return given === undefined ? { state } : { state, given };
  const flag = FLAGS.get(value);
  return flag === undefined ? { state: "wrong-type", given: value } : { state, value: flag };
}

const FLAGS = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);
