import type { App } from "cdktf";
import { FlowLogs } from "../../modules";
import { document, GROUP } from "./documents";
import { names, only, stackOf, synthesize, synthesizeApp, type Synthesized } from "./synthesize";

const FIRST = "first_A7937B64";
const SECOND = "second_16367AAC";

function flowLog(synthesized: Synthesized | undefined, name: string): unknown {
  return synthesized?.resource["aws_flow_log"]?.[name];
}

describe("a second flow log shares the first one's log group and role", () => {
  const synthesized = synthesize((stack) => {
    const first = new FlowLogs(stack, "first", { vpcId: "vpc-1" });
    const { logGroup, role } = first;
    new FlowLogs(stack, "second", { vpcId: "vpc-2", logGroup, role });
  });

  test("one group, one role, one policy", () => {
    expect(names(synthesized, "aws_cloudwatch_log_group")).toEqual([FIRST]);
    expect(names(synthesized, "aws_iam_role")).toEqual([FIRST]);
    expect(names(synthesized, "aws_iam_role_policy")).toEqual([FIRST]);
  });

  test("it writes there, with that role, once the policy stands", () => {
    expect(flowLog(synthesized, SECOND)).toMatchObject({
      log_destination: `\${aws_cloudwatch_log_group.${FIRST}.arn}`,
      iam_role_arn: `\${aws_iam_role.${FIRST}.arn}`,
      depends_on: [`aws_iam_role_policy.${FIRST}`],
    });
  });
});

describe("a second flow log shares the role alone", () => {
  const synthesized = synthesize((stack) => {
    const { role } = new FlowLogs(stack, "first", { vpcId: "vpc-1" });
    const second = new FlowLogs(stack, "second", { vpcId: "vpc-2", role });
    new FlowLogs(stack, "third", { vpcId: "vpc-3", role, logGroup: second.logGroup });
  });

  test("the role's one policy grants both groups, and nothing more", () => {
    expect(names(synthesized, "aws_iam_role_policy")).toEqual([FIRST]);
    const first = `${GROUP}:/aws/vpc-flow-logs/network/first`;
    const second = `${GROUP}:/aws/vpc-flow-logs/network/second`;
    expect(document(only(synthesized, "aws_iam_role_policy"), "policy")).toMatchObject({
      Statement: [
        {
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: [`${first}:log-stream:*`, `${second}:log-stream:*`],
        },
        { Action: "logs:DescribeLogStreams", Resource: [first, `${first}:*`, second, `${second}:*`] },
        { Action: "logs:DescribeLogGroups", Resource: "*" },
      ],
    });
  });

  test("each of the three waits for it", () => {
    const waiting = Object.values(synthesized.resource["aws_flow_log"] ?? {});
    expect(waiting.map((waits) => waits["depends_on"])).toEqual(
      [1, 2, 3].map(() => [`aws_iam_role_policy.${FIRST}`]),
    );
  });
});

test("a second flow log shares the log group alone: its own role is granted that group", () => {
  const synthesized = synthesize((stack) => {
    const { logGroup } = new FlowLogs(stack, "first", { vpcId: "vpc-1" });
    new FlowLogs(stack, "second", { vpcId: "vpc-2", logGroup });
  });
  expect(names(synthesized, "aws_cloudwatch_log_group")).toEqual([FIRST]);
  expect(names(synthesized, "aws_iam_role").sort()).toEqual([FIRST, SECOND]);
  const policies = synthesized.resource["aws_iam_role_policy"] ?? {};
  expect(policies[SECOND]?.["policy"]).toBe(policies[FIRST]?.["policy"]);
  expect(flowLog(synthesized, SECOND)).toMatchObject({ depends_on: [`aws_iam_role_policy.${SECOND}`] });
});

test("what exists is shared like what was made", () => {
  const synthesized = synthesize((stack) => {
    const { logGroup, role } = new FlowLogs(stack, "first", {
      vpcId: "vpc-1",
      logGroup: { existing: { name: "/there" } },
      role: { existing: { arn: "arn:aws:iam::123456789012:role/delivery" } },
    });
    new FlowLogs(stack, "second", { vpcId: "vpc-2", logGroup, role });
  });
  expect(Object.keys(synthesized.resource)).toEqual(["aws_flow_log"]);
  expect(flowLog(synthesized, SECOND)).toMatchObject({
    iam_role_arn: "arn:aws:iam::123456789012:role/delivery",
    log_destination: expect.stringMatching(/:log-group:\/there$/) as string,
  });
});

describe("a flow log in another stack shares both", () => {
  const stacks = synthesizeApp((app: App) => {
    const { logGroup, role } = new FlowLogs(stackOf(app, "hub"), "first", { vpcId: "vpc-1" });
    const spoke = stackOf(app, "spoke");
    new FlowLogs(spoke, "second", { vpcId: "vpc-2", logGroup, role });
    new FlowLogs(spoke, "third", { vpcId: "vpc-3", role });
    new FlowLogs(spoke, "fourth", { vpcId: "vpc-4", logGroup });
  });

  test("they come through the other stack's outputs, and no resource of that stack is named", () => {
    const second = flowLog(stacks["spoke"], SECOND);
    expect(second).toMatchObject({
      log_destination: expect.stringContaining("data.terraform_remote_state.") as string,
      iam_role_arn: expect.stringContaining("data.terraform_remote_state.") as string,
    });
    expect(second).not.toHaveProperty("depends_on");
  });

  test("a new group is granted by the policy of the role, whose stack is applied before", () => {
    expect(names(stacks["spoke"] as Synthesized, "aws_iam_role_policy")).toEqual([
      expect.stringMatching(/^fourth/),
    ]);
    expect(only(stacks["hub"] as Synthesized, "aws_iam_role_policy")["policy"]).toContain(
      "log-group:/aws/vpc-flow-logs/spoke/third:log-stream:*",
    );
  });

  test("an own role asks for the account in its own stack", () => {
    expect(stacks["spoke"]?.data).toHaveProperty("aws_caller_identity.flowgate");
    expect(only(stacks["spoke"] as Synthesized, "aws_iam_role_policy")["policy"]).toContain(
      "log-group:/aws/vpc-flow-logs/hub/first",
    );
  });
});

test("a role of another stack is refused for a log group that only this stack can name", () => {
  const share = (): unknown =>
    synthesizeApp((app) => {
      const { role } = new FlowLogs(stackOf(app, "hub"), "first", { vpcId: "vpc-1" });
      const spoke = stackOf(app, "spoke");
      new FlowLogs(spoke, "second", { vpcId: "vpc-2", role, logGroup: { name: "${var.name}" } });
    });
  expect(share).toThrow(
    'spoke/second: role is of stack hub, which cannot know the log group\'s name "${var.name}"; leave role out, or give the name as a literal',
  );
});

test("an existing role is shared with any log group of any stack: what it may do is not ours", () => {
  const stacks = synthesizeApp((app) => {
    const existing = { arn: "arn:aws:iam::123456789012:role/delivery" };
    const { role } = new FlowLogs(stackOf(app, "hub"), "first", { vpcId: "vpc-1", role: { existing } });
    new FlowLogs(stackOf(app, "spoke"), "second", {
      vpcId: "vpc-2",
      role,
      logGroup: { name: "${var.name}" },
    });
  });
  expect(flowLog(stacks["spoke"], SECOND)).toMatchObject({
    iam_role_arn: "arn:aws:iam::123456789012:role/delivery",
  });
});
