import fc from "fast-check";

import { codeFrame } from "../../../gate/report/code-frame";

describe("carets", () => {
  test.each<[string, number, number, string, string]>([
    ["abcdef", 2, 4, "abcdef", "  ^^"],
    ["abc", 1, 1, "abc", " ^"],
    ["abc", 9, 12, "abc", "   ^"],
    ["a\u001bbc", 1, 3, "a\\u{1b}bc", " ^^^^^^^"],
  ])("under %j from %d to %d", (text, start, end, line, carets) => {
    expect(codeFrame({ text, start, end })).toEqual([line, carets]);
  });

  test("under a part of a long text, of which only the surroundings are shown", () => {
    const [line, carets] = codeFrame({
      text: `${"a".repeat(500)}WRONG${"b".repeat(500)}`,
      start: 500,
      end: 505,
    });
    expect(line).toBe(`...${"a".repeat(24)}WRONG${"b".repeat(39)}...`);
    expect(carets).toBe(`${" ".repeat(27)}^^^^^`);
  });

  test("under the whole of a long text, of which the end is shown: there stand the group and what follows it", () => {
    const text = `${"a".repeat(500)}:log-group:/net/flow`;
    const [line, carets] = codeFrame({ text, start: 0, end: text.length });
    expect(line).toBe(`${"a".repeat(24)}...${"a".repeat(21)}:log-group:/net/flow`);
    expect(carets).toBe("^".repeat(68));
  });

  test("always fit under their line", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: -3, max: 200 }),
        fc.integer({ min: -3, max: 200 }),
        (text, start, end) => {
          const [line, carets] = codeFrame({ text, start, end });
          expect(carets).toMatch(/^ *\^+$/);
          expect(carets.length).toBeLessThanOrEqual(line.length + 1);
        },
      ),
    );
  });
});
