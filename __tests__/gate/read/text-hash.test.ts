import { createHash } from "node:crypto";

import { hashOf } from "../../../gate/read/text-hash";

const MEBI = 1 << 20;

test.each([
  ["nothing", []],
  ["an empty text", [""]],
  ["texts one after the other", ["a", "\u00fc\u20ac", "c"]],
  ["a pair of surrogates that a chunk ends in", [`${"a".repeat(MEBI - 1)}\u{1f600}${"b".repeat(MEBI)}`]],
  ["a text of a whole chunk", ["\u20ac".repeat(MEBI)]],
])("the hash of %s is that of its UTF-8", (_, texts) => {
  expect(hashOf(texts)).toBe(createHash("sha256").update(texts.join("")).digest("hex"));
});
