import type { Atom, Text } from "../../../../gate/model/text/text";
import type { CoverageTarget } from "../../../../gate/model/policy/coverage/coverage-target";
import { told, VARIABLE } from "./covered";
import { GROUP, OWN_UNKNOWN } from "./world";

const HEAD = "arn:aws:logs:eu-west-1:111122223333";
const NAME: Atom = { key: "lg.name", kind: "unknown", shown: "${aws_cloudwatch_log_group.lg.name}" };

describe("a resource and the own log group", () => {
  test.each<[string, string, string]>([
    ["anything", "*", "every yes beyond any"],
    ["the bare group, which holds no stream", GROUP, "none yes own bare-group"],
    ["the group with its streams", `${GROUP}:*`, "every yes own group"],
    ["every stream of the group", `${GROUP}:log-stream:*`, "every unknown own streams"],
    ["every stream of a network interface", `${GROUP}:log-stream:eni-*`, "every unknown own streams"],
    ["some streams", `${GROUP}:log-stream:eni-0*`, "some no own streams"],
    ["streams of one length", `${GROUP}:log-stream:????????????`, "some no own streams"],
    ["streams that the service never makes", `${GROUP}:log-stream:app-*`, "none no own streams"],
    ["one stream", `${GROUP}:log-stream:eni-0a1b-all`, "some no own one-stream"],
    ["no stream, but something after the group", `${GROUP}:streams`, "none no malformed malformed"],
    ["a group without a name", `${HEAD}:log-group:`, "none no malformed malformed"],
    ["another group", `${HEAD}:log-group:/other:*`, "none no other group"],
    ["another group, bare", `${HEAD}:log-group:/other`, "none no other bare-group"],
    ["a group whose name starts alike", `${GROUP}-2:*`, "none no other group"],
    ["groups by a prefix", `${HEAD}:log-group:/aws/vpc/*`, "every yes beyond wildcard-name"],
    ["groups by the own name as a prefix", `${GROUP}*`, "every yes beyond wildcard-name"],
    [
      "groups by a prefix that is another",
      `${HEAD}:log-group:/aws/vpc/flow-logs*`,
      "none no other wildcard-name",
    ],
    ["all groups", `${HEAD}:log-group:*`, "every yes beyond wildcard-name"],
    ["all groups, their streams too", `${HEAD}:log-group:*:*`, "every yes beyond wildcard-name"],
    ["all streams of all groups", `${HEAD}:log-group:*:log-stream:*`, "every unknown beyond wildcard-name"],
    ["everything in the account", `${HEAD}:*`, "every yes beyond wildcard-name"],
    [
      "the group in any region",
      `arn:aws:logs:*:111122223333:log-group:/aws/vpc/flow:*`,
      "every yes beyond wildcard-scope",
    ],
    [
      "the group in any account",
      `arn:aws:logs:eu-west-1:*:log-group:/aws/vpc/flow:*`,
      "every yes beyond wildcard-scope",
    ],
    ["another group in any account", "arn:aws:logs:*:*:log-group:/other:*", "none no other wildcard-scope"],
    [
      "the documented group",
      "arn:aws:logs:*:*:log-group:/aws/vpc/flow-logs*",
      "none no other wildcard-scope",
    ],
    [
      "the documented stream, which is no ARN",
      "arn:aws:logs:*:*:log-stream:/aws/vpc/flow-logs*",
      "none no malformed malformed",
    ],
    ["all of CloudWatch Logs by a short pattern", "arn:aws:logs:*", "every yes beyond wildcard-scope"],
    ["all ARNs", "arn:*", "every yes beyond wildcard-scope"],
    [
      "the group in another region",
      "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vpc/flow:*",
      "none no other group",
    ],
    [
      "the group of another account",
      "arn:aws:logs:eu-west-1:999999999999:log-group:/aws/vpc/flow:*",
      "none no other group",
    ],
    [
      "the group in another partition",
      "arn:aws-cn:logs:eu-west-1:111122223333:log-group:/aws/vpc/flow:*",
      "none no other group",
    ],
    ["a bucket", "arn:aws:s3:::records/*", "none no other other-service"],
    ["another resource of CloudWatch Logs", `${HEAD}:destination:x`, "none no other other-service"],
    [
      "a pattern in which a star would have to run over colons",
      "arn:aws:logs:*:log-group:/aws/vpc/flow:*",
      "none no malformed malformed",
    ],
    ["too few parts", "arn:aws:logs:eu-west-1", "none no malformed malformed"],
    ["no ARN", "/aws/vpc/flow", "none no malformed malformed"],
    ["nothing", "", "none no malformed malformed"],
  ])("%s", (_, pattern, expected) => {
    expect(told([pattern])).toBe(expected);
  });

  test("a flow log of a transit gateway names its streams otherwise", () => {
    expect(told([`${GROUP}:log-stream:eni-*`], { streamPrefix: "" })).toBe("some no own streams");
    expect(told([`${GROUP}:log-stream:*`], { streamPrefix: "" })).toBe("every unknown own streams");
  });
});

describe("a resource of which a part is not known", () => {
  const byName = (...tail: Text): Text => [`${HEAD}:log-group:`, NAME, ...tail];
  const somewhere: Text = [
    "arn:aws:logs:",
    ...OWN_UNKNOWN.region,
    ":",
    ...OWN_UNKNOWN.account,
    ":log-group:/aws/vpc/flow",
  ];
  const opaque = { groups: [[VARIABLE]] };

  test.each<[string, Text, Partial<CoverageTarget>, string]>([
    [
      "names the own group by the same reference",
      byName(":*"),
      { groups: [byName()] },
      "every yes own group",
    ],
    [
      "is the own group's bare name by the same reference",
      byName(),
      { groups: [byName()] },
      "none yes own bare-group",
    ],
    ["may be the own group by another reference", byName(":*"), {}, "unknown unknown unknown group"],
    ["may be more than a bare name", byName(), {}, "unknown unknown unknown bare-group"],
    [
      "is another group's name wherever it is known",
      [`${HEAD}:log-group:/x/`, NAME, ":*"],
      {},
      "none no other group",
    ],
    [
      "has the own account by the same reference",
      [...somewhere, ":*"],
      { groups: [somewhere] },
      "every yes own group",
    ],
    [
      "has a literal account beside an unknown own one",
      [`${GROUP}:*`],
      { groups: [somewhere] },
      "unknown unknown unknown group",
    ],
    [
      "has another name in an account that is not known",
      [`${HEAD}:log-group:/other:*`],
      { groups: [somewhere] },
      "none no other group",
    ],
    ["is a variable", [VARIABLE], {}, "unknown unknown unknown unknown"],
    ["is the variable that the flow log writes to", [VARIABLE, ":*"], opaque, "every yes own group"],
    ["is that variable, bare", [VARIABLE], opaque, "none yes own bare-group"],
    [
      "is a literal beside a destination that is a variable",
      [`${GROUP}:*`],
      opaque,
      "unknown unknown unknown group",
    ],
    [
      "has a variable region",
      ["arn:aws:logs:", VARIABLE, ":111122223333:log-group:/other:*"],
      {},
      "unknown unknown unknown unknown",
    ],
    [
      "is a prefix beside a name that is not known",
      [`${HEAD}:log-group:/aws/*`],
      { groups: [byName()] },
      "unknown unknown beyond wildcard-name",
    ],
    ["may be a stream", [`${GROUP}:log-stream:`, VARIABLE], {}, "unknown unknown own unknown"],
    ["may be a group", [`${HEAD}:`, VARIABLE], {}, "unknown unknown unknown unknown"],
    ["is no ARN all the same", ["x:", VARIABLE], {}, "none no malformed malformed"],
  ])("%s", (_, pattern, target, expected) => {
    expect(told(pattern, target)).toBe(expected);
  });
});
