import fc from "fast-check";
import { cover } from "../../../../gate/model/policy/coverage/coverage";
import { coverageOf, told, VARIABLE } from "./covered";
import { GROUP } from "./world";

const HEAD = "arn:aws:logs:eu-west-1:111122223333";

describe("several log groups", () => {
  const two = { groups: [[GROUP], [`${HEAD}:log-group:/second`]] };

  test("a resource is own that is own to any of them", () => {
    expect(told([`${HEAD}:log-group:/second:*`], two)).toBe("every yes own group");
    expect(told([`${HEAD}:log-group:/second:log-stream:eni-1`], two)).toBe("some no own one-stream");
  });

  test("another group may be the one that is not known", () => {
    expect(told([`${HEAD}:log-group:/third:*`], { ...two, complete: false })).toBe(
      "unknown unknown unknown group",
    );
    expect(told([`${GROUP}:*`], { ...two, complete: false })).toBe("every yes own group");
  });

  test("without any, every group is another", () => {
    expect(told([`${GROUP}:*`], { groups: [] })).toBe("none no other group");
  });
});

test("NotResource is told like Resource, statement by statement", () => {
  const document = {
    patterns: [
      { resources: [], notResources: [[`${GROUP}:*`]] },
      { resources: [["*"], [GROUP]], notResources: [] },
    ],
  };
  const { statements } = cover(document, { groups: [[GROUP]], complete: true, streamPrefix: "" });
  expect(statements.map((one) => [one.resources.length, one.not_resources.map(({ form }) => form)])).toEqual([
    [0, ["group"]],
    [2, []],
  ]);
});

const pieces = fc.constantFrom("arn", ":", "aws", "logs", "*", "log-group:", "a", "log-stream:", "eni-", "?");
const groups = fc.constantFrom<string>("arn:aws:logs:r:1:log-group:a", "arn:aws:logs:r:1:log-group:aa");
const shaped = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((list) => list.join("")),
  fc
    .tuple(
      ...["aws", "logs", "r", "1"].map((part) => fc.constantFrom(part, "*", "x")),
      fc.array(pieces, { maxLength: 5 }),
    )
    .map(
      (parts) => `arn:${parts.slice(0, 4).join(":")}:log-group:${(parts[4] as unknown as string[]).join("")}`,
    ),
);

function regexOf(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
}

test("what is covered for certain is matched by the pattern, whatever the stream", () => {
  fc.assert(
    fc.property(shaped, groups, fc.stringMatching(/^[a-z0-9]{1,20}$/), (pattern, group, stream) => {
      const { streams, group: itself } = coverageOf([pattern], { groups: [[group]] });
      const matched = regexOf(pattern).test(`${group}:log-stream:eni-${stream}`);
      if (streams === "every") expect(matched).toBe(true);
      if (itself === "yes")
        expect(regexOf(pattern).test(group) || regexOf(pattern).test(`${group}:*`)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("a part that is not known never turns into a certain fact that its value contradicts", () => {
  const value = fc.constantFrom("a", "aa", "r", "1", "*", "a:*", "log-group:a", "eni-*", "");
  fc.assert(
    fc.property(shaped, fc.nat(40), value, groups, (pattern, at, hidden, group) => {
      const cut = Math.min(at, pattern.length);
      const [head, tail] = [pattern.slice(0, cut), pattern.slice(cut)];
      const partly = [head, VARIABLE, tail].filter((part) => part !== "");
      const [before, after] = [partly, [head + hidden + tail]].map((text) =>
        coverageOf(text, { groups: [[group]] }),
      );
      expect([after?.streams, "unknown"]).toContain(before?.streams);
      expect([after?.group, "unknown"]).toContain(before?.group);
    }),
    { numRuns: 2000 },
  );
});
