import { loadPolicySync } from "@open-policy-agent/opa-wasm";
import { judge } from "../../../gate/judge/judge";
import { loadPolicy } from "../../../gate/judge/policy";
import { startEvaluation } from "../../../gate/judge/evaluate";
import { documented, fleet } from "./models";

const policy = loadPolicy();

describe("a judgement", () => {
  it("of the documented Terraform names its seven faults", () => {
    const { settled } = judge(documented(), undefined);
    expect(new Set(settled.findings.map(({ rule }) => rule))).toEqual(
      new Set([
        "delivery-not-granted",
        "delivery-policy-unattached",
        "delivery-race",
        "privilege-create-log-group",
        "privilege-wildcard-resource",
        "retention-too-short",
        "trust-confused-deputy",
      ]),
    );
    expect(settled).toMatchObject({ verdict: "fail", exit_code: 1 });
  });

  it("follows the settings", () => {
    const strict = judge(documented(), { retention: { minimumDays: 7 }, rules: { "delivery-race": "off" } });
    const rules = strict.settled.findings.map(({ rule }) => rule);
    expect(rules).not.toContain("retention-too-short");
    expect(rules).not.toContain("delivery-race");
  });

  it("carries the hash of the policies", () => {
    expect(judge(documented(), undefined).policyHash).toBe(policy.hash);
    expect(policy.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the same every time", () => {
    expect(judge(documented(), undefined)).toEqual(judge(documented(), undefined));
  });
});

describe("an evaluation", () => {
  it.each(policy.rules)("answers %s as opa-wasm's own evaluate does", (rule) => {
    const own = loadPolicySync(policy.module, { initial: 256 });
    own.setData({});
    const [answer] = own.evaluate(documented(), rule) as { result: unknown }[];
    expect(startEvaluation(policy.module, {}, documented()).ask(rule)).toEqual(answer?.result);
  });

  it("settles as the report that is asked for at once", () => {
    const evaluation = startEvaluation(policy.module, {}, documented());
    const report = evaluation.ask("flowgate/report") as { findings: unknown[]; verdict: string };
    const { settled } = judge(documented(), undefined);
    expect(report.verdict).toBe(settled.verdict);
    expect(report.findings).toHaveLength(settled.findings.length);
    expect(report.findings).toEqual(expect.arrayContaining([...settled.findings]));
  });

  it("of 20,000 resources never needs more memory than it began with", () => {
    const evaluation = startEvaluation(policy.module, {}, fleet(5000));
    const before = evaluation.memory();
    const verdicts = policy.rules.map((rule) => evaluation.ask(rule));
    evaluation.replaceInput({ version: 1, today: "2026-11-21", sources: [], waivers: [], verdicts });
    expect(evaluation.ask("flowgate/settled")).toMatchObject({ verdict: "fail" });
    expect(evaluation.memory()).toBe(before);
  });

  it("reads names of any script", () => {
    const model = documented();
    const [group] = model.log_groups;
    if (group === undefined) throw new Error("the documented Terraform has a log group");
    group.address = "aws_cloudwatch_log_group.日誌🚀";
    const { settled } = judge(model, undefined);
    expect(settled.findings.map(({ address }) => address)).toContain("aws_cloudwatch_log_group.日誌🚀");
  });
});
