import fc from "fast-check";

import { DEEPEST, flawOf, parseJson, position } from "../../../gate/read/json";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("JSON is read strictly", () => {
  test.each([
    ["a byte order mark", "\ufeff{}", "byte-order-mark", 0],
    ["half a surrogate pair as an escape", '{"a": "\\ud800"}', "half-surrogate", 7],
    ["the second half alone", '{"a": "\\udc00"}', "half-surrogate", 7],
    ["two first halves", '{"a": "\\ud800\\ud800\\udc00"}', "half-surrogate", 7],
    ["half a surrogate pair as it is", '{"a": "\ud800"}', "half-surrogate", 7],
    ["nothing closed", '{"a": [', "syntax", undefined],
    ["100,000 levels", nested(100_000), "too-deep", undefined],
    ["one level too many", nested(DEEPEST + 1), "too-deep", undefined],
  ])("%s is refused", (_, text, kind, offset) => {
    expect(parseJson(text)).toEqual({ fault: offset === undefined ? { kind } : { kind, offset } });
  });

  test.each([
    ["a pair of escapes", '{"a": "\\ud83d\\ude00"}', { a: "😀" }],
    ["an escaped backslash before u", '{"a": "\\\\ud800"}', { a: "\\ud800" }],
    ["a name that objects inherit", '{"constructor": {"toString": 1}}', { constructor: { toString: 1 } }],
  ])("%s is fine", (_, text, value) => {
    expect(parseJson(text)).toEqual({ value, duplicates: false });
  });

  test("__proto__ is a key like any other", () => {
    const json = parseJson('{"__proto__": {"a": 1}}');
    expect("value" in json && Object.keys(json.value as object)).toEqual(["__proto__"]);
    expect(json).toMatchObject({ duplicates: false });
  });

  test("the deepest allowed nesting is read", () => {
    expect(parseJson(nested(DEEPEST))).toMatchObject({ duplicates: false });
  });
});

describe("a key that stands twice", () => {
  test.each([
    ['{"a": 1, "a": 2}', true],
    ['{"a": {"b": 1, "c": [{"b": 1, "b": 1}]}}', true],
    ['{"__proto__": 1, "__proto__": 1}', true],
    ['{"a": 1, "\\u0061": 2}', true],
    ['{"a": {"b": 1}, "b": {"a": 1}}', false],
    ['{"a": "\\"b\\": 1", "c": "x:y", "d\\\\": ":"}', false],
    ["[]", false],
    ['"text"', false],
  ])("%s: %s", (text, twice) => {
    expect(flawOf(text, JSON.parse(text))).toBe(twice ? "duplicate" : undefined);
  });

  test("is never seen in what JSON.stringify writes, however it is spaced", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(flawOf(text, JSON.parse(text))).toBeUndefined();
      }),
    );
  });

  test("is always seen when a member is written twice", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (object) => {
        const [key = "", value] = Object.entries(object)[0] ?? [];
        const member = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
        const text = `${JSON.stringify(object).slice(0, -1)},${member}}`;
        expect(flawOf(text, JSON.parse(text))).toBe("duplicate");
      }),
    );
  });

  test("is not looked for deeper than is read, where the stack would end", () => {
    const text = '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000);
    expect(flawOf(text, JSON.parse(text))).toBe("too-deep");
  });
});

test.each([
  [0, 1, 1],
  [3, 1, 4],
  [4, 2, 1],
  [6, 3, 1],
])("offset %d is line %d, column %d", (offset, line, column) => {
  expect(position("abc\nd\nef", offset)).toEqual({ line, column });
});
