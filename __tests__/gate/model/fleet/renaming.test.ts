import type { Place } from "../../../../gate/model/fleet/places";
import { Renaming } from "../../../../gate/model/fleet/renaming";

const ANYWHERE: Place = { mayDiffer: () => true, isIdentity: false };

function followed(pairs: readonly (readonly [string, string])[], place?: Place): Renaming | undefined {
  const renaming = new Renaming();
  return pairs.every(([one, other]) => renaming.follow(one, other, place)) ? renaming : undefined;
}

test("words are whole: what differs in one letter is another word", () => {
  expect(followed([["/a/flow-1:x", "/a/flow-10:x"]], ANYWHERE)).toMatchObject({
    from: ["flow-1"],
    to: ["flow-10"],
    times: [1],
  });
});

test("each word is counted as often as it stands there", () => {
  expect(
    followed(
      [
        ["a-b/a-b a-b", "c/c c"],
        ["a-b", "c"],
      ],
      ANYWHERE,
    ),
  ).toMatchObject({ from: ["a-b"], times: [4] });
});

test.each([
  ["a word becomes two", [["a a", "b c"]]],
  ["two words become one", [["a b", "c c"]]],
  ["a sign differs", [["a/b", "a:b"]]],
  ["a text goes on", [["a", "a:"]]],
  ["a text goes on behind a word that differs", [["a", "b:"]]],
  ["a word is missing", [["a/b", "a/"]]],
  ["a letter is none of ASCII", [["caf\u00e9", "caf\u00e8"]]],
] as const)("not the same but for words: %s", (_, pairs) => {
  expect(followed(pairs, ANYWHERE)).toBeUndefined();
});

test.each([
  ["the name of a resource", "${aws_iam_role.a.arn}", "${aws_iam_role.b.arn}", true],
  ["its type", "${aws_iam_role.a.arn}", "${aws_iam_rule.a.arn}", false],
  ["its attribute", "${aws_iam_role.a.arn}", "${aws_iam_role.a.xyz}", false],
  ["the name of a data source", "${data.aws_region.a.id}", "${data.aws_region.b.id}", false],
  ["text behind a reference", "${aws_iam_role.a.arn}:x", "${aws_iam_role.a.arn}:y", false],
  ["text without any", "x", "y", false],
])("where no name stands, %s may differ only in a reference", (_, one, other, may) => {
  expect(followed([[one, other]]) !== undefined).toBe(may);
});
