import { UNKNOWN } from "../../../../gate/read/resource";
import { GROUP, permission, policy, refusal, trust } from "./world";

const WRITE = {
  Sid: "Write",
  Effect: "Allow",
  Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
  Resource: `${GROUP}:*`,
};

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
