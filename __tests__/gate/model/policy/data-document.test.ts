import { UNKNOWN } from "../../../../gate/read/resource";
import type { World } from "./world";
import { decode, policy, refusal, statementOf } from "./world";

const JSON_TEXT = "${data.doc.json}";
const world = (document: object, more: World = {}): World => ({
  ...more,
  documents: { ...more.documents, "data.doc.json": document as Record<string, unknown> },
});
const WRITE = { sid: "Write", actions: ["logs:PutLogEvents"], resources: ["*"] };
const statement = (elements: object, more: World = {}) =>
  statementOf(JSON_TEXT, "permission", world({ statement: { ...WRITE, ...elements } }, more));

describe("aws_iam_policy_document", () => {
  test("allows unless it says otherwise", () => {
    expect(statement({}).effect).toBe("Allow");
    expect(statement({ effect: "Deny" }).effect).toBe("Deny");
  });

  test("takes null and an empty list for nothing", () => {
    const { actions, not_actions, conditions } = statement({
      not_actions: [],
      condition: null,
      not_resources: null,
    });
    expect({ actions, not_actions, conditions }).toEqual({
      actions: ["logs:putlogevents"],
      not_actions: [],
      conditions: [],
    });
  });

  test("writes IAM's own variables with an ampersand", () => {
    const { patterns } = decode(
      JSON_TEXT,
      "permission",
      world({ statement: { ...WRITE, resources: ["a/&{aws:username}"] } }),
    );
    expect(patterns[0]?.resources).toEqual([
      ["a/", { key: "iam:${aws:username}", kind: "unknown", shown: "${aws:username}" }],
    ]);
  });

  test("reads principals as blocks", () => {
    const trust = {
      actions: ["sts:AssumeRole"],
      principals: [
        { type: "Service", identifiers: ["vpc-flow-logs.amazonaws.com"] },
        { type: "*", identifiers: ["*"] },
      ],
    };
    expect(statementOf(JSON_TEXT, "trust", world({ statement: trust })).principals).toEqual([
      { kind: "service", id: "vpc-flow-logs.amazonaws.com", known: true },
      { kind: "*", id: "*", known: true },
    ]);
  });

  test("reads conditions as blocks, those of one key as one", () => {
    const block = (values: string[]) => ({ test: "StringEquals", variable: "aws:RequestedRegion", values });
    const { conditions } = statement({ condition: [block(["eu-west-1"]), block(["us-east-1"])] });
    expect(conditions).toHaveLength(1);
    expect(conditions[0]?.values.map(({ text }) => text)).toEqual(["eu-west-1", "us-east-1"]);
  });

  test("converts numbers and truth values as Terraform does", () => {
    const { conditions } = statement({
      condition: { test: "Bool", variable: "aws:SecureTransport", values: [true] },
    });
    expect(conditions[0]?.values[0]).toEqual({ text: "true", own: "yes", foreign: "unknown", flaw: "" });
  });

  test("follows a list in a local", () => {
    const more = {
      raw: { "local.all": "${local.some}", "local.some": ["logs:PutLogEvents", "logs:${local.verb}"] },
    };
    const { actions, unknown } = statement(
      { actions: "${local.all}" },
      { ...more, values: { "local.verb": ["Tag"] } },
    );
    expect({ actions, unknown }).toEqual({ actions: ["logs:putlogevents", "logs:tag"], unknown: [] });
  });

  test.each<[string, object, string]>([
    ["actions", { actions: "${var.actions}" }, "action"],
    ["actions of the plan", { actions: UNKNOWN }, "action"],
    ["one action of the plan", { actions: [UNKNOWN] }, "action"],
    ["actions in a circle", { actions: "${local.circle}" }, "action"],
    ["resources", { resources: "${concat(local.a, local.b)}" }, "resource"],
    [
      "values of a condition",
      { condition: { test: "StringEquals", variable: "aws:x", values: "${var.v}" } },
      "condition",
    ],
  ])("flags %s that cannot be listed", (_, elements, element) => {
    expect(statement(elements, { raw: { "local.circle": "${local.circle}" } }).unknown).toEqual([element]);
  });

  test("flags principals that cannot be listed", () => {
    const principals = { type: "Service", identifiers: "${var.services}" };
    const raw = world({ statement: { actions: ["sts:AssumeRole"], principals } });
    expect(statementOf(JSON_TEXT, "trust", raw)).toMatchObject({ principals: [], unknown: ["principal"] });
  });

  test.each<[string, object, string]>([
    ["no statement", {}, "not-a-policy: the policy has no statement"],
    [
      "statements from an expression",
      { statement: "${local.all}" },
      "expression: statement is not written as blocks",
    ],
    [
      "dynamic blocks",
      { dynamic: { statement: {} } },
      "expression: aws_iam_policy_document has dynamic blocks",
    ],
    [
      "the deprecated source_json",
      { source_json: "{}" },
      'not-a-policy: aws_iam_policy_document has the argument "source_json", which is not read',
    ],
    [
      "the deprecated override_json",
      { override_json: "{}" },
      'not-a-policy: aws_iam_policy_document has the argument "override_json", which is not read',
    ],
    [
      "an unknown argument",
      { statement: { ...WRITE, action: [] } },
      'not-a-policy: statement 1 has the argument "action", which is not read',
    ],
    ["a block that is none", { statement: ["x"] }, "not-a-policy: statement 1 is not a block"],
    [
      "a list that is none",
      { statement: { ...WRITE, actions: "s3:*" } },
      "not-a-policy: actions of statement 1 is not a list",
    ],
    [
      "a string that is none",
      { statement: { ...WRITE, sid: {} } },
      "not-a-policy: sid of statement 1 is not a string",
    ],
    [
      "null in a list",
      { statement: { ...WRITE, actions: [null] } },
      "not-a-policy: actions of statement 1 holds null",
    ],
    [
      "principals without type",
      { statement: { ...WRITE, principals: { identifiers: ["*"] } } },
      "not-a-policy: principals of statement 1 has no type",
    ],
    [
      "a condition without variable",
      { statement: { ...WRITE, condition: { test: "Bool", values: ["true"] } } },
      "not-a-policy: condition of statement 1 lacks test or variable",
    ],
    [
      "an unknown version",
      { version: "1", statement: WRITE },
      "not-a-policy: version is not 2012-10-17 or 2008-10-17",
    ],
    [
      "an effect that is none",
      { statement: { ...WRITE, effect: "allow" } },
      'not-a-policy: Effect of statement 1 is "allow", not Allow or Deny',
    ],
    [
      "two statements of one Sid",
      { statement: [WRITE, WRITE] },
      'not-a-policy: two statements have the Sid "Write"',
    ],
    [
      "documents that cannot be listed",
      { source_policy_documents: "${var.all}" },
      "reference: the list source_policy_documents cannot be followed",
    ],
    [
      "a document that cannot be read",
      { statement: WRITE, source_policy_documents: ["${var.one}"] },
      "reference: ${var.one} cannot be followed",
    ],
    [
      "itself",
      { source_policy_documents: [JSON_TEXT, JSON_TEXT] },
      "reference: more than 200 texts are merged, or ${data.doc.json} refers to itself",
    ],
    [
      "a Sid that is not known, to be merged",
      {
        statement: { ...WRITE, sid: "${var.sid}" },
        override_policy_documents: [policy({ Effect: "Deny", Action: "*", Resource: "*" })],
      },
      "reference: the Sid of statement 1 is not known, so documents cannot be merged",
    ],
  ])("is opaque with %s", (_, document, expected) => {
    expect(refusal(JSON_TEXT, "permission", world(document))).toBe(expected);
  });
});

describe("documents are merged by Sid as the provider does", () => {
  const text = (sid: string, action: string) =>
    policy({ Sid: sid, Effect: "Allow", Action: action, Resource: "*" });
  const actions = (document: object, more: World = {}) =>
    decode(JSON_TEXT, "permission", world(document, more)).model.statements.map((one) => one.actions.join());

  test("an own statement takes the place of a source's", () => {
    expect(
      actions({ source_policy_documents: [text("Write", "s3:old"), text("", "s3:a")], statement: WRITE }),
    ).toEqual(["logs:putlogevents", "s3:a"]);
  });

  test("an override takes the place of an own statement, and is added otherwise", () => {
    const override_policy_documents = [text("Write", "s3:new"), text("", "s3:b"), text("Other", "s3:c")];
    expect(actions({ statement: WRITE, override_policy_documents })).toEqual(["s3:new", "s3:b", "s3:c"]);
  });

  test("another data source is followed, and null is passed over", () => {
    const documents = { "data.other.json": { statement: { ...WRITE, sid: "Other" } } };
    const merged = actions(
      { statement: WRITE, source_policy_documents: [null, "${data.other.json}"] },
      { documents },
    );
    expect(merged).toEqual(["logs:putlogevents", "logs:putlogevents"]);
  });

  test("sources with the same Sid are refused", () => {
    const document = { source_policy_documents: [text("A", "s3:a"), text("A", "s3:b")] };
    expect(refusal(JSON_TEXT, "permission", world(document))).toBe(
      'not-a-policy: two statements have the Sid "A"',
    );
  });
});
