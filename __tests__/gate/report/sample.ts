import type { Finding, Report } from "../../../gate/report/report";

/** A finding of which a test says only what it is about. */
export function finding(about: Partial<Finding> = {}): Finding {
  return {
    rule: "delivery-not-granted",
    verdict: "fail",
    severity: "error",
    cause: "other-log-group",
    fingerprint: "f",
    source: 0,
    address: "aws_flow_log.f",
    related: [],
    message: "the role may not write to its own log group",
    fix: "grant the group's ARN",
    controls: [],
    ...about,
  };
}

/** A report of one stack with one flow log, of which a test says only what it is about. */
export function report(about: Partial<Report> = {}): Report {
  const findings = about.findings ?? [];
  return {
    version: 1,
    tool: { name: "flowgate", version: "0.0.0" },
    policyHash: "p",
    settingsHash: "s",
    verdict: findings.length > 0 ? "fail" : "pass",
    exitCode: findings.length > 0 ? 1 : 0,
    sources: [{ path: "out/net.tf.json", kind: "synth", stack: "network", hash: "h" }],
    judged: { resources: 4, flowLogs: 1, rules: 2 },
    rules: [
      { id: "delivery-not-granted", pass: 1, fail: findings.length, undecided: 0, waived: 0 },
      { id: "retention-unset", pass: 1, fail: 0, undecided: 0, waived: 0 },
    ],
    flowLogs: [],
    findings,
    fixed: [],
    errors: [],
    ...about,
  };
}
