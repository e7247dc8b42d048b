import { isAlwaysFilled } from "./filled";
import { Hole, isList, isMap, REFUSED, type Result, toText, type Value, ValueSet } from "./value";

/** The attribute, member or item of a value by its name; `step` as it is written behind the value. */
export function member(of: Value, name: string, step: string): Result {
  if (of instanceof Hole) return memberOfHole(of, name, step);
  if (isMap(of)) return of.has(name) ? of.get(name) : REFUSED;
  if (of === null) return REFUSED;
  if (!isList(of)) return undefined;
  if (of instanceof ValueSet) return REFUSED;
  if (!/^\d+$/.test(name)) return undefined;
  const item = of[Number(name)];
  return item === undefined ? REFUSED : item;
}

/** The same by a key that is a value. */
export function pick(of: Value, key: Value, step: string): Result {
  const name = toText(key);
  if (name !== undefined) return member(of, name, of instanceof Hole ? written(key, step) : step);
  return key instanceof Hole && key.certainty === "refused" ? REFUSED : undefined;
}

/** A key is told as it is known, whatever it is written as. */
function written(key: Value, step: string): string {
  return step.startsWith("[") && (typeof key === "number" || typeof key === "string")
    ? `[${JSON.stringify(key).replace(/[$%](?=\{)/g, "$&$&")}]`
    : step;
}

/** One step behind an instance is an attribute that its schema has; what stands deeper may not be there. */
function memberOfHole(
  { source, isReference, certainty, instanceOf }: Hole,
  name: string,
  step: string,
): Result {
  if (certainty === "refused") return REFUSED;
  if (!isReference) return undefined;
  const reference = `${source}${step}`;
  if (instanceOf === undefined) return new Hole(reference, true);
  return new Hole(reference, true, isAlwaysFilled(instanceOf, name) ? "filled" : "told");
}
