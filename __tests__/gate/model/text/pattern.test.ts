import fc from "fast-check";
import type { Ternary } from "../../../../gate/model/text/pattern";
import { hasWildcard, matches, overlaps } from "../../../../gate/model/text/pattern";
import type { Atom, Text } from "../../../../gate/model/text/text";

const unknown: Atom = { key: "var.x", kind: "unknown", shown: "${var.x}" };
const account: Atom = {
  key: "own account",
  kind: "account",
  shown: "${data.aws_caller_identity.me.account_id}",
};
const region: Atom = { key: "own region", kind: "region", shown: "${data.aws_region.here.region}" };

describe("a pattern matches", () => {
  test.each<[string, Text, Text, Ternary]>([
    ["the same text", ["logs:a"], ["logs:a"], "yes"],
    ["no text of another case", ["arn:A"], ["arn:a"], "no"],
    ["any run by a star", ["log-*:x"], ["log-group:x"], "yes"],
    ["an empty run by a star", ["log*"], ["log"], "yes"],
    ["one character by a question mark", ["eu-west-?"], ["eu-west-1"], "yes"],
    ["not two characters by one question mark", ["eu-?"], ["eu-12"], "no"],
    ["a star in the subject only as a character", ["a:b"], ["a:*"], "no"],
    ["the empty text by stars alone", ["**"], [], "yes"],
    ["no text by an empty pattern", [], ["a"], "no"],
    ["an atom by itself", ["arn:", region, ":x"], ["arn:", region, ":x"], "yes"],
    ["an atom by a star", ["arn:*:x"], ["arn:", region, ":x"], "yes"],
    ["perhaps a literal region where the own one is not known", ["eu-west-1"], [region], "unknown"],
    ["no account by a region's name", ["eu-west-1"], [account], "no"],
    ["perhaps another account's number", ["123456789012"], [account], "unknown"],
    ["no account by eleven digits", ["12345678901"], [account], "no"],
    ["every account by twelve question marks", ["????????????"], [account], "yes"],
    ["perhaps anything by an atom", [unknown], ["whatever"], "unknown"],
    ["nothing where the known parts differ", ["a", unknown], ["b"], "no"],
    ["perhaps a text in which an atom leaves room", ["a", unknown, "c"], ["a", region, "c"], "unknown"],
  ])("%s", (_, pattern, subject, expected) => {
    expect(matches(pattern, subject)).toBe(expected);
  });
});

describe("two patterns overlap", () => {
  test.each<[string, Text, Text, Ternary]>([
    ["where one starts and the other ends", ["a*"], ["*b"], "yes"],
    ["not where their heads differ", ["a*"], ["b*"], "no"],
    ["not where their lengths cannot agree", ["???"], ["????"], "no"],
    ["on the same atom", [unknown, "*"], [unknown], "yes"],
    ["perhaps where an atom may be anything", [unknown], ["a*"], "unknown"],
    ["not where an atom cannot be it", ["log-group:", account], ["log-group:/aws/*"], "no"],
  ])("%s", (_, a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});

test("only a known star or question mark is a wildcard", () => {
  expect(hasWildcard(["a", unknown, "b*"])).toBe(true);
  expect(hasWildcard(["a", unknown])).toBe(false);
});

const globs = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 7 });
const words = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 7 });
const text = (run: string): Text => (run === "" ? [] : [run]);

function asRegex(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
}

test("matching agrees with a regular expression", () => {
  fc.assert(
    fc.property(globs, words, (glob, word) => {
      expect(matches(text(glob), text(word))).toBe(asRegex(glob).test(word) ? "yes" : "no");
    }),
    { numRuns: 1000 },
  );
});

test("a wildcard pattern matches whatever its wildcards are expanded to", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, fc.constantFrom("*", "?"), words), { maxLength: 4 }), (pieces) => {
      const pattern = pieces.map(([head, wild]) => head + wild).join("");
      const subject = pieces.map(([head, wild, run]) => head + (wild === "?" ? "x" : run)).join("");
      expect(matches(text(pattern), text(subject))).toBe("yes");
    }),
  );
});

/** Every word of up to six letters: two patterns of three characters that overlap do so on one of them. */
const WORDS = [...Array(7).keys()].flatMap((length) =>
  [...Array(2 ** length).keys()].map((bits) =>
    bits.toString(2).padStart(length, "0").slice(0, length).replaceAll("0", "a").replaceAll("1", "b"),
  ),
);

test("overlap agrees with trying every short word, either way round", () => {
  const short = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 3 });
  fc.assert(
    fc.property(short, short, (a, b) => {
      const [one, other] = [asRegex(a), asRegex(b)];
      const common = WORDS.some((word) => one.test(word) && other.test(word));
      expect(overlaps(text(a), text(b))).toBe(common ? "yes" : "no");
      expect(overlaps(text(b), text(a))).toBe(common ? "yes" : "no");
    }),
    { numRuns: 1000 },
  );
});

const ATOMS: readonly Atom[] = [
  { key: "x", kind: "unknown", shown: "${x}" },
  { key: "y", kind: "unknown", shown: "${y}" },
  { key: "r", kind: "region", shown: "${r}" },
  { key: "n", kind: "account", shown: "${n}" },
];
const runs = fc.string({ unit: fc.constantFrom("a", "1", "*", "?"), minLength: 1, maxLength: 3 });
const partlyKnown = fc.array(fc.oneof(runs, fc.constantFrom(...ATOMS)), { maxLength: 4 });
const values = fc.record({
  x: fc.string({ unit: fc.constantFrom("a", "1", "*", "?"), maxLength: 3 }),
  y: fc.string({ unit: fc.constantFrom("a", "1", "*", "?"), maxLength: 3 }),
  r: fc.string({ unit: fc.constantFrom("a", "1"), maxLength: 2 }),
  n: fc.constantFrom("111111111111", "121212121212"),
});

function substitute(parts: readonly (string | Atom)[], known: Record<string, string>): string {
  return parts.map((part) => (typeof part === "string" ? part : (known[part.key] ?? ""))).join("");
}

describe("whatever the unknown parts turn out to be", () => {
  test("yes and no of a match stand", () => {
    fc.assert(
      fc.property(partlyKnown, partlyKnown, values, (pattern, subject, known) => {
        const plain = subject.map((part) => (typeof part === "string" ? part.replace(/[*?]/g, "a") : part));
        const answer = matches(pattern, plain);
        const truth = asRegex(substitute(pattern, known)).test(substitute(plain, known)) ? "yes" : "no";
        expect([truth, "unknown"]).toContain(answer);
      }),
      { numRuns: 3000 },
    );
  });

  test("yes and no of an overlap stand", () => {
    fc.assert(
      fc.property(partlyKnown, partlyKnown, values, (a, b, known) => {
        const truth = overlaps(text(substitute(a, known)), text(substitute(b, known)));
        expect([truth, "unknown"]).toContain(overlaps(a, b));
      }),
      { numRuns: 3000 },
    );
  });
});

test("a pattern that defeats backtracking is answered at once", () => {
  const started = performance.now();
  expect(matches(["*a".repeat(2_000) + "b"], ["a".repeat(10_000)])).toBe("no");
  expect(overlaps(["a*".repeat(1_000)], ["*b".repeat(1_000)])).toBe("yes");
  expect(performance.now() - started).toBeLessThan(2_000);
});
