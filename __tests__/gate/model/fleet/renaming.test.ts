import { type Place, PLACES } from "../../../../gate/model/fleet/places";
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

const ROLE_OF = PLACES.get("aws_flow_log")?.get("iam_role_arn");
const POLICY = PLACES.get("aws_iam_role_policy")?.get("policy");
const GROUP = "arn:aws:logs:eu-west-1:123456789012:log-group";

test.each<[string, Place | undefined, string, string, boolean]>([
  ["the role of a flow log", ROLE_OF, "${aws_iam_role.a.arn}", "${aws_iam_role.b.arn}", true],
  ["another attribute of it", ROLE_OF, "${aws_iam_role.a.arn}", "${aws_iam_role.a.xyz}", false],
  ["whatever a tag of it holds", ROLE_OF, "${aws_iam_role.a.tags.x}", "${aws_iam_role.b.tags.x}", false],
  ["another resource than a role", ROLE_OF, "${aws_vpc.a.arn}", "${aws_vpc.b.arn}", false],
  ["a role by its literal ARN", ROLE_OF, "arn:aws:iam::1:role/a", "arn:aws:iam::1:role/b", false],
  [
    "a log group in a policy",
    POLICY,
    '"${aws_cloudwatch_log_group.a.arn}:*"',
    '"${aws_cloudwatch_log_group.b.arn}:*"',
    true,
  ],
  ["its name in the ARN", POLICY, `"${GROUP}:/x/a:*"`, `"${GROUP}:/x/b:*"`, true],
  [
    "a reference to its name there",
    POLICY,
    `"${GROUP}:\${aws_cloudwatch_log_group.a.name}"`,
    `"${GROUP}:\${aws_cloudwatch_log_group.b.name}"`,
    true,
  ],
  [
    "a reference to its name in the account",
    POLICY,
    '"arn:aws:logs:r:${aws_cloudwatch_log_group.a.name}"',
    '"arn:aws:logs:r:${aws_cloudwatch_log_group.b.name}"',
    false,
  ],
  [
    "what stands behind a log group",
    POLICY,
    '"${aws_cloudwatch_log_group.x.arn}:a"',
    '"${aws_cloudwatch_log_group.x.arn}:b"',
    false,
  ],
  ["a log stream", POLICY, `"${GROUP}:/x:log-stream:a"`, `"${GROUP}:/x:log-stream:b"`, false],
  ["an ARN behind the name", POLICY, `"${GROUP}:/x/arn:a"`, `"${GROUP}:/x/arn:b"`, false],
  ["the effect of a statement", POLICY, '"${aws_iam_role.a.name}"', '"${aws_iam_role.b.name}"', false],
  ["a text that has no place", undefined, "x", "y", false],
])("may differ or not: %s", (_, place, one, other, may) => {
  expect(
    followed([[one.replaceAll(/\b[ab]\b/g, "n-$&"), other.replaceAll(/\b[ab]\b/g, "n-$&")]], place) !==
      undefined,
  ).toBe(may);
});

test("a text beyond what the resolver follows is not compared", () => {
  const long = "x/".repeat(10_000);
  expect(followed([[`${long}a`, `${long}b`]], ANYWHERE)).toBeUndefined();
});

test.each(["123456789012", "1e21", "true", "log-group", "x-arn", "eni-a", "a".repeat(300)])(
  "%s is no name",
  (word) => {
    expect(followed([["name", word]], ANYWHERE)).toBeUndefined();
  },
);
