import fc from "fast-check";

import type { Resource } from "../../../gate/read/resource";
import { concealed, concealer } from "../../../gate/report/conceal";

function resource(attributes: Resource["attributes"], ...sensitive: readonly string[]): Resource {
  return {
    source: 0,
    mode: "managed",
    type: "aws_iam_policy",
    name: "p",
    address: "aws_iam_policy.p",
    attributes,
    provider: "aws",
    dependsOn: [],
    exists: "yes",
    sensitive: new Set(sensitive),
  };
}

test.each<[string, Resource["attributes"], string]>([
  ["a name", { name: "hunter2-group" }, "the group hunter2-group keeps nothing"],
  ["a number", { name: 111122223333 }, "account 111122223333"],
  ["a text in a list", { name: ["arn:aws:s3:::hunter2"] }, "writes to arn:aws:s3:::hunter2/*"],
  ["a text in a block", { name: [{ inner: { id: "hunter2" } }] }, "uses hunter2"],
  [
    "a text of a policy",
    { name: '{"Statement":[{"Resource":"arn:aws:logs:*:*:log-group:hunter2"}]}' },
    "allows arn:aws:logs:*:*:log-group:hunter2",
  ],
  ["a text that a reader has escaped", { name: "$${hunter2}" }, "given ${hunter2}"],
])("%s that is sensitive is shown nowhere", (_, attributes, text) => {
  const hide = concealer([resource(attributes, "name")]);
  expect(hide(text)).toContain("(sensitive)");
  expect(hide(text)).not.toMatch(/hunter2|1111/);
  expect(concealed({ deep: [text, 1, null] }, hide)).toEqual({ deep: [hide(text), 1, null] });
});

test.each<[string, Resource]>([
  ["is not marked", resource({ name: "hunter2" })],
  ["is marked and missing", resource({ name: "hunter2" }, "policy")],
  ["is too short to be a secret", resource({ name: "7" }, "name")],
  [
    "is a word of policies",
    resource({ policy: '{"Version":"2012-10-17","Action":"logs:PutLogEvents"}' }, "policy"),
  ],
])("what %s is shown", (_, each) => {
  const text = "hunter2 may logs:PutLogEvents under 2012-10-17 for 7 days";
  expect(concealer([each])(text)).toBe(text);
});

test("of two secrets, the one that begins with the other is hidden whole", () => {
  const hide = concealer([resource({ a: "hunter", b: "hunter2" }, "a", "b")]);
  expect(hide("hunter2 and hunter")).toBe("(sensitive) and (sensitive)");
});

test("no secret of four characters or more is left in a text", () => {
  const secret = fc.stringMatching(/^[a-z]{4,12}$/);
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), fc.string(), (secrets, around) => {
      fc.pre(secrets.every((each) => !"(sensitive)".includes(each)));
      const hide = concealer([resource({ name: secrets }, "name")]);
      const shown = hide(secrets.map((each) => `${around}-${each}`).join("/")).replaceAll("(sensitive)", "");
      for (const each of secrets) expect(shown).not.toContain(each);
    }),
  );
});
