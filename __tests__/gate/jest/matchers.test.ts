import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, Aspects, TerraformStack, Testing } from "cdktf";
import { FlowLogs } from "../../../modules";
import "../../../gate/jest";

const EXPECTED = "expected a stack, a synthesized text, the path of one, or a plan, and got";

/** A stack as a user writes it; `retentionDays` as he likes. */
function stack(retentionDays = 365): TerraformStack {
  const made = new TerraformStack(new App(), "network");
  new AwsProvider(made, "aws", { region: "eu-west-1" });
  const vpc = new Vpc(made, "vpc", { cidrBlock: "10.0.0.0/16" });
  new FlowLogs(made, "flow-logs", { vpcId: vpc.id, logGroup: { retentionDays: retentionDays as 365 } });
  return made;
}

/** What a matcher says when it does not hold. */
function messageOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the assertion holds");
}

test("what FlowLogs makes satisfies the policies, as a stack and as synthesized text", () => {
  expect(stack()).toSatisfyFlowLogPolicies();
  expect(Testing.synth(stack())).toSatisfyFlowLogPolicies();
  expect(JSON.parse(Testing.synth(stack()))).toSatisfyFlowLogPolicies();
});

test("the folder that Testing.fullSynth writes is judged, and so is the path of a file", () => {
  const folder = Testing.fullSynth(stack());
  expect(folder).toSatisfyFlowLogPolicies();
  expect(join(folder, "stacks", "network", "cdk.tf.json")).toSatisfyFlowLogPolicies();
  expect(Testing.fullSynth(stack(7))).toHaveFlowLogFinding("retention-too-short");
});

test("a folder that holds no document fails, with why", () => {
  const folder = mkdtempSync(join(tmpdir(), "flowgate-matchers-"));
  const message = messageOf(() => {
    expect(folder).not.toSatisfyFlowLogPolicies();
  });
  rmSync(folder, { recursive: true });
  expect(message).toMatch(/^flowgate could not judge\n\nerror: the folder is empty\n/);
});

test("a folder of .tf fails, with what judges it: it cannot be parsed at once", () => {
  expect(
    messageOf(() => {
      expect(join(__dirname, "..", "..", "fixtures", "documented")).not.toSatisfyFlowLogPolicies();
    }),
  ).toBe(`${EXPECTED} HCL, which \`flowgate check\` judges`);
});

test("a failure's message is the text report", () => {
  const message = messageOf(() => {
    expect(stack(7)).toSatisfyFlowLogPolicies();
  });
  expect(message).toContain("expected the flow-log policies to hold");
  expect(message).toContain("error[retention-too-short]");
  expect(message).toMatch(/fail {2}1 failed/);
});

test("the settings of the project are asked for by hand", () => {
  expect(stack(7)).toSatisfyFlowLogPolicies({ settings: { retention: { minimumDays: 7 } } });
});

test("a finding is told by its rule and its resource", () => {
  const short = stack(7);
  expect(short).toHaveFlowLogFinding("retention-too-short");
  const group = short.node.findAll().find((each) => each instanceof CloudwatchLogGroup);
  expect(short).toHaveFlowLogFinding(
    "retention-too-short",
    `aws_cloudwatch_log_group.${group?.friendlyUniqueId}`,
  );
  expect(short).not.toHaveFlowLogFinding("retention-too-short", "aws_cloudwatch_log_group.other");
  expect(short).not.toHaveFlowLogFinding("retention-unset");
});

test("a finding that is not there is asked for with the report", () => {
  const message = messageOf(() => {
    expect(stack()).toHaveFlowLogFinding("retention-unset", "aws_cloudwatch_log_group.x");
  });
  expect(message).toContain("expected a finding of retention-unset for aws_cloudwatch_log_group.x");
  expect(message).toMatch(/pass {2}\d+ rules hold/);
});

test("a misspelt rule is refused, or `.not` would hold for ever", () => {
  expect(() => {
    expect(stack()).not.toHaveFlowLogFinding("retention-unsett");
  }).toThrow('there is no rule "retention-unsett": did you mean "retention-unset"?');
  expect(() => {
    expect(stack()).not.toHaveFlowLogFinding("zzz");
  }).toThrow('there is no rule "zzz"');
});

test("what an aspect would change is not judged unseen", () => {
  const changed = stack();
  Aspects.of(changed).add({ visit: () => undefined });
  expect(() => {
    expect(changed).toSatisfyFlowLogPolicies();
  }).toThrow(
    'the stack "network" has aspects, which only synthesis runs: give Testing.synth(stack), not the stack',
  );
  expect(Testing.synth(changed)).toSatisfyFlowLogPolicies();
});

const circular: Record<string, unknown> = {};
circular.self = circular;

test.each<[string, unknown, string]>([
  ["nothing to judge", "{}", "flowgate could not judge"],
  ["malformed JSON", "{", "flowgate could not judge"],
  ["no JSON", "resource", `${EXPECTED} a text that is neither JSON nor the path of a folder or file`],
  ["a number", 3, `${EXPECTED} number`],
  ["null", null, `${EXPECTED} null`],
  ["nothing", undefined, `${EXPECTED} undefined`],
  ["an app", Testing.app(), `${EXPECTED} a construct that is no stack (App)`],
  ["a construct", flowLogsOf(stack()), `${EXPECTED} a construct that is no stack (FlowLogs)`],
  ["a resource", stack().node.findAll()[2], `${EXPECTED} a construct that is no stack (Vpc)`],
  ["what holds itself", circular, `${EXPECTED} an object that JSON cannot hold`],
])("%s fails, also behind .not", (_, subject, message) => {
  expect(() => {
    expect(subject).toSatisfyFlowLogPolicies();
  }).toThrow(message);
  expect(() => {
    expect(subject).not.toSatisfyFlowLogPolicies();
  }).toThrow(message);
});

function flowLogsOf(made: TerraformStack): unknown {
  return made.node.findAll().find((each) => each instanceof FlowLogs);
}
