import fc from "fast-check";

import type { Report } from "../../../gate/report/report";
import { renderJson } from "../../../gate/report/json";
import { renderText } from "../../../gate/report/text";
import { INVISIBLE, visible } from "../../../gate/report/visible";
import { finding, report } from "./sample";

const ARN = "arn:aws:logs:*:*:log-group:/aws/vpc/flow-logs*";

test("a finding says what, where, which part, why and how to fix it; the last line is the answer", () => {
  const found = finding({
    constructPath: "network/flow-logs/flow_log",
    location: { path: "main.ts", line: 14 },
    related: [
      { source: 0, address: "aws_iam_policy.p" },
      { source: 0, address: "aws_flow_log.f" },
    ],
    evidence: { text: ARN, start: 27, end: ARN.length },
    corrected: { Statement: [{ Resource: "*", Effect: "Allow", Sid: "S", Other: 1 }], Version: "2012-10-17" },
  });
  const why = new Map([
    ["delivery-not-granted", "AWS shows the flow log as ACTIVE and no record is delivered."],
  ]);
  expect(renderText(report({ findings: [found] }), { why })).toBe(`\
network  out/net.tf.json

error[delivery-not-granted]: the role may not write to its own log group
  --> network/flow-logs/flow_log  aws_flow_log.f  main.ts:14
  ::: aws_iam_policy.p
   |
   |  arn:aws:logs:*:*:log-group:/aws/vpc/flow-logs*
   |                             ^^^^^^^^^^^^^^^^^^^
   |
   = why: AWS shows the flow log as ACTIVE and no record is delivered.
   = help: grant the group's ARN
       {
         "Version": "2012-10-17",
         "Statement": [
           {
             "Sid": "S",
             "Effect": "Allow",
             "Resource": "*",
             "Other": 1
           }
         ]
       }

\`flowgate explain RULE\` says more about a rule

fail  1 failed, 1 of 2 rules passed for 1 flow log (4 resources) in network
`);
});

test("findings stand under their sources; a reason and a corrected policy are told once", () => {
  const sources = [
    { path: "a.tf.json", kind: "synth", hash: "" },
    { path: "b.tf.json", kind: "synth", hash: "", stack: "b" },
  ] as const;
  const others = [1, 2, 3, 4, 5].map((at) => ({ source: 0, address: `aws_flow_log.f${at}` }));
  const findings = [
    finding({ corrected: { Statement: [] }, related: [{ source: 1, address: "aws_iam_role.r" }] }),
    finding({ corrected: { Statement: [] }, severity: "warning", related: others }),
    finding({ source: 1, verdict: "undecided", message: "not known" }),
  ];
  const why = new Map([["delivery-not-granted", "nothing is delivered"]]);
  expect(renderText(report({ sources, findings }), { why })).toBe(`\
a.tf.json

error[delivery-not-granted]: the role may not write to its own log group
  --> aws_flow_log.f
  ::: aws_iam_role.r  in b.tf.json
   = why: nothing is delivered
   = help: grant the group's ARN
       {
         "Statement": []
       }

warning[delivery-not-granted]: the role may not write to its own log group
  --> aws_flow_log.f
  ::: aws_flow_log.f1
  ::: aws_flow_log.f2
  ::: aws_flow_log.f3
  ::: and 2 more
   = help: grant the group's ARN
       (the same policy as above)

b  b.tf.json

undecided[delivery-not-granted]: not known
  --> aws_flow_log.f
   = help: grant the group's ARN

\`flowgate explain RULE\` says more about a rule

fail  1 failed, 1 warning, 1 undecided, 1 of 2 rules passed for 1 flow log (4 resources) in a.tf.json, b
`);
});

test("a clean run says where the files are", () => {
  expect(renderText(report())).toBe(`\
network  out/net.tf.json

pass  2 rules hold for 1 flow log (4 resources) in network
`);
  const sources = [1, 2, 3, 4, 5, 6, 7].map(
    (at) => ({ path: `${at}.tf.json`, kind: "synth", hash: "" }) as const,
  );
  expect(renderText(report({ sources }))).toBe(`\
1.tf.json
2.tf.json
3.tf.json
4.tf.json
5.tf.json
and 2 more

pass  2 rules hold for 1 flow log (4 resources) in 7 sources
`);
});

test("prose fits into 80 columns; what stands below a first line is indented", () => {
  const message = "the role may not write to its own log group, since ".repeat(4).trim();
  const text = renderText(report({ findings: [finding({ message, fix: message })] }), {
    why: new Map([["delivery-not-granted", message]]),
    paint: (tone, part) => (tone === "error" || tone === "strong" ? `<${part}>` : part),
  });
  expect(text).toContain(`
<error[delivery-not-granted]>: <the role may not write to its own log group, since>
<  the role may not write to its own log group, since the role may not write to>
<  its own log group, since the role may not write to its own log group, since>
  -->`);
  expect(
    Math.max(
      ...text
        .replace(/[<>]/g, "")
        .split("\n")
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(80);
});

test("what could not be judged is told with its place", () => {
  const errors = [
    { path: "x.tf.json", line: 3, column: 5, message: "the JSON is malformed", fix: "correct it here" },
    { message: "there is nothing to judge", fix: "give the stack" },
  ];
  expect(renderText(report({ verdict: "error", exitCode: 2, errors }))).toBe(`\
error: the JSON is malformed
  --> x.tf.json:3:5
   = help: correct it here

error: there is nothing to judge
   = help: give the stack

could not judge: 2 problems
`);
});

describe("the last line", () => {
  const last = (about: Parameters<typeof report>[0]): string => renderText(report(about), { quiet: true });
  const undecided = (fix: string): ReturnType<typeof finding> => finding({ verdict: "undecided", fix });

  test("of a clean run says what was judged", () => {
    expect(last({})).toBe("pass  2 rules hold for 1 flow log (4 resources) in network\n");
  });

  test("of many sources counts them", () => {
    const sources = ["a", "b", "c", "d"].map((path) => ({ path, kind: "synth", hash: "" }) as const);
    expect(last({ sources })).toBe("pass  2 rules hold for 1 flow log (4 resources) in 4 sources\n");
  });

  test("of a run with warnings alone is still a pass", () => {
    expect(last({ verdict: "pass", findings: [finding({ severity: "warning" })] })).toBe(
      "pass  1 warning, 1 of 2 rules passed for 1 flow log (4 resources) in network\n",
    );
  });

  test("of an undecided run says what would prove it", () => {
    expect(
      last({ verdict: "undecided", findings: [undecided("give a literal"), undecided("give a literal")] }),
    ).toBe("not proven: 2 undecided for 1 flow log in network; to prove it, give a literal\n");
  });

  test("of an undecided run says no more than the first clause of how to prove it, and what a plan alone or .tf alone lack", () => {
    const source = (kind: "hcl" | "plan", path: string) => ({ path, kind, hash: "" }) as const;
    const findings = [undecided("judge both stacks; where there is one, look by hand")];
    const told = (sources?: Report["sources"]): string | undefined =>
      last({ verdict: "undecided", findings, ...(sources && { sources }) }).split("; ")[1];
    expect(told()).toBe("to prove it, judge both stacks\n");
    expect(told([source("hcl", "infra")])).toBe("to prove it, judge both stacks, or add its plan\n");
    expect(told([source("plan", "p.json")])).toBe(
      "to prove it, add its source: flowgate check p.json SOURCE\n",
    );
    expect(told([source("plan", "p.json"), source("hcl", "infra")])).toBe("to prove it, judge both stacks\n");
  });

  test("of a run that is undecided for several reasons points to the help lines", () => {
    expect(last({ verdict: "undecided", findings: [undecided("one"), undecided("other")] })).toBe(
      "not proven: 2 undecided for 1 flow log in network; to prove it, do what each finding says\n",
    );
  });

  test("of a failure that does not fail the run says so", () => {
    expect(last({ exitCode: 0, verdict: "fail", findings: [finding()] })).toBe(
      "fail  1 failed, 1 of 2 rules passed for 1 flow log (4 resources) in network (exit 0, as --fail-on asks)\n",
    );
  });
});

test("colour is what the caller paints", () => {
  const paint = (tone: string, text: string): string => `<${tone}>${text}</${tone}>`;
  const text = renderText(report({ findings: [finding({ severity: "warning" })] }), { paint });
  expect(text).toContain("<warning>warning[delivery-not-granted]</warning>: <strong>");
  expect(text).toMatch(/<fail>fail {2}1 warning.*<\/fail>\n$/);
});

describe("a text of the input cannot move the terminal or hide itself", () => {
  test.each([
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"],
    ["a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
    ["zero\u200bwidth\ufeff", "zero\\u{200b}width\\u{feff}"],
    ["\u009b31m", "\\u{9b}31m"],
    ["tag\u{e0041}", "tag\\u{e0041}"],
    ["übung 日本 😀", "übung 日本 😀"],
  ])("%j is shown as %s", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test("wherever it stands in a finding", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const evil = finding({
          message: text,
          fix: text,
          constructPath: text,
          address: text,
          location: { path: text, line: 1 },
          related: [{ source: 0, address: `${text}2` }],
          evidence: { text, start: 0, end: 1 },
          corrected: { [text]: text },
        });
        const sources = [{ path: text, kind: "synth", stack: text, hash: "" }] as const;
        const errors = [{ path: text, message: text, fix: text }];
        const told = report({ findings: [evil], sources, errors });
        const invisible = new RegExp(
          INVISIBLE.source.replace("\\u0000-\\u001f", "\\u0000-\\u0009\\u000b-\\u001f"),
          "u",
        );
        expect(renderText(told)).not.toMatch(invisible);
        expect(renderJson(told)).not.toMatch(invisible);
        expect(JSON.parse(renderJson(told))).toEqual(told);
      }),
    );
  });
});
