import type { FlowLogPath } from "../../../../gate/report/report";
import { renderText } from "../../../../gate/report/text";
import { finding, report } from "../sample";

function flowLog(name: string, source = 0): FlowLogPath {
  const ref = (address: string): { source: number; address: string } => ({ source, address });
  return {
    ...ref(`aws_flow_log.${name}`),
    verdict: "fail",
    scope: [ref(`aws_vpc.${name}`)],
    policies: [],
    role: ref("aws_iam_role.r"),
    destination: ref("aws_cloudwatch_log_group.g"),
    brokenAt: "policy",
  };
}

const naming = (...names: string[]): { related: { source: number; address: string }[] } => ({
  related: names.map((name) => ({ source: 0, address: `aws_flow_log.${name}` })),
});

/** Without the lines before the first heading and after the last finding. */
function body(text: string): string {
  return text.replace(/^[^\n]*\n\n/, "").replace(/\n\n`flowgate explain[^]*$/, "");
}

test("findings stand under the flow log that they are about, what fails first; the heading says what the lines below would repeat", () => {
  const findings = [
    finding({
      rule: "retention-too-short",
      address: "aws_cloudwatch_log_group.g",
      message: "records are deleted after 7 days",
      fix: "keep them",
      ...naming("f"),
    }),
    finding({ rule: "delivery-race", severity: "warning", message: "it does not wait", fix: "wait" }),
    finding({
      constructPath: "network/f",
      location: { path: "main.ts", line: 14 },
      related: [
        { source: 0, address: "aws_iam_policy.p" },
        { source: 0, address: "aws_iam_role.r" },
        { source: 0, address: "aws_cloudwatch_log_group.g" },
      ],
    }),
  ];
  const flowLogs = [{ ...flowLog("f"), constructPath: "network/f" }, flowLog("clean")];
  expect(body(renderText(report({ findings, flowLogs })))).toBe(`\
aws_flow_log.f  network/f  main.ts:14
  vpc f -> flow log -> role r -x policy broken x-> log group g

error[delivery-not-granted]: the role may not write to its own log group
  ::: aws_iam_policy.p
   = help: grant the group's ARN

error[retention-too-short]: records are deleted after 7 days
  --> aws_cloudwatch_log_group.g
   = help: keep them

warning[delivery-race]: it does not wait
   = help: wait`);
});

test("what several flow logs share stands once, under all of them; what is about none stands last", () => {
  const findings = [
    finding({ rule: "capture-uncovered", address: "aws_vpc.x", message: "nothing captures it" }),
    finding({ rule: "retention-unset", address: "aws_cloudwatch_log_group.g", ...naming("a", "b") }),
    finding({ address: "aws_flow_log.b" }),
  ];
  expect(body(renderText(report({ findings, flowLogs: [flowLog("a"), flowLog("b")] })))).toBe(`\
aws_flow_log.a
aws_flow_log.b
  2 vpcs -> 2 flow logs -> role r -x policy broken x-> log group g

error[retention-unset]: the role may not write to its own log group
  --> aws_cloudwatch_log_group.g
   = help: grant the group's ARN

aws_flow_log.b
  vpc b -> flow log -> role r -x policy broken x-> log group g

error[delivery-not-granted]: the role may not write to its own log group
   = help: grant the group's ARN

other findings

error[capture-uncovered]: nothing captures it
  --> aws_vpc.x
   = help: grant the group's ARN`);
});

test("of two flow logs, of six, nothing is left out that costs one line", () => {
  const text = (count: number): string => {
    const names = Array.from({ length: count }, (_, at) => `f${at}`);
    const findings = names.map((name) => finding({ address: `aws_flow_log.${name}` }));
    return body(renderText(report({ findings, flowLogs: names.map((name) => flowLog(name)) })));
  };
  expect(text(2)).toContain("\n  --> aws_flow_log.f0\n  --> aws_flow_log.f1\n   = help");
  expect(text(6)).toContain("aws_flow_log.f4\naws_flow_log.f5\n  6 vpcs");
  expect(text(7)).toContain("aws_flow_log.f4\nand 2 more flow logs\n");
});

describe("a fleet with one defect", () => {
  const names = Array.from({ length: 50 }, (_, at) => `f${at}`);
  const told = (about: (name: string) => Partial<Parameters<typeof finding>[0]>): string =>
    body(
      renderText(
        report({
          findings: names.map((name) => finding({ address: `aws_flow_log.${name}`, ...about(name) })),
          flowLogs: names.map((name) => flowLog(name)),
        }),
      ),
    );

  test("is told once, by an example, with how many there are", () => {
    const text = told((name) => ({
      message: `aws_iam_policy.${name} covers "${name}*", not its log group (/net/${name})`,
      fix: `grant aws_cloudwatch_log_group.${name}`,
      corrected: { Resource: name },
    }));
    expect(text).toBe(`\
aws_flow_log.f0
aws_flow_log.f1
aws_flow_log.f2
aws_flow_log.f3
aws_flow_log.f4
and 45 more flow logs
  50 vpcs -> 50 flow logs -> role r -x policy broken x-> log group g

error[delivery-not-granted]: aws_iam_policy.f0 covers "f0*", not its log group
  (/net/f0)
  --> aws_flow_log.f0
  --> and 49 more alike
   = help: grant aws_cloudwatch_log_group.f0
       {
         "Resource": "f0"
       }
       (of aws_flow_log.f0; each of the others has its own names)`);
  });

  test("names the parts that have it, and one cure for all", () => {
    const text = told((name) => ({
      address: `aws_cloudwatch_log_group.${name}`,
      ...naming(name),
      corrected: { Resource: "*" },
    }));
    expect(text).toContain("  --> aws_cloudwatch_log_group.f4\n  --> and 45 more\n");
    expect(text).not.toContain("own names");
  });

  test("is several where a number, a cause, an excuse or a severity differs", () => {
    const heads = (about: (name: string) => Partial<Parameters<typeof finding>[0]>): number =>
      told(about).match(/^(?:error|warning|waived|known|undecided)\[/gm)?.length ?? 0;
    const isFirst = (name: string): boolean => name === "f0";
    expect(heads((name) => ({ message: isFirst(name) ? "after 7 days" : "after 14 days" }))).toBe(2);
    expect(heads((name) => ({ cause: isFirst(name) ? "a" : "b" }))).toBe(2);
    expect(heads((name) => ({ severity: isFirst(name) ? "error" : "warning" }))).toBe(2);
    expect(heads((name) => (isFirst(name) ? { known: true } : {}))).toBe(2);
    const waiver = (reason: string): Partial<Parameters<typeof finding>[0]> => ({
      waiver: { reason, until: "2027-01-01", daysLeft: 3 },
    });
    expect(heads((name) => waiver(isFirst(name) ? "one" : "other"))).toBe(2);
  });

  test("over many stacks names the first of them", () => {
    const sources = names.map((name) => ({ path: `${name}.tf.json`, kind: "synth", hash: "" }) as const);
    const text = renderText(
      report({
        sources,
        findings: names.map((_, source) => finding({ source, rule: "trust-any", address: "aws_iam_role.r" })),
      }),
    );
    expect(text).toContain("f4.tf.json\nand 45 more\n\nerror[trust-any]");
    expect(text).toContain("  --> aws_iam_role.r\n  --> aws_iam_role.r  in f1.tf.json\n");
  });
});

test("two fragments of one policy are two findings", () => {
  const findings = [
    finding({ message: 'reaches "a*"', evidence: { text: "a*", start: 1, end: 2 } }),
    finding({ message: 'reaches "b*"', evidence: { text: "b*", start: 1, end: 2 } }),
  ];
  expect(renderText(report({ findings })).match(/^error/gm)).toHaveLength(2);
});

describe("what several rules cannot tell", () => {
  const unread = (rule: string, address: string, culprit: string): ReturnType<typeof finding> =>
    finding({
      rule,
      address,
      verdict: "undecided",
      cause: "policy-unread",
      message: `${rule} cannot be told, because aws_iam_role_policy.p cannot be read`,
      related: [{ source: 0, address: culprit }],
    });

  test("for one policy that cannot be read is one thing to do, though the rules ask of different subjects", () => {
    const text = renderText(
      report({
        verdict: "undecided",
        findings: [
          unread("delivery-not-granted", "aws_flow_log.f", "aws_iam_role_policy.p"),
          unread("privilege-pass-role", "aws_iam_role.r", "aws_iam_role_policy.p"),
          unread("privilege-wildcard-action", "aws_iam_role.r", "aws_iam_role_policy.other"),
        ],
      }),
      { why: new Map([["delivery-not-granted", "nothing arrives"]]) },
    );
    expect(text).toContain(`\
undecided[delivery-not-granted and 1 more]: delivery-not-granted cannot be told,
  because aws_iam_role_policy.p cannot be read
  --> aws_flow_log.f
  ::: aws_iam_role_policy.p
   = rules: delivery-not-granted, privilege-pass-role
   = help: grant the group's ARN

undecided[privilege-wildcard-action]:`);
    expect(text).toContain("not proven: 3 undecided ");
  });
});

test("a terminal of 40 columns has no line of prose or places that is wider", () => {
  const text = renderText(
    report({
      findings: [
        finding({
          constructPath: "network/flow-logs/flow_log",
          location: { path: "main.ts", line: 14 },
          evidence: { text: "arn:aws:logs:eu-west-1:123456789012:log-group:/net*", start: 40, end: 50 },
        }),
      ],
      flowLogs: [flowLog("other")],
    }),
    { width: 40, quiet: false },
  );
  const [, ...lines] = text.trimEnd().split("\n").slice(0, -1);
  expect(lines.filter((line) => line.length > 40)).toEqual([]);
  expect(text).toContain("  --> network/flow-logs/flow_log\n      aws_flow_log.f\n      main.ts:14\n");
});
