import { toBoolean, toNumber } from "./conversion";
import { isFilled, isKnown, isList, isMap, isRefused, REFUSED, type Result, type Value } from "./value";

/** `!x`. */
export function not(value: Value): Result {
  if (isRefused(value) || value === null) return REFUSED;
  const condition = toBoolean(value);
  return typeof condition === "boolean" ? !condition : undefined;
}

/** `-x`. */
export function negated(value: Value): Result {
  if (isRefused(value) || value === null) return REFUSED;
  const number = toNumber(value);
  return typeof number === "number" ? exact(-number) : undefined;
}

/** What two values come to; undefined where it is not to be told. */
export function binary(operator: string, left: Value, right: Value): Result {
  if (isRefused(left)) return REFUSED;
  if (operator === "&&" || operator === "||") return logical(operator === "||", left, right);
  if (isRefused(right)) return REFUSED;
  if (operator === "==" || operator === "!=") {
    const same = isSame(left, right);
    return same === undefined ? undefined : same === (operator === "==");
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a === null || b === null) return REFUSED;
  return a === undefined || b === undefined ? undefined : ARITHMETIC.get(operator)?.(a, b);
}

/**
 * Whether lists and objects are equal hangs on types that values do not show; none is null. That a text is not null
 * Terraform knows before it knows the text.
 */
function isSame(left: Value, right: Value): boolean | undefined {
  if (left === null || right === null) {
    const other = left === null ? right : left;
    return isContainer(other) || isFilled(other) ? false : isKnown(other) ? other === null : undefined;
  }
  if (!isKnown(left) || !isKnown(right) || isContainer(left) || isContainer(right)) return undefined;
  return left === right;
}

function isContainer(value: Value): boolean {
  return isList(value) || isMap(value);
}

/**
 * `decisive` on either side settles it. Before 1.12 Terraform looks at the right side even then, and refuses what is
 * wrong there.
 */
function logical(decisive: boolean, left: Value, right: Value): Result {
  if (left === null || right === null) return REFUSED;
  const [a, b] = [toBoolean(left), toBoolean(right)];
  if (isRefused(right)) return a === decisive ? undefined : REFUSED;
  if (a === decisive || b === decisive) return decisive;
  return a === !decisive && b === !decisive ? !decisive : undefined;
}

/** Terraform counts in decimals, and in more digits. */
function exact(value: number): number | undefined {
  return Math.abs(value) < 2 ** 40 && Number.isInteger(value * 1024) ? value + 0 : undefined;
}

function arithmetic(count: (a: number, b: number) => number): (a: number, b: number) => Result {
  return (a, b) => {
    if (exact(a) === undefined || exact(b) === undefined) return undefined;
    return exact(count(a, b));
  };
}

const ARITHMETIC: ReadonlyMap<string, (a: number, b: number) => Result> = new Map<
  string,
  (a: number, b: number) => Result
>([
  ["<", (a, b) => a < b],
  [">", (a, b) => a > b],
  ["<=", (a, b) => a <= b],
  [">=", (a, b) => a >= b],
  ["+", arithmetic((a, b) => a + b)],
  ["-", arithmetic((a, b) => a - b)],
  ["*", arithmetic((a, b) => a * b)],
  ["/", (a, b) => (b === 0 ? REFUSED : arithmetic((x, y) => x / y)(a, b))],
  ["%", (a, b) => (b === 0 ? REFUSED : arithmetic((x, y) => x % y)(a, b))],
]);
