import { renderGitlab } from "../../../../gate/report/format/gitlab";
import { renderJunit } from "../../../../gate/report/format/junit";
import { finding, report } from "../sample";
import { audience, hostile, many, mixed, refused } from "./world";

describe("GitLab code quality", () => {
  interface Entry {
    check_name: string;
    description: string;
    fingerprint: string;
    severity: string;
    location: { path: string; lines: { begin: number } };
  }
  const entries = (of: Parameters<typeof renderGitlab>[0]): Entry[] =>
    JSON.parse(renderGitlab(of, audience)) as Entry[];

  test("a finding each, heaviest first, at its line", () => {
    expect(
      entries(mixed).map(({ check_name, severity, location }) => [
        check_name,
        severity,
        `${location.path}:${location.lines.begin}`,
      ]),
    ).toEqual([
      ["delivery-not-granted", "critical", "main.ts:14"],
      ["delivery-race", "minor", "out/net.tf.json:1"],
      ["retention-unset", "major", "out/net.tf.json:1"],
      ["retention-too-short", "info", "out/net.tf.json:1"],
      ["trust-extra-principal", "info", "out/net.tf.json:1"],
    ]);
  });

  test("no two entries share a fingerprint, of which GitLab would show one", () => {
    const twice = entries(report({ findings: [finding(), finding()] }));
    expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(new Set(entries(many()).map(({ fingerprint }) => fingerprint)).size).toBe(10_000);
  });

  test("what could not be judged is a blocker, so that an empty list never stands for it", () => {
    expect(entries(refused)).toMatchObject([
      {
        check_name: "flowgate",
        severity: "blocker",
        description: "could not judge: this is no JSON. To fix it, write the plan again.",
        location: { path: "plan.json", lines: { begin: 3 } },
      },
    ]);
  });
});

describe("JUnit", () => {
  test("one suite a rule; undecided, warned and waived are skipped with the reason", () => {
    expect(renderJunit(mixed, audience)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <testsuites name="flowgate" tests="7" failures="1" errors="0">
       <testsuite name="delivery-not-granted" tests="2" failures="1" errors="0" skipped="0">
         <testcase classname="delivery-not-granted" name="2 passed"/>
         <testcase classname="delivery-not-granted" name="aws_flow_log.f (other-log-group)" file="main.ts" line="14">
           <failure type="other-log-group" message="the role may not write to its own log group">the role may not write to its own log group. To fix it, grant the group&#39;s ARN.</failure>
         </testcase>
       </testsuite>
       <testsuite name="retention-unset" tests="1" failures="0" errors="0" skipped="1">
         <testcase classname="retention-unset" name="aws_flow_log.f (unknown)">
           <skipped message="undecided: the role may not write to its own log group"/>
         </testcase>
       </testsuite>
       <testsuite name="delivery-race" tests="1" failures="0" errors="0" skipped="1">
         <testcase classname="delivery-race" name="aws_flow_log.f (policy)">
           <skipped message="warning: the role may not write to its own log group"/>
         </testcase>
       </testsuite>
       <testsuite name="retention-too-short" tests="1" failures="0" errors="0" skipped="1">
         <testcase classname="retention-too-short" name="aws_cloudwatch_log_group.g (below-minimum)">
           <skipped message="waived until 2027-03-31: sandbox: the role may not write to its own log group"/>
         </testcase>
       </testsuite>
       <testsuite name="trust-extra-principal" tests="2" failures="0" errors="0" skipped="1">
         <testcase classname="trust-extra-principal" name="1 passed"/>
         <testcase classname="trust-extra-principal" name="aws_flow_log.f (account)">
           <skipped message="known from the baseline: the role may not write to its own log group"/>
         </testcase>
       </testsuite>
     </testsuites>
     "
    `);
  });

  test("under strict an undecided subject is a failure", () => {
    const undecided = report({ findings: [finding({ verdict: "undecided" })] });
    expect(renderJunit(undecided, audience)).toContain('failures="0" errors="0" skipped="1"');
    expect(renderJunit(undecided, { ...audience, strict: true })).toContain(
      'failures="1" errors="0" skipped="0"',
    );
  });

  test("what could not be judged is an error, not an empty suite", () => {
    expect(renderJunit(refused, audience)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <testsuites name="flowgate" tests="1" failures="0" errors="1">
       <testsuite name="could not judge: 1 problem" tests="1" failures="0" errors="1" skipped="0">
         <testcase classname="flowgate" name="input 1 plan.json">
           <error type="could-not-judge" message="this is no JSON">this is no JSON. To fix it, write the plan again.</error>
         </testcase>
       </testsuite>
     </testsuites>
     "
    `);
  });

  test("no name ends an attribute, a tag or the document", () => {
    const text = renderJunit(hostile, audience);
    expect(text).not.toMatch(/<(?!\?xml|\/?testsuites?\b|\/?testcase\b|\/?failure\b|skipped\b)/);
    expect(text).not.toMatch(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
  });
});
