import { toBoolean } from "./conversion";
import { unified } from "./unify";
import { isRefused, REFUSED, type Result, type Value } from "./value";

/** A conditional: the branch that the condition tells, of the type that both have. `other`: the branch left out. */
export function choose(
  condition: Value,
  chosen: (isYes: boolean) => Value,
  other: (isYes: boolean) => Value,
): Result {
  if (isRefused(condition) || condition === null) return REFUSED;
  const decided = toBoolean(condition);
  if (typeof decided !== "boolean") return undefined;
  const value = chosen(decided);
  if (isRefused(value)) return REFUSED;
  const left = other(!decided);
  return isRefused(left) ? value : unified(value, left);
}
