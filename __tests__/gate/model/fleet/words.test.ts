import { eachWord } from "../../../../gate/model/fleet/words";

test("words stand in texts, keys, numbers and flags, at any depth", () => {
  const found: string[] = [];
  const value = { "a b": ["c/d-e", { f: 12, g: true }], h: new Map([["i", null]]), j: Symbol("none") };
  eachWord(value, (word) => found.push(word));
  expect(found).toEqual(["a", "b", "c", "d-e", "f", "12", "g", "true", "h", "i", "j"]);
});
