import fc from "fast-check";

import { nearest } from "../../gate/nearest";

const WORDS = ["resource", "data", "warning", "error", "retention-unset", "retention-too-short"];

test.each<[string, string | undefined]>([
  ["resources", "resource"],
  ["RESOURCE", "resource"],
  ["date", "data"],
  ["warn", "warning"],
  ["eror", "error"],
  ["retention-unst", "retention-unset"],
  ["retention-to-shrt", "retention-too-short"],
  ["zzzzzz", undefined],
  ["", undefined],
])("%j most likely means %s", (word, meant) => {
  expect(nearest(word, WORDS)).toBe(meant);
});

test("a word is nearest to itself", () => {
  fc.assert(
    fc.property(fc.constantFrom(...WORDS), (word) => {
      expect(nearest(word, WORDS)).toBe(word);
    }),
  );
});

test("a text of any length is compared in no time, and means nothing", () => {
  expect(nearest("x".repeat(1_000_000), WORDS)).toBeUndefined();
});
