import { conditionOf } from "./world";

describe("the request by which the service assumes the role", () => {
  test.each([
    ["is encrypted", "Bool", "aws:SecureTransport", "true", "yes yes"],
    ["is never in the clear", "Bool", "aws:SecureTransport", "false", "no no"],
    ["is made by a service", "Bool", "aws:PrincipalIsAWSService", "true", "yes yes"],
    ["is made by no user", "BoolIfExists", "aws:PrincipalIsAWSService", "false", "no no"],
    [
      "is made by the flow-logs service",
      "StringEquals",
      "aws:PrincipalServiceName",
      "vpc-flow-logs.amazonaws.com",
      "yes yes",
    ],
    ["is made by no other service", "StringEquals", "aws:PrincipalServiceName", "ec2.amazonaws.com", "no no"],
  ])("%s", (_, operator, key, value, expected) => {
    const [only] = conditionOf({ [operator]: { [key]: value } }, "trust").values;
    expect(`${only?.own} ${only?.foreign}`).toBe(expected);
  });
});
