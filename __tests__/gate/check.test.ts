import fc from "fast-check";

import { check } from "../../gate/check";
import { JudgeFault } from "../../gate/judge/fault";
import * as judging from "../../gate/judge/judge";
import { readHcl } from "../../gate/read/hcl/read-hcl";
import type { Report } from "../../gate/report/report";
import type { Settings } from "../../gate/settings/settings";

jest.mock("../../gate/judge/judge", () => {
  const actual = jest.requireActual<typeof judging>("../../gate/judge/judge");
  return { ...actual, judge: jest.fn(actual.judge) };
});

const VPC = { aws_vpc: { v: { cidr_block: "10.0.0.0/16" } } };

function checked(resource: object, options?: Parameters<typeof check>[1]): Report {
  return check([{ path: "net.tf.json", text: JSON.stringify({ resource }) }], options);
}

function failWith(error: unknown): void {
  jest.mocked(judging.judge).mockImplementationOnce(() => {
    throw error;
  });
}

describe("a check", () => {
  test("of a VPC without flow log fails", () => {
    const report = checked(VPC);
    expect([report.verdict, report.exitCode, report.findings.map(({ rule }) => rule)]).toEqual([
      "fail",
      1,
      ["capture-uncovered"],
    ]);
  });

  test("of a module call that is not read is no pass, and says where the call stands", async () => {
    const documents = [
      { path: "net/vpc.tf", text: 'resource "aws_vpc" "v" {}\n' },
      { path: "net/main.tf", text: '\nmodule "dns" {\n  source = "./dns"\n}\n' },
    ];
    const { findings } = check(await readHcl(documents));
    expect(
      findings.map(({ rule, cause, address, location }) => [rule, cause, address, location]),
    ).toContainEqual(["capture-uncovered", "module-unread", "module.dns", { path: "net/main.tf", line: 2 }]);
  });

  test("of a module call of an app names the construct that makes it", () => {
    const module = { dns: { source: "./dns", "//": { metadata: { path: "net/dns", uniqueId: "dns" } } } };
    const text = JSON.stringify({ resource: VPC, module });
    const { findings } = check([{ path: "net.tf.json", text }]);
    expect(findings.map(({ address, constructPath }) => [address, constructPath])).toContainEqual([
      "module.dns",
      "net/dns",
    ]);
  });

  test("of the same input gives the same bytes", () => {
    expect(JSON.stringify(checked(VPC))).toBe(JSON.stringify(checked(VPC)));
  });

  test("with --fail-on never fails and exits 0; the caller's word goes before the settings'", () => {
    const report = checked(VPC, { settings: { failOn: "error" }, failOn: "never" });
    expect([report.verdict, report.exitCode]).toEqual(["fail", 0]);
  });

  test("that is undecided exits 0, and 1 when strict", () => {
    const unread = { module: { m: { source: "./m" } }, resource: VPC };
    const outcomes = [{}, { strict: true }, { settings: { strict: true } }].map((options) => {
      const { verdict, exitCode } = check([{ path: "net.tf.json", text: JSON.stringify(unread) }], options);
      return [verdict, exitCode];
    });
    expect(outcomes).toEqual([
      ["undecided", 0],
      ["undecided", 1],
      ["undecided", 1],
    ]);
  });
});

describe("what is not judged is never a pass", () => {
  const NOTHING = {
    message: "there is nothing to judge: the input holds no flow log and no VPC",
    fix: "give the stack that makes them, for example cdktf.out",
  };

  test.each([
    ["no resource", {}],
    ["resources of other kinds", { aws_s3_bucket: { b: {} } }],
    ["a VPC that a count of 0 takes away", { aws_vpc: { v: { count: 0 } } }],
  ])("%s is nothing to judge", (_, resource) => {
    expect(checked(resource)).toMatchObject({ verdict: "error", exitCode: 2, errors: [NOTHING] });
  });

  test("a folder of module calls alone is told to give the plan", () => {
    const text = JSON.stringify({ module: { vpc: { source: "terraform-aws-modules/vpc/aws" } } });
    expect(check([{ path: "net.tf.json", text }]).errors).toEqual([
      {
        message:
          "there is nothing to judge: the input holds no flow log and no VPC outside of modules, and what module.vpc holds is not read",
        fix: "give the plan, which shows what modules make",
      },
    ]);
  });

  test("a plan shows what modules make, so that beside one nobody is asked for it", () => {
    const module = { path: "net.tf.json", text: JSON.stringify({ module: { dns: { source: "./dns" } } }) };
    const text = JSON.stringify({
      ...{ format_version: "1.2", terraform_version: "1.11.4", planned_values: {} },
      configuration: { root_module: { module_calls: { dns: { source: "./dns", module: {} } } } },
      resource_changes: [],
    });
    expect(check([{ path: "plan.json", text }, module]).errors).toEqual([NOTHING]);
  });

  test("no document at all is nothing to judge", () => {
    expect(check([])).toMatchObject({ verdict: "error", exitCode: 2, errors: [NOTHING] });
  });

  test("faults of settings and documents are told together", () => {
    const settings = { retention: { minimumDay: 1 } } as Settings;
    const report = check([{ path: "x.tf.json", text: "{" }], { settings });
    expect(report).toMatchObject({
      verdict: "error",
      exitCode: 2,
      errors: [{ fix: 'write "minimumDays"' }, { path: "x.tf.json", line: 1, column: 2 }],
    });
  });

  test.each([[[]], ["strict"]])("settings that are %j are refused", (settings) => {
    expect(checked(VPC, { settings: settings as Settings })).toMatchObject({ verdict: "error", exitCode: 2 });
  });

  test("a rule that does not answer makes an error with its way out", () => {
    failWith(new JudgeFault("the rule retention-unset answers nothing", "install flowgate again"));
    expect(checked(VPC)).toMatchObject({
      verdict: "error",
      exitCode: 2,
      errors: [{ message: "the rule retention-unset answers nothing", fix: "install flowgate again" }],
    });
  });

  test.each([
    [new TypeError("x is undefined"), "x is undefined"],
    ["opa_abort", "opa_abort"],
  ])("a fault inside flowgate makes an error that owns it: %s", (error, told) => {
    failWith(error);
    expect(checked(VPC)).toMatchObject({
      verdict: "error",
      exitCode: 2,
      errors: [
        {
          message: `flowgate failed inside: ${told}`,
          fix: "report this, with the input if you may share it",
        },
      ],
    });
  });

  test("any text gives a report, and only one with a flow log or a VPC gives a verdict", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 6 })), (text) => {
        expect(check([{ path: "x.tf.json", text }])).toMatchObject({ verdict: "error", exitCode: 2 });
      }),
      { numRuns: 300 },
    );
  });

  test("a resource that holds anything is judged or refused, without a fault inside and never passed", () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(
        "${aws_iam_role.x.arn}",
        "${aws_cloudwatch_log_group.x.arn}:*",
        "${",
        "${}",
        "%{if x}",
        "$${a}",
        '{"Version":"2012-10-17","Statement":[]}',
        '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
        "arn:aws:logs:eu-west-1:123456789012:log-group:x",
      ),
    );
    const body = (...keys: string[]): fc.Arbitrary<object> =>
      fc.record(Object.fromEntries(keys.map((key) => [key, anything])), { requiredKeys: [] });
    const resource = fc.record({
      aws_flow_log: fc.record({
        x: body(
          "vpc_id",
          "subnet_id",
          "traffic_type",
          "iam_role_arn",
          "log_destination",
          "log_destination_type",
          "log_format",
          "max_aggregation_interval",
          "depends_on",
          "count",
          "for_each",
          "provider",
          "//",
        ),
      }),
      aws_vpc: fc.constant({ x: {} }),
      aws_cloudwatch_log_group: fc.record({
        x: body("name", "retention_in_days", "log_group_class", "for_each"),
      }),
      aws_iam_role: fc.record({
        x: body("name", "assume_role_policy", "inline_policy", "managed_policy_arns", "path"),
      }),
      aws_iam_role_policy: fc.record({ x: body("role", "policy", "name") }),
      aws_iam_policy: fc.record({ x: body("policy", "name") }),
      aws_iam_role_policy_attachment: fc.record({ x: body("role", "policy_arn") }),
    });
    fc.assert(
      fc.property(resource, (given) => {
        const report = checked(given);
        expect(report.errors.filter(({ message }) => message.startsWith("flowgate failed"))).toEqual([]);
        expect(report.verdict).not.toBe("pass");
      }),
      { numRuns: 300 },
    );
  });
});
