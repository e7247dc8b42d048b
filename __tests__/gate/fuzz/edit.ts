import fc from "fast-check";

/** One change at a place of a document that `at` chooses. */
export interface Edit {
  readonly at: number;
  readonly how: "delete" | "replace" | "rename" | "copy";
  readonly value: unknown;
  readonly name: string;
}

const HOSTILE_NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  "a.b",
  "0",
  "\u001b[2J",
  "\u202e",
];

const ODD_VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1e308,
    "",
    "x",
    " ",
    [],
    {},
    [[]],
    [null],
    [{}],
    { "": "" },
    "*",
    "${",
    "%{if true}",
    "${}",
  ],
  ...[
    "${var.x}",
    "${local.x}",
    "${aws_iam_role.missing.arn}",
    "${jsonencode({})}",
    "$${x}",
    "${a.b[count.index].c}",
  ],
  ...[
    "{",
    "[]",
    '{"Statement":[]}',
    '{"Statement":{"Effect":"Allow"}}',
    "arn:aws:logs:::",
    "\u0000",
    "\u001b]0;x\u0007",
    "\u202e",
  ],
];

export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("delete", "replace", "replace", "rename", "copy"),
  value: fc.oneof(fc.constantFrom(...ODD_VALUES), fc.jsonValue({ maxDepth: 3 })),
  name: fc.constantFrom(...HOSTILE_NAMES),
});

/** The document with the edits made, one after the other. */
export function edited(root: unknown, edits: readonly Edit[]): unknown {
  const copy: unknown = structuredClone(root);
  for (const { at, how, value, name } of edits) {
    const places = [...placesIn(copy)];
    const place = places[at % places.length];
    if (place === undefined) return copy;
    const [above, key] = place;
    const member = above[key];
    if (how === "delete" || how === "rename") Reflect.deleteProperty(above, key);
    if (how === "replace") define(above, key, value);
    if (how === "rename" || how === "copy") define(above, name, structuredClone(member));
  }
  return copy;
}

/** `object.__proto__ = value` would define nothing. */
export function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
}

function* placesIn(value: unknown): Generator<[Record<string, unknown>, string]> {
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    yield [value as Record<string, unknown>, key];
    yield* placesIn((value as Record<string, unknown>)[key]);
  }
}
