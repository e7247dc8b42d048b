import { readPolicy } from "../../../../gate/model/policy/read-policy";
import { GROUP, contextOf, decode, policy } from "./world";

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
  const { written, patterns } = decode(policy({ ...WRITE, Resource: "${aws_x.lg.arn}:*" }), "permission", {
    values: { "aws_x.lg.arn": [GROUP] },
  });
  expect(written[0]?.resources).toEqual(["${aws_x.lg.arn}:*"]);
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
