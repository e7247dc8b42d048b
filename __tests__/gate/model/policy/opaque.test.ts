import { UNKNOWN } from "../../../../gate/read/resource";
import { GROUP, permission, policy, refusal, trust } from "./world";

const WRITE = {
  Sid: "Write",
  Effect: "Allow",
  Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
  Resource: `${GROUP}:*`,
};

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
      "a condition that stands twice, in other letters",
      { Condition: { StringLike: { "aws:SourceAccount": "1", "AWS:sourceaccount": "*" } } },
      'not-a-policy: statement 1 has the condition "StringLike AWS:sourceaccount" twice',
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
