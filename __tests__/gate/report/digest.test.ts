import { digest } from "../../../gate/report/digest";

test("a digest does not depend on the order of keys, and on everything else", () => {
  expect(digest({ a: [1, { b: 2, c: 3 }] })).toBe(digest({ a: [1, { c: 3, b: 2 }] }));
  expect(digest({ a: [1, 2] })).not.toBe(digest({ a: [2, 1] }));
  expect(digest(null)).toMatch(/^[0-9a-f]{64}$/);
});
