import type { CatalogueRule } from "../../../../gate/judge/catalogue";
import { readCatalogue } from "../../../../gate/judge/catalogue";
import type { Audience } from "../../../../gate/report/format/audience";
import type { Report } from "../../../../gate/report/report";
import { finding, report } from "../sample";

export const catalogue: readonly CatalogueRule[] = readCatalogue();
export const audience: Audience = { catalogue };

/** Everything that a name in Terraform, a policy or a stack can bring along. */
export const HOSTILE = [
  "line\nbreak\r\n::error::injected",
  "##vso[task.complete result=Succeeded;]",
  "| pipe ` tick *bold* _it_ [text](https://evil.example) <img src=x onerror=alert(1)> </script>",
  "--> @everyone #1 $x$ www.evil.example",
  "\u202egnp.exe\u200b\u0000\u001b[2J\ud800 ]]> &amp; ;,:%0A ```",
].join(" ");

/** One finding of each weight, on a flow log whose path is broken at the policy. */
export const mixed: Report = report({
  verdict: "fail",
  exitCode: 1,
  findings: [
    finding({
      fingerprint: "a".repeat(64),
      address: "aws_flow_log.f",
      constructPath: "network/flow-logs",
      location: { path: "main.ts", line: 14, column: 3 },
      related: [{ source: 0, address: "aws_iam_role_policy.p" }],
      evidence: { text: "arn:aws:logs:eu-west-1:1:log-group:/x*", start: 35, end: 37 },
      corrected: { Version: "2012-10-17", Statement: [] },
      controls: ["CIS AWS v6.0.0 4.7"],
    }),
    finding({ rule: "retention-unset", verdict: "undecided", cause: "unknown", fingerprint: "b".repeat(64) }),
    finding({ rule: "delivery-race", severity: "warning", cause: "policy", fingerprint: "c".repeat(64) }),
    finding({
      rule: "retention-too-short",
      cause: "below-minimum",
      fingerprint: "d".repeat(64),
      address: "aws_cloudwatch_log_group.g",
      waiver: { reason: "sandbox", until: "2027-03-31", daysLeft: 130 },
    }),
    finding({ rule: "trust-extra-principal", cause: "account", fingerprint: "e".repeat(64), known: true }),
  ],
  rules: [
    { id: "delivery-not-granted", pass: 2, fail: 1, undecided: 0, waived: 0 },
    { id: "retention-unset", pass: 0, fail: 0, undecided: 1, waived: 0 },
    { id: "delivery-race", pass: 0, fail: 1, undecided: 0, waived: 0 },
    { id: "retention-too-short", pass: 0, fail: 0, undecided: 0, waived: 1 },
    { id: "trust-extra-principal", pass: 1, fail: 0, undecided: 0, waived: 0, known: 1 },
  ],
  flowLogs: [
    {
      source: 0,
      address: "aws_flow_log.f",
      verdict: "fail",
      scope: [{ source: 0, address: "aws_vpc.v" }],
      role: { source: 0, address: "aws_iam_role.r" },
      policies: [{ source: 0, address: "aws_iam_role_policy.p" }],
      destination: { source: 0, address: "aws_cloudwatch_log_group.g" },
      brokenAt: "policy",
    },
  ],
});

/** The same with a hostile text wherever a text of the input can stand. */
export const hostile: Report = report({
  verdict: "fail",
  exitCode: 1,
  sources: [{ path: `../${HOSTILE}`, kind: "plan", stack: HOSTILE, hash: "h" }],
  findings: [
    finding({
      address: HOSTILE,
      constructPath: HOSTILE,
      location: { path: HOSTILE, line: 1 },
      message: HOSTILE,
      fix: HOSTILE,
      evidence: { text: HOSTILE, start: 0, end: 4 },
      corrected: { Sid: HOSTILE },
      related: [{ source: 0, address: HOSTILE }],
    }),
    finding({
      rule: "retention-too-short",
      address: HOSTILE,
      waiver: { reason: HOSTILE, until: "2027-03-31", daysLeft: 1 },
    }),
  ],
  flowLogs: [
    {
      source: 0,
      address: HOSTILE,
      verdict: "fail",
      scope: [{ source: 0, address: HOSTILE }],
      role: { source: 0, address: HOSTILE },
      policies: [{ source: 0, address: HOSTILE }],
      destination: { source: 0, address: HOSTILE },
      brokenAt: "trust",
    },
  ],
});

/** 10,000 failures on as many flow logs. */
export function many(count = 10_000): Report {
  return report({
    verdict: "fail",
    exitCode: 1,
    findings: Array.from({ length: count }, (_, at) =>
      finding({ address: `aws_flow_log.f${at}`, fingerprint: String(at).padStart(64, "0") }),
    ),
  });
}

/** A run that could not judge. */
export const refused: Report = report({
  verdict: "error",
  exitCode: 2,
  sources: [],
  rules: [],
  errors: [
    { path: "plan.json", line: 3, column: 7, message: "this is no JSON", fix: "write the plan again" },
  ],
});
