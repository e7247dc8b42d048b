import { nearest } from "../nearest";

/** What is wrong with a value, and where in its document. */
export interface Complaint {
  /** Keys and indices that lead to it. */
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

/** A key that nothing reads. `what` names the kind of key, one and several of them. */
export function unknownKey(
  at: readonly (string | number)[],
  [one, several]: readonly [string, string],
  known: readonly string[],
): Complaint {
  const key = String(at.at(-1));
  const meant = nearest(key, known);
  const fix =
    meant === undefined ? `take it out: ${several} here are ${known.join(", ")}` : `write "${meant}"`;
  return { at, message: `there is no ${one} "${written(at)}"`, fix };
}

/** A value of the wrong kind; `meant` is the right one where it can be told. */
export function wrongValue(
  at: readonly (string | number)[],
  value: unknown,
  expected: string,
  meant?: string,
): Complaint {
  const fix = meant === undefined ? "correct it, or take it out" : `write "${meant}"`;
  return { at, message: `${written(at)} is ${shown(value)}, where ${expected} is expected`, fix };
}

/** A name that nothing has. */
export function unknownName(
  at: readonly (string | number)[],
  kind: string,
  name: string,
  known: Iterable<string>,
  otherwise: string,
): Complaint {
  const meant = nearest(name, known);
  return {
    at,
    message: `there is no ${kind} ${shown(name)}`,
    fix: meant === undefined ? otherwise : `write "${meant}"`,
  };
}

/** `waivers[0].rule`. */
export function written(at: readonly (string | number)[]): string {
  return at
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join("");
}

/** A value as its JSON, cut where it grows long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
