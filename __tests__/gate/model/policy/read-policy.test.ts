import { UNKNOWN } from "../../../../gate/read/resource";
import { grantsDelivery, readPolicy } from "../../../../gate/model/policy/read-policy";
import { GROUP, contextOf, decode, permission, policy, refusal, statementOf, trust } from "./world";

const WRITE = {
  Sid: "Write",
  Effect: "Allow",
  Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
  Resource: `${GROUP}:*`,
};
const DATA = {
  statement: {
    sid: "Write",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [`${GROUP}:*`],
  },
};

describe("every encoding of one policy gives the same document", () => {
  const expected = decode(policy(WRITE), "permission");
  test.each<[string, unknown, object]>([
    ["JSON text with white space", `\n ${policy(WRITE).replaceAll(",", ",\n  ")} \n`, {}],
    ["JSON text in a local", "${local.policy}", { raw: { "local.policy": policy(WRITE) } }],
    [
      "a local that names another local",
      "${local.a}\n",
      { raw: { "local.a": "${local.b}", "local.b": policy(WRITE) } },
    ],
    ["a data source", "${data.x.json}", { documents: { "data.x.json": DATA } }],
    [
      "a data source with its blocks in a list",
      "${data.x.json}",
      { documents: { "data.x.json": { statement: [DATA.statement] } } },
    ],
    ["one statement that is no list", JSON.stringify({ Statement: WRITE }), {}],
    ["the version of 2008", policy(WRITE).replace("2012-10-17", "2008-10-17"), {}],
    ["a policy with an Id", JSON.stringify({ Id: "delivery", Statement: [WRITE] }), {}],
    ["a list of one where a string would do", policy({ ...WRITE, Resource: [WRITE.Resource] }), {}],
    [
      "references whose values are known",
      policy({ ...WRITE, Action: ["logs:${local.create}", "logs:PutLogEvents"] }),
      { values: { "local.create": ["CreateLogStream"] } },
    ],
  ])("%s", (_, raw, world) => {
    expect(decode(raw, "permission", world)).toEqual(expected);
  });
});

test("a policy that is not given is absent", () => {
  expect(readPolicy(undefined, "trust", contextOf({})).text).toEqual({
    state: "absent",
    reason: "",
    detail: "",
  });
  expect(readPolicy(null, "trust", contextOf({})).text.state).toBe("absent");
});

test("a resource keeps its words, and its pattern holds what they stand for", () => {
  const { model, patterns } = decode(policy({ ...WRITE, Resource: "${aws_x.lg.arn}:*" }), "permission", {
    values: { "aws_x.lg.arn": [GROUP] },
  });
  expect(model.statements[0]?.resources).toEqual(["${aws_x.lg.arn}:*"]);
  expect(patterns[0]?.resources).toEqual([[`${GROUP}:*`]]);
});

test("a policy variable of IAM is a part that is not known", () => {
  const { patterns } = decode(policy({ ...WRITE, Resource: "arn:$${aws:username}:${var.a}" }), "permission");
  expect(patterns[0]?.resources).toEqual([
    [
      "arn:",
      { key: "iam:${aws:username}", kind: "unknown", shown: "${aws:username}" },
      ":",
      { key: "${var.a}", kind: "unknown", shown: "${var.a}" },
    ],
  ]);
});

describe("what cannot be read is opaque and says why", () => {
  const circle = { raw: { "local.a": "${local.b}", "local.b": "${local.a}" } };
  test.each<[string, unknown, string, object?]>([
    [
      "a reference that leads nowhere",
      "${aws_iam_policy.x.policy}",
      "reference: ${aws_iam_policy.x.policy} cannot be followed",
    ],
    [
      "a function call",
      "${jsonencode({})}",
      "expression: ${jsonencode({})} is an expression, which is not evaluated",
    ],
    [
      "references in a circle",
      "${local.a}",
      "reference: more than 200 texts are merged, or ${local.a} refers to itself",
      circle,
    ],
    ["a value of the plan", UNKNOWN, "reference: its value is known only after apply"],
    ["an object", { Statement: [] }, "wrong-type: an object stands where a text belongs"],
    ["a list", [], "wrong-type: a list stands where a text belongs"],
    ["a number", 7, "wrong-type: a number stands where a text belongs"],
    ["no text at all", " ", "not-json: the text is empty"],
    ["text of another kind", "deny everything", "not-json: the text is not JSON"],
    ["a trailing comma", '{"Statement": [],}', "not-json: the text is not JSON"],
    [
      "a reference outside a string",
      '{"Statement": ${jsonencode(local.all)}}',
      "expression: ${jsonencode(local.all)} stands outside the strings of the JSON text",
    ],
    [
      "a key that stands twice",
      '{"Statement": {"Effect": "Deny", "Effect": "Allow", "Action": "*", "Resource": "*"}}',
      "not-json: an object of the text holds a key twice",
    ],
    [
      "half a character",
      '{"Id": "\\ud8000\\udc01", "Statement": "${var.x}"}',
      "not-json: the text escapes a character beyond \\ud7ff, which no policy may hold",
    ],
    [
      "a value that would end the string it stands in",
      policy({ ...WRITE, Sid: "${local.sid}" }),
      "not-json: the value of ${local.sid} changes the JSON around it",
      { values: { "local.sid": ['a","Effect":"Deny'] } },
    ],
    ["JSON of another shape", "[]", "not-a-policy: the policy is not an object"],
    ["no Statement", '{"Version": "2012-10-17"}', "not-a-policy: the policy has no Statement"],
    [
      "an unknown Version",
      '{"Version": "2020-01-01", "Statement": []}',
      "not-a-policy: Version is neither 2012-10-17 nor 2008-10-17",
    ],
    [
      "an element of another case",
      '{"statement": []}',
      'not-a-policy: the policy has the unknown element "statement"',
    ],
    [
      "a statement that is no object",
      '{"Statement": ["Allow"]}',
      "not-a-policy: statement 1 is not an object",
    ],
    [
      "an unknown element",
      policy(permission({ Actions: "*" })),
      'not-a-policy: statement 1 has the unknown element "Actions"',
    ],
    [
      "__proto__ as an element",
      '{"__proto__": {}, "Statement": []}',
      'not-a-policy: the policy has the unknown element "__proto__"',
    ],
    [
      "an Effect of another case",
      policy(permission({ Effect: "allow" })),
      'not-a-policy: Effect of statement 1 is "allow", not Allow or Deny',
    ],
    ["no Effect", policy({ Action: "*", Resource: "*" }), "not-a-policy: statement 1 has no Effect"],
    [
      "an Effect that is not known",
      policy(permission({ Effect: "${var.effect}" })),
      "reference: Effect of statement 1 is ${var.effect}",
    ],
    [
      "no action",
      policy({ Effect: "Allow", Resource: "*" }),
      "not-a-policy: statement 1 has neither Action nor NotAction",
    ],
    [
      "an empty list of actions",
      policy(permission({ Action: [] })),
      "not-a-policy: statement 1 has neither Action nor NotAction",
    ],
    [
      "NotAction beside Action",
      policy(permission({ NotAction: "*" })),
      "not-a-policy: statement 1 has both Action and NotAction",
    ],
    [
      "NotResource beside Resource",
      policy(permission({ NotResource: "*" })),
      "not-a-policy: statement 1 has both Resource and NotResource",
    ],
    [
      "an action that is no string",
      policy(permission({ Action: [1] })),
      "not-a-policy: Action of statement 1 is not a string or a list of strings",
    ],
    [
      "a permission without resource",
      policy({ Effect: "Allow", Action: "*" }),
      "not-a-policy: statement 1 has neither Resource nor NotResource",
    ],
    [
      "a permission with a principal",
      policy(permission({ Principal: "*" })),
      "not-a-policy: statement 1 of a permission policy names a principal",
    ],
    [
      "conditions that are no object",
      policy(permission({ Condition: [] })),
      "not-a-policy: Condition of statement 1 is not an object",
    ],
  ])("%s", (_, raw, expected, world = {}) => {
    expect(refusal(raw, "permission", world)).toBe(expected);
  });

  test.each<[string, object, string]>([
    [
      "a trust policy with a resource",
      { Resource: "*" },
      "not-a-policy: statement 1 of a trust policy names a resource",
    ],
    [
      "a principal that is a bare name",
      { Principal: "ec2.amazonaws.com" },
      'not-a-policy: the principal of statement 1 is "ec2.amazonaws.com", which is neither * nor an object',
    ],
    [
      "an unknown kind of principal",
      { Principal: { Services: "x" } },
      'not-a-policy: "Services" in statement 1 is no kind of principal',
    ],
    [
      "a kind of principal that is not known",
      { Principal: { "${var.kind}": "x" } },
      "reference: a principal of statement 1 is of kind ${var.kind}",
    ],
    [
      "no principal",
      { Principal: undefined },
      "not-a-policy: statement 1 has neither Principal nor NotPrincipal",
    ],
    [
      "both principals",
      { NotPrincipal: "*" },
      "not-a-policy: statement 1 has both Principal and NotPrincipal",
    ],
    [
      "an unknown operator",
      { Condition: { StringIs: { "aws:SourceAccount": "1" } } },
      'not-a-policy: "StringIs" in statement 1 is no condition operator',
    ],
    [
      "Null with IfExists",
      { Condition: { NullIfExists: { "aws:SourceAccount": "true" } } },
      'not-a-policy: "NullIfExists" in statement 1 is no condition operator',
    ],
    [
      "a condition without value",
      { Condition: { StringEquals: { "aws:SourceAccount": [] } } },
      "not-a-policy: the condition on aws:sourceaccount of statement 1 has no value",
    ],
    [
      "a condition without key",
      { Condition: { StringEquals: { "": "x" } } },
      "not-a-policy: a condition of statement 1 has no key",
    ],
  ])("%s", (_, elements, expected) => {
    expect(refusal(policy(trust(elements)), "trust")).toBe(expected);
  });
});

describe("the actions of a statement", () => {
  const actionsOf = (elements: object) => {
    const { actions, not_actions, covers, unknown } = statementOf(policy(permission(elements)), "permission");
    return { actions, not_actions, covers, unknown };
  };
  const logs = [
    "logs:createlogstream",
    "logs:putlogevents",
    "logs:describelogstreams",
    "logs:describeloggroups",
    "logs:createloggroup",
  ];

  test.each<[string, object, object]>([
    [
      "are compared in lower case",
      { Action: "LOGS:putLogEvents" },
      { actions: ["logs:putlogevents"], covers: ["logs:putlogevents"] },
    ],
    [
      "cover what their wildcards match",
      { Action: "logs:Create*" },
      { actions: ["logs:create*"], covers: ["logs:createlogstream", "logs:createloggroup"] },
    ],
    [
      "cover by a question mark",
      { Action: "logs:PutLogEvent?" },
      { actions: ["logs:putlogevent?"], covers: ["logs:putlogevents"] },
    ],
    ["cover all by a star", { Action: "*" }, { actions: ["*"], covers: [...logs, "sts:assumerole"] }],
    [
      "cover by NotAction what it leaves",
      { Action: undefined, NotAction: ["logs:Put*", "sts:*"] },
      {
        not_actions: ["logs:put*", "sts:*"],
        covers: logs.filter((action) => action !== "logs:putlogevents"),
      },
    ],
    [
      "that are partly unknown cover nothing",
      { Action: ["logs:${var.verb}", "logs:PutLogEvents"] },
      { actions: ["logs:putlogevents"], covers: ["logs:putlogevents"], unknown: ["action"] },
    ],
    [
      "except perhaps what is unknown in NotAction",
      { Action: undefined, NotAction: ["logs:${var.verb}"] },
      { covers: ["sts:assumerole"], unknown: ["action"] },
    ],
  ])("%s", (_, elements, expected) => {
    expect(actionsOf(elements)).toEqual({
      actions: [],
      not_actions: [],
      covers: [],
      unknown: [],
      ...expected,
    });
  });
});

describe("the principals of a statement", () => {
  test.each<[string, unknown, object[]]>([
    ["a bare star", "*", [{ kind: "*", id: "*", known: true }]],
    ["any AWS principal", { AWS: "*" }, [{ kind: "aws", id: "*", known: true }]],
    ["a star of kind star", { "*": "*" }, [{ kind: "*", id: "*", known: true }]],
    [
      "several kinds and lists",
      { Service: ["a.amazonaws.com", "b.amazonaws.com"], Federated: "f", CanonicalUser: "c" },
      [
        { kind: "service", id: "a.amazonaws.com", known: true },
        { kind: "service", id: "b.amazonaws.com", known: true },
        { kind: "federated", id: "f", known: true },
        { kind: "canonicaluser", id: "c", known: true },
      ],
    ],
    ["an empty service", { Service: "" }, [{ kind: "service", id: "", known: true }]],
    [
      "a service in a local",
      { Service: "${local.service}" },
      [{ kind: "service", id: "vpc-flow-logs.amazonaws.com", known: true }],
    ],
    ["a variable", { Service: "${var.service}" }, [{ kind: "service", id: "${var.service}", known: false }]],
    [
      "the own account",
      { AWS: "arn:aws:iam::${me}:root" },
      [{ kind: "aws", id: "arn:aws:iam::${me}:root", known: true }],
    ],
    ["nobody", { Service: [] }, []],
  ])("%s", (_, principal, expected) => {
    const world = {
      values: {
        "local.service": ["vpc-flow-logs.amazonaws.com"],
        me: [{ key: "me", kind: "account" as const, shown: "${me}" }],
      },
    };
    expect(statementOf(policy(trust({ Principal: principal })), "trust", world).principals).toEqual(expected);
  });

  test("NotPrincipal has a list of its own", () => {
    const raw = policy(trust({ Principal: undefined, NotPrincipal: { AWS: "111122223333" } }));
    expect(statementOf(raw, "trust")).toMatchObject({
      principals: [],
      not_principals: [{ kind: "aws", id: "111122223333", known: true }],
    });
  });
});

describe("a document grants delivery", () => {
  test.each<[string, object, boolean]>([
    ["by an action that writes records", { Action: "logs:PutLogEvents" }, true],
    ["by a wildcard", { Action: "logs:*" }, true],
    ["perhaps by an action that is not known", { Action: "${var.action}" }, true],
    ["not by a Deny", { Effect: "Deny", Action: "logs:PutLogEvents" }, false],
    ["not by listing log groups", { Action: "logs:DescribeLogGroups" }, false],
    ["not by another service", { Action: "s3:*" }, false],
  ])("%s", (_, elements, expected) => {
    expect(grantsDelivery(decode(policy(permission(elements)), "permission").model)).toBe(expected);
  });
});
