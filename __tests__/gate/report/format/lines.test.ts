import { renderAzure } from "../../../../gate/report/format/azure";
import { renderConftest } from "../../../../gate/report/format/conftest";
import { renderGithub } from "../../../../gate/report/format/github";
import { finding, report } from "../sample";
import { audience, hostile, many, mixed, refused } from "./world";

const SAYS = "the role may not write to its own log group";

/** What Atlantis applies to the output of a custom policy check: server/core/runtime/policy, and events' DefaultProjectCommandRunner. */
const ATLANTIS_FAILS = /^FAIL|([1-9][0-9]* failure|failures": \[)/m;

describe("GitHub workflow commands", () => {
  test("an annotation stands at its line; a second one of the same resource, and what is excused, is a plain line", () => {
    expect(renderGithub(mixed, audience).split("\n")).toEqual([
      `::error file=main.ts,line=14,col=3,title=delivery-not-granted::aws_flow_log.f: ${SAYS}. To fix it, grant the group's ARN.`,
      `warning: delivery-race aws_flow_log.f: ${SAYS}. To fix it, grant the group's ARN.`,
      `undecided: retention-unset aws_flow_log.f: ${SAYS}. To fix it, grant the group's ARN.`,
      `waived: retention-too-short aws_cloudwatch_log_group.g: ${SAYS}. To fix it, grant the group's ARN. (waived until 2027-03-31: sandbox)`,
      `known: trust-extra-principal aws_flow_log.f: ${SAYS}. To fix it, grant the group's ARN. (known from the baseline)`,
      "fail  1 failed, 1 warning, 1 undecided, 2 of 5 rules passed for 1 flow log (4 resources) in network, 1 finding waived, 1 finding known",
      "",
    ]);
  });

  test("GitHub shows ten errors of a step: the tenth tells how many there are", () => {
    const commands = renderGithub(many(), audience)
      .split("\n")
      .filter((line) => line.startsWith("::"));
    expect(commands).toHaveLength(10);
    expect(commands[9]).toBe("::error title=flowgate::and 9991 more, in the lines of this step's log");
  });

  test("no name of the input starts a command", () => {
    const commands = renderGithub(hostile, audience)
      .split(/[\r\n]/)
      .filter((line) => /^\s*(::|##\[)/.test(line));
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatch(/^::error file=[^,:]+,line=1,title=delivery-not-granted::/);
    expect(commands[0]).toContain("%250A");
  });

  test("what could not be judged is an error at its place", () => {
    expect(renderGithub(refused, audience)).toBe(
      "::error file=plan.json,line=3,col=7,title=flowgate::could not judge: this is no JSON. To fix it, write the plan again.\n" +
        "could not judge: 1 problem\n",
    );
    const usage = { ...refused, errors: [{ message: "there is no verb", fix: "write check" }] };
    expect(renderGithub(usage, audience)).toContain(
      "::error title=flowgate::could not judge: there is no verb. To fix it, write check.\n",
    );
  });
});

describe("Azure logging commands", () => {
  test("an issue of each finding, a plain line of what is excused", () => {
    const lines = renderAzure(mixed, audience).split("\n");
    expect(lines[0]).toBe(
      `##vso[task.logissue type=error;sourcepath=main.ts;linenumber=14;columnnumber=3;code=delivery-not-granted;]aws_flow_log.f: ${SAYS}. To fix it, grant the group's ARN.`,
    );
    expect(lines[1]).toMatch(
      /^##vso\[task\.logissue type=warning;sourcepath=out\/net\.tf\.json;linenumber=1;code=delivery-race;\]/,
    );
    expect(lines[2]).toMatch(/type=warning;.*code=retention-unset;\]/);
    expect(lines[3]).toMatch(/^waived: retention-too-short .*\(waived until 2027-03-31: sandbox\)$/);
  });

  test("the agent finds a command anywhere in a line, and finds ours alone", () => {
    const text = renderAzure(hostile, audience);
    expect(text.match(/##vso\[/g)).toHaveLength(1);
    expect(text).not.toMatch(/##\[/);
    const [command = ""] = text.split("\n");
    const [properties = "", ...data] = command.slice("##vso[".length).split("]");
    expect(properties.split(";").map((pair) => pair.split("=")[0])).toEqual([
      "task.logissue type",
      "sourcepath",
      "linenumber",
      "code",
      "",
    ]);
    expect(data.join("]")).not.toContain(";");
  });

  test("what could not be judged is an error", () => {
    expect(renderAzure(refused, audience)).toContain(
      "##vso[task.logissue type=error;sourcepath=plan.json;linenumber=3;columnnumber=7;code=flowgate;]could not judge: this is no JSON. To fix it, write the plan again.\n",
    );
    const usage = { ...refused, errors: [{ message: "there is no verb", fix: "write check" }] };
    expect(renderAzure(usage, audience)).toContain(
      "##vso[task.logissue type=error;code=flowgate;]could not judge",
    );
  });
});

describe("conftest's own output", () => {
  test("one line a finding, stable for approvals, and the counts", () => {
    expect(renderConftest(mixed, audience)).toBe(
      [
        `FAIL - aws_flow_log.f - flowgate - delivery-not-granted: ${SAYS}`,
        `WARN - aws_flow_log.f - flowgate - delivery-race: ${SAYS}`,
        `WARN - aws_flow_log.f - flowgate - retention-unset: ${SAYS}`,
        `EXCP - aws_cloudwatch_log_group.g - flowgate - retention-too-short: ${SAYS} (waived until 2027-03-31: sandbox)`,
        `EXCP - aws_flow_log.f - flowgate - trust-extra-principal: ${SAYS} (known from the baseline)`,
        "",
        "8 tests, 3 passed, 2 warnings, 1 failure, 2 exceptions",
        "",
      ].join("\n"),
    );
  });

  test.each([
    ["a failure", mixed, {}, true],
    ["what could not be judged", refused, {}, true],
    ["ten thousand failures", many(), {}, true],
    ["a clean run", report(), {}, false],
    ["a warning", report({ findings: [finding({ severity: "warning" })] }), {}, false],
    [
      "a warning that is asked to fail",
      report({ findings: [finding({ severity: "warning" })] }),
      { failOn: "warning" },
      true,
    ],
    ["an undecided finding", report({ findings: [finding({ verdict: "undecided" })] }), {}, false],
    [
      "an undecided finding under strict",
      report({ findings: [finding({ verdict: "undecided" })] }),
      { strict: true },
      true,
    ],
    ["a waived finding", report({ findings: mixed.findings.slice(3) }), {}, false],
  ] as const)("Atlantis reads the right verdict off %s", (_, judged, asked, fails) => {
    expect(ATLANTIS_FAILS.test(renderConftest(judged, { ...audience, ...asked }))).toBe(fails);
  });

  test("a clean run starts with its counts", () => {
    expect(renderConftest(report(), audience)).toBe(
      "2 tests, 2 passed, 0 warnings, 0 failures, 0 exceptions\n",
    );
  });
});
