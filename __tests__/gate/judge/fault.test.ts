import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ruleVerdict, settledVerdict } from "../../../gate/judge/answer";
import { startEvaluation } from "../../../gate/judge/evaluate";
import { JudgeFault, judge } from "../../../gate/judge/judge";
import { loadPolicy, readPolicy } from "../../../gate/judge/policy";
import type { Model } from "../../../gate/model/model";
import { packageRoot } from "../../../gate/package";
import { documented } from "./models";

const policy = loadPolicy();
const rule = "flowgate/rules/retention_unset/verdict";
const sound = { rule: "retention-unset", severity: "error", waivable: true, judged: 1, findings: [] };
const finding = {
  verdict: "fail",
  cause: "unset",
  source: 0,
  address: "a",
  related: [],
  message: "m",
  fix: "f",
};

function faultOf(step: () => unknown): JudgeFault {
  try {
    step();
  } catch (fault) {
    if (fault instanceof JudgeFault) return fault;
    throw fault;
  }
  throw new Error("no fault was thrown");
}

describe("a rule's answer", () => {
  it("is its verdict", () => {
    const answer = { ...sound, findings: [finding] };
    expect(ruleVerdict(rule, answer)).toBe(answer);
  });

  it.each([
    ["nothing", undefined, "the rule retention-unset answers nothing"],
    ["another rule's", { ...sound, rule: "trust-x" }, "the rule retention-unset answers as trust-x"],
    ...[
      ["null", null],
      ["a list", []],
      ["no severity", { ...sound, severity: "high" }],
      ["a word for waivable", { ...sound, waivable: "yes" }],
      ["fewer than no subject", { ...sound, judged: -1 }],
      ["half a subject", { ...sound, judged: 0.5 }],
      ["no list of findings", { ...sound, findings: {} }],
      ["a finding that passes", { ...sound, findings: [{ ...finding, verdict: "pass" }] }],
      ["a finding of nothing", { ...sound, findings: [null] }],
      ["a finding without address", { ...sound, findings: [{ ...finding, address: undefined }] }],
      ["a finding without source", { ...sound, findings: [{ ...finding, source: "0" }] }],
      ["a finding without related", { ...sound, findings: [{ ...finding, related: null }] }],
    ].map(([name, answer]) => [
      name,
      answer,
      "the rule retention-unset answers something that is no verdict",
    ]),
  ])("that is %j is refused", (_, answer, message) => {
    const fault = faultOf(() => ruleVerdict(rule, answer));
    expect(fault.message).toBe(message);
    expect(fault.fix).toBe("install flowgate again, or run node tools/build-policies.js in its sources");
  });
});

describe("a settlement", () => {
  const settled = {
    verdict: "pass",
    exit_code: 0,
    rules: [{ id: "a", pass: 1, fail: 0, undecided: 0, waived: 0, known: 0 }],
    findings: [],
  };

  it("is what the policies come to", () => {
    expect(settledVerdict(settled, 1)).toBe(settled);
  });

  it.each([
    ["nothing", undefined],
    ["an error", { ...settled, verdict: "error", exit_code: 2 }],
    ["an exit code of 3", { ...settled, exit_code: 3 }],
    [
      "more rules than were asked and the two about waivers",
      { ...settled, rules: Array(4).fill(settled.rules[0]) },
    ],
    [
      "a negative count",
      { ...settled, rules: [{ id: "a", pass: -1, fail: 0, undecided: 0, waived: 0, known: 0 }] },
    ],
    ["a count that is missing", { ...settled, rules: [{ id: "a", pass: 1, fail: 0, undecided: 0 }] }],
    ["a finding that is none", { ...settled, findings: [{}] }],
    ["no findings", { ...settled, findings: undefined }],
  ])("that is %s is refused", (_, answer) => {
    expect(faultOf(() => settledVerdict(answer, 1)).message).toBe("the policies settle on nothing");
  });
});

describe("the engine", () => {
  it("refuses a rule of the lock that the wasm does not hold", () => {
    const missing = { ...policy, rules: [...policy.rules, "flowgate/rules/no_such/verdict"] };
    expect(faultOf(() => judge(documented(), undefined, missing)).message).toBe(
      "the policies could not evaluate flowgate/rules/no_such/verdict: there is no such entrypoint",
    );
  });

  it("refuses a name that every object has", () => {
    const evaluation = startEvaluation(policy.module, {}, documented());
    expect(faultOf(() => evaluation.ask("constructor")).message).toContain("there is no such entrypoint");
  });

  it("refuses what is no model of version 1, since no rule answers", () => {
    const other = { ...documented(), version: 2 } as unknown as Model;
    expect(faultOf(() => judge(other, undefined)).message).toMatch(/^the rule \S+ answers nothing$/);
  });

  it("says in one sentence what the wasm throws", () => {
    const model = documented();
    const [group] = model.log_groups;
    if (group === undefined) throw new Error("the documented Terraform has a log group");
    group.address = "\ud800";
    expect(faultOf(() => judge(model, undefined)).message).toBe(
      "the policies could not read the input: illegal string escape character",
    );
  });

  it("refuses an input that is nested too deeply", () => {
    const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000)) as unknown;
    const evaluation = startEvaluation(policy.module, {}, {});
    const replace = () => {
      evaluation.replaceInput({ version: 1, verdicts: deep });
    };
    expect(faultOf(replace).message).toBe(
      "the policies could not read the input: Maximum call stack size exceeded",
    );
  });
});

describe("the built policies", () => {
  const built = join(packageRoot(), "policies", "built");
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "flowgate-judge-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("are read where they belong together", () => {
    expect(readPolicy(built).rules).toEqual(policy.rules);
  });

  it("are refused where a file is missing", () => {
    expect(faultOf(() => readPolicy(folder)).message).toBe(
      `the built policies cannot be read: ${join(folder, "policy.wasm")}`,
    );
  });

  it("are refused where the wasm is another one", () => {
    copyFileSync(join(built, "policy.lock.json"), join(folder, "policy.lock.json"));
    writeFileSync(join(folder, "policy.wasm"), "other");
    expect(faultOf(() => readPolicy(folder)).message).toBe(
      "policy.wasm is not the file that policy.lock.json describes",
    );
  });

  it("are refused where the lock names no rule", () => {
    copyFileSync(join(built, "policy.wasm"), join(folder, "policy.wasm"));
    writeFileSync(join(folder, "policy.lock.json"), JSON.stringify({ wasm: policy.hash, entrypoints: [] }));
    expect(faultOf(() => readPolicy(folder)).message).toBe("policy.lock.json names no rule");
  });
});
