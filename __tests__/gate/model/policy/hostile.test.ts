import fc from "fast-check";
import { cover } from "../../../../gate/model/policy/coverage/coverage";
import type { DecodedDocument } from "../../../../gate/model/policy/read-policy";
import { readPolicy } from "../../../../gate/model/policy/read-policy";
import { GROUP, contextOf, decode, follows, permission, policy, refusal, trust } from "./world";

const TARGET = { groups: [[GROUP]], complete: true, streamPrefix: "eni-" } as const;

function elapsed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

describe("input made to break a reader", () => {
  test("ten thousand statements are read and covered", () => {
    const raw = policy(
      ...Array.from({ length: 10_000 }, (_, at) => permission({ Resource: `${GROUP}${at}:*` })),
    );
    const document = decode(raw, "permission");
    expect(cover(document, TARGET).statements).toHaveLength(10_000);
  });

  test("one statement of a megabyte is read and covered", () => {
    const long = `arn:aws:logs:*:*:log-group:${"a*".repeat(500_000)}`;
    const document = decode(policy(permission({ Resource: long })), "permission");
    expect(cover(document, TARGET).statements[0]?.resources[0]?.reach).toBe("other");
  });

  test("a megabyte around a variable is read and covered", () => {
    const long = `arn:aws:logs:*:*:log-group:${"a".repeat(1_000_000)}\${var.x}:*`;
    const document = decode(policy(permission({ Resource: long })), "permission");
    expect(cover(document, TARGET).statements[0]?.resources[0]?.reach).toBe("other");
  });

  test("deep nesting is refused without going down", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(refusal(`{"Statement": ${deep}}`, "permission")).toBe(
      "not-json: the text is nested deeper than 500 levels",
    );
    expect(refusal(`{"Statement": ${"[".repeat(100_000)}`, "permission")).toBe(
      "not-json: the text is not JSON",
    );
  });

  test("names of the language's own are names like any other", () => {
    const element = { Condition: { StringEquals: { constructor: "x", toString: "y" } } };
    const { statements } = decode(policy(permission(element)), "permission").model;
    expect(statements[0]?.conditions.map(({ key }) => key)).toEqual(["constructor", "tostring"]);
    const operator =
      '{"Statement": {"Effect":"Allow","Action":"*","Resource":"*","Condition":{"__proto__":{"a":"b"}}}}';
    expect(refusal(operator, "permission")).toBe(
      'not-a-policy: "__proto__" in statement 1 is no condition operator',
    );
  });

  test("time grows with the length of the text", () => {
    const text = (size: number) =>
      policy(...Array.from({ length: size }, () => permission({ Action: ["logs:Put*", "s3:*"] })));
    const [small, large] = [text(1_000), text(16_000)];
    decode(small, "permission");
    const unit = Math.max(
      1,
      elapsed(() => decode(small, "permission")),
    );
    expect(elapsed(() => decode(large, "permission"))).toBeLessThan(unit * 16 * 8);
  });
});

const word = fc.constantFrom(
  "Allow",
  "Deny",
  "*",
  "logs:PutLogEvents",
  "${var.x}",
  "$${aws:username}",
  GROUP,
  "",
  "\u0000",
  "é",
);
const anyJson = fc.jsonValue({ maxDepth: 4 });
const element = fc.oneof(word, fc.array(word, { maxLength: 3 }), anyJson);
const anyStatement = fc.record(
  {
    Effect: element,
    Action: element,
    NotAction: element,
    Resource: element,
    Principal: element,
    Condition: anyJson,
  },
  { requiredKeys: ["Effect"] },
);

test("no text makes the reader throw, and what it reads follows the schema", () => {
  const text = fc.oneof(
    fc.string(),
    anyJson.map((value) => JSON.stringify(value)),
    fc.array(anyStatement, { maxLength: 3 }).map((statements) => policy(...statements)),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("trust" as const, "permission" as const), (raw, use) => {
      const { text: told, document } = readPolicy(raw, use, contextOf({}));
      expect(told.state === "readable").toBe(document !== undefined);
      expect(told.state === "opaque").toBe(told.reason !== "" && told.detail !== "");
      expect(document === undefined || follows("document", document.model)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a document with everything in it follows the schema", () => {
  const conditions = {
    "ForAllValues:StringLikeIfExists": {
      "aws:SourceArn": ["*", "arn:aws:ec2:*:*:vpc-flow-log/*", "${var.x}"],
    },
    Null: { "aws:SourceAccount": "true" },
  };
  const principals = { Principal: { AWS: ["*", "${var.x}"], Service: "a" }, Condition: conditions };
  const trusted = decode(
    policy(trust(principals), trust({ Principal: undefined, NotPrincipal: "*" })),
    "trust",
  );
  const allowed = decode(
    policy(
      permission({ Action: "${var.x}" }),
      permission({ Resource: undefined, NotResource: GROUP, Sid: "A" }),
    ),
    "permission",
  );
  expect(follows("document", trusted.model)).toBe(true);
  expect(follows("document", allowed.model)).toBe(true);
  expect(follows("coverage", cover(allowed, TARGET))).toBe(true);
  expect(follows("document", { statements: [{ effect: "allow" }] })).toBe(false);
});

const statements = fc.array(
  fc
    .record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.subarray(["logs:PutLogEvents", "logs:Create*", "${var.x}"], { minLength: 1 }),
      Resource: fc.subarray(["*", GROUP, `${GROUP}:*`], { minLength: 1 }),
    })
    .map(permission),
  { minLength: 1, maxLength: 5 },
);

/** Each statement with what it covers, without order and repetition. */
function factsOf(document: DecodedDocument): Set<string> {
  const covered = cover(document, TARGET).statements;
  return new Set(document.model.statements.map((statement, at) => JSON.stringify([statement, covered[at]])));
}

test("order and repetition of statements change no fact", () => {
  fc.assert(
    fc.property(statements, (list) => {
      const expected = factsOf(decode(policy(...list), "permission"));
      expect(factsOf(decode(policy(...list.toReversed(), ...list), "permission"))).toEqual(expected);
    }),
  );
});
