import type { World } from "./world";
import { OWN, OWN_UNKNOWN, conditionOf, policy, statementOf, trust } from "./world";

const ME = "111122223333";
const LOG = `arn:aws:ec2:eu-west-1:${ME}:vpc-flow-log`;
const partial: World = { own: OWN_UNKNOWN };
const caller: World = { own: OWN_UNKNOWN, values: { me: OWN_UNKNOWN.account, here: OWN_UNKNOWN.region } };

/** `own foreign flaw` of the one value. */
function facts(
  use: "trust" | "permission",
  operator: string,
  key: string,
  value: unknown,
  world: World = {},
): string {
  const [only] = conditionOf({ [operator]: { [key]: value } }, use, world).values;
  return `${only?.own} ${only?.foreign} ${only?.flaw}`.trim();
}

describe("the account for which the service assumes the role", () => {
  test.each<[string, string, unknown, string, World?]>([
    ["is the own one", "StringEquals", ME, "yes no"],
    ["is the own one by another spelling", "StringEqualsIgnoreCase", ME, "yes no"],
    ["is the own one, compared as a pattern", "StringLike", ME, "yes no"],
    ["is somebody else's", "StringEquals", "999999999999", "no yes other-account"],
    [
      "is somebody else's under a negated operator too",
      "StringNotEquals",
      "999999999999",
      "no yes other-account",
    ],
    ["is matched by no wildcard under StringEquals", "StringEquals", "*", "no no wildcard-literal"],
    ["is anybody's", "StringLike", "*", "yes yes everything"],
    ["is anybody's by twelve question marks", "StringLike", "????????????", "yes yes everything"],
    ["is one of many", "StringLike", "1111*", "yes yes wildcard-account"],
    ["is one of many others", "StringLike", "9*", "no yes other-account"],
    ["is the own one in spite of a star after twelve digits", "StringLike", `${ME}*`, "yes no"],
    ["is no account", "StringEquals", "me", "no no malformed"],
    ["is no account of eleven digits", "StringLike", "11112222333", "no no malformed"],
    ["is no ARN", "ArnLike", ME, "no no malformed"],
    ["is not known", "StringEquals", "${var.account}", "unknown unknown"],
    ["is a literal beside an own account that is not known", "StringEquals", ME, "unknown unknown", partial],
    ["is the own one by reference", "StringEquals", "${me}", "yes no", caller],
    [
      "is anybody's though the own one is not known",
      "StringLike",
      "????????????",
      "yes yes everything",
      partial,
    ],
    ["is not a number to be compared", "NumericEquals", ME, "unknown unknown"],
    ["is not a truth value", "Bool", "true", "unknown unknown"],
  ])("%s", (_, operator, value, expected, world = {}) => {
    expect(facts("trust", operator, "aws:SourceAccount", value, world)).toBe(expected);
  });
});

describe("the ARN for which the service assumes the role", () => {
  test.each<[string, string, string, string, World?]>([
    ["is any flow log of the own account and region", "ArnLike", `${LOG}/*`, "yes no"],
    ["is any by its id", "ArnEquals", `${LOG}/fl-*`, "yes no"],
    ["is one flow log", "StringEquals", `${LOG}/fl-0123456789abcdef0`, "some no"],
    ["is some flow logs", "ArnLike", `${LOG}/fl-0*`, "some no"],
    ["is of any region", "ArnLike", `arn:aws:ec2:*:${ME}:vpc-flow-log/*`, "yes no"],
    ["is anything of the own account", "StringLike", `arn:aws:ec2:*:${ME}:*`, "yes no"],
    ["is anything of any account", "StringLike", "arn:aws:ec2:*", "yes yes wildcard-account"],
    ["is anything of any account, as an ARN", "ArnLike", "arn:aws:ec2:*", "yes yes wildcard-account"],
    ["is of any account", "ArnLike", "arn:aws:ec2:eu-west-1:*:vpc-flow-log/*", "yes yes wildcard-account"],
    [
      "is of twelve unknown digits",
      "ArnLike",
      "arn:aws:ec2:*:????????????:vpc-flow-log/*",
      "yes yes wildcard-account",
    ],
    ["is of somebody else", "ArnLike", "arn:aws:ec2:*:999999999999:vpc-flow-log/*", "no yes other-account"],
    ["is of another region", "ArnLike", `arn:aws:ec2:us-east-1:${ME}:vpc-flow-log/*`, "no no other-region"],
    ["is of another partition", "ArnLike", `arn:aws-cn:ec2:*:${ME}:vpc-flow-log/*`, "no no other-partition"],
    ["is of another service", "ArnLike", `arn:aws:logs:*:${ME}:*`, "no no other-service"],
    ["is of another resource", "ArnLike", `arn:aws:ec2:*:${ME}:vpc/*`, "no no other-resource"],
    ["is anything", "StringLike", "*", "yes yes everything"],
    ["is anything, as an ARN", "ArnLike", "*", "yes yes everything"],
    ["is matched by no wildcard under StringEquals", "StringEquals", `${LOG}/*`, "no no wildcard-literal"],
    ["is no ARN", "ArnLike", "vpc-flow-log/*", "no no malformed"],
    ["is an ARN without account", "ArnLike", "arn:aws:ec2:eu-west-1::vpc-flow-log/*", "no no malformed"],
    ["has the own account in a pattern of few parts", "StringLike", `arn:*:${ME}:*`, "yes unknown"],
    [
      "has no account in a pattern of few parts",
      "StringLike",
      "*:vpc-flow-log/*",
      "yes yes wildcard-account",
    ],
    ["has a pattern of few parts that no flow log has", "StringLike", "arn:aws:s3:*", "no no malformed"],
    ["is not known", "ArnLike", "${var.arn}", "unknown unknown"],
    [
      "is in a region that is not known",
      "ArnLike",
      `arn:aws:ec2:\${var.region}:${ME}:vpc-flow-log/*`,
      "unknown unknown",
    ],
    [
      "is the own one by reference",
      "ArnLike",
      "arn:aws:ec2:${here}:${me}:vpc-flow-log/*",
      "unknown no",
      caller,
    ],
    [
      "is a literal beside an own account that is not known",
      "ArnLike",
      `${LOG}/*`,
      "unknown unknown",
      partial,
    ],
  ])("%s", (_, operator, value, expected, world = {}) => {
    expect(facts("trust", operator, "aws:SourceArn", value, world)).toBe(expected);
  });
});

describe("the organisation for which the service assumes the role", () => {
  test.each<[string, string, string, string, string]>([
    ["is taken to be the own one", "StringEquals", "aws:SourceOrgID", "o-a1b2c3d4e5", "yes no"],
    [
      "is taken to be the own one where it is a variable",
      "StringEquals",
      "aws:SourceOrgID",
      "${var.org}",
      "yes no",
    ],
    [
      "may be any where a pattern is a variable",
      "StringLike",
      "aws:SourceOrgID",
      "${var.org}",
      "yes unknown",
    ],
    ["is any", "StringLike", "aws:SourceOrgID", "o-*", "yes yes everything"],
    [
      "is the own one with any unit",
      "ForAnyValue:StringLike",
      "aws:SourceOrgPaths",
      "o-a1b2c3d4e5/r-ab12/*",
      "yes no",
    ],
    [
      "is matched by no wildcard under StringEquals",
      "StringEquals",
      "aws:SourceOrgPaths",
      "o-a/*",
      "no no wildcard-literal",
    ],
    ["is no ARN", "ArnLike", "aws:SourceOrgID", "o-a", "no no malformed"],
  ])("%s", (_, operator, key, value, expected) => {
    expect(facts("trust", operator, key, value)).toBe(expected);
  });
});

describe("the request that the service makes", () => {
  const world: World = { roleArn: [`arn:aws:iam::${ME}:role/flow-logs`] };
  test.each<[string, string, string, unknown, string]>([
    ["goes to the own region", "StringEquals", "aws:RequestedRegion", "eu-west-1", "yes unknown"],
    ["goes to the own region, by pattern", "StringLike", "aws:RequestedRegion", "eu-*", "yes unknown"],
    [
      "goes to no other region",
      "StringEquals",
      "aws:RequestedRegion",
      "us-east-1",
      "no unknown other-region",
    ],
    ["is made by the own account", "StringEquals", "aws:PrincipalAccount", ME, "yes no"],
    [
      "is made by nobody else",
      "StringEquals",
      "aws:PrincipalAccount",
      "999999999999",
      "no yes other-account",
    ],
    ["touches the own account", "StringEquals", "aws:ResourceAccount", ME, "yes no"],
    ["is made by the role", "ArnLike", "aws:PrincipalArn", `arn:aws:iam::*:role/flow-*`, "yes unknown"],
    [
      "is made by the role, as text",
      "StringEqualsIgnoreCase",
      "aws:PrincipalArn",
      `arn:aws:iam::${ME}:ROLE/flow-logs`,
      "yes unknown",
    ],
    [
      "is made by no other role",
      "ArnEquals",
      "aws:PrincipalArn",
      `arn:aws:iam::${ME}:role/admin`,
      "no unknown",
    ],
    ["is made by anybody", "ArnLike", "aws:PrincipalArn", "*", "yes yes everything"],
    ["is encrypted", "Bool", "aws:SecureTransport", true, "yes unknown"],
    ["is encrypted, in other letters", "Bool", "aws:SecureTransport", "TRUE", "yes unknown"],
    ["is never in the clear", "Bool", "aws:SecureTransport", "false", "no unknown"],
    ["carries no source account", "StringEquals", "aws:SourceAccount", ME, "unknown unknown"],
    ["has tags that nobody knows", "StringEquals", "aws:PrincipalTag/team", "net", "unknown unknown"],
    ["has a region that is no ARN", "ArnLike", "aws:RequestedRegion", "*", "no no malformed"],
  ])("%s", (_, operator, key, value, expected) => {
    expect(facts("permission", operator, key, value, world)).toBe(expected);
  });

  test("is made by a role that is not known", () => {
    expect(facts("permission", "ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/x")).toBe(
      "unknown unknown",
    );
  });
});

test("a key that says nothing of the source cannot be told in a trust policy", () => {
  expect(facts("trust", "StringEquals", "aws:RequestedRegion", OWN.region[0])).toBe("unknown unknown");
});

test("an operator is taken apart", () => {
  expect(
    conditionOf({ "ForAnyValue:StringLikeIfExists": { "aws:SourceOrgPaths": ["o-a/*", "o-b/*"] } }, "trust"),
  ).toEqual({
    quantifier: "foranyvalue",
    operator: "stringlike",
    if_exists: true,
    key: "aws:sourceorgpaths",
    given: "ForAnyValue:StringLikeIfExists aws:SourceOrgPaths",
    values: [
      { text: "o-a/*", own: "yes", foreign: "no", flaw: "" },
      { text: "o-b/*", own: "yes", foreign: "no", flaw: "" },
    ],
  });
});

test("Null keeps its value for the rules", () => {
  const { operator, values } = conditionOf({ Null: { "aws:SourceArn": true } }, "trust");
  expect(operator).toBe("null");
  expect(values).toEqual([{ text: "true", own: "unknown", foreign: "unknown", flaw: "" }]);
});

test("a condition whose key is not known is left out and flagged", () => {
  const raw = policy(
    trust({ Condition: { StringEquals: { "${var.issuer}:sub": "x", "aws:SourceAccount": ME } } }),
  );
  const { conditions, unknown } = statementOf(raw, "trust");
  expect(conditions.map(({ key }) => key)).toEqual(["aws:sourceaccount"]);
  expect(unknown).toEqual(["condition"]);
});
