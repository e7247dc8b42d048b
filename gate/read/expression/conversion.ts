import type { Value } from "./value";

/** Terraform's conversion to number; undefined where there is none, or it is not told here. */
export function toNumber(value: Value): number | null | undefined {
  if (value === null || typeof value === "number") return value;
  return typeof value === "string" && /^-?\d{1,15}(\.\d+)?$/.test(value) && value.length < 17
    ? Number(value)
    : undefined;
}

/** Terraform's conversion to bool; undefined where there is none. */
export function toBoolean(value: Value): boolean | null | undefined {
  if (value === null || typeof value === "boolean") return value;
  if (value === "true" || value === "1") return true;
  return value === "false" || value === "0" ? false : undefined;
}
