import { cutList, firstOf } from "../../gate/cut-list";

test("a list that is cut says how many there are more", () => {
  expect(cutList(["a", "b", "c", "d"], 2)).toEqual(["a", "b", "2 more"]);
});

test("one more is named, which is as short as to count it", () => {
  expect(cutList(["a", "b", "c"], 2)).toEqual(["a", "b", "c"]);
  expect(firstOf([1, 2], 1)).toEqual([1, 2]);
});

test("a short list is left as it is", () => {
  expect(cutList(["a"], 2)).toEqual(["a"]);
  expect(firstOf([], 2)).toEqual([]);
});
