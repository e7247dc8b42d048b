import { pathLine } from "../../../../gate/report/text/path-line";
import type { FlowLogPath } from "../../../../gate/report/report";
import type { Sheet } from "../../../../gate/report/text/sheet";

const sheet: Sheet = { paint: (_, text) => text, width: 80, wide: 100, told: new Set() };

function ref(address: string): { source: number; address: string } {
  return { source: 0, address };
}

function path(about: Partial<FlowLogPath> = {}): FlowLogPath {
  return {
    ...ref("aws_flow_log.all"),
    verdict: "pass",
    scope: [ref("aws_vpc.main")],
    role: ref("aws_iam_role.delivery"),
    policies: [],
    destination: ref("aws_cloudwatch_log_group.records"),
    ...about,
  };
}

function line(...paths: FlowLogPath[]): string {
  return pathLine(paths, sheet).join("\n").trim();
}

describe("the path of a flow log is one line", () => {
  test.each<[string, Partial<FlowLogPath>, string]>([
    ["that is whole", {}, "vpc main -> flow log -> role delivery -> log group records"],
    [
      "that is broken at its policy, which is not there",
      { brokenAt: "policy" },
      "vpc main -> flow log -> role delivery -x policy broken x-> log group records",
    ],
    [
      "that is broken at the trust of its role",
      { brokenAt: "trust", policies: [ref("aws_iam_role_policy.p"), ref("aws_iam_role_policy.q")] },
      "vpc main -> flow log -x trust broken x-> role delivery -> policy p and 1 more -> log group records",
    ],
    [
      "of which a link is not known",
      { unknownAt: "policy" },
      "vpc main -> flow log -> role delivery -? policy unknown ?-> log group records",
    ],
    [
      "that is broken where it is not known either",
      { brokenAt: "destination", unknownAt: "policy" },
      "vpc main -> flow log -> role delivery -x destination broken x-> log group records",
    ],
    [
      "to a bucket in modules, by its policy",
      {
        scope: [ref('module.a["x.y"].module.b[0].aws_subnet.s["a.b"]')],
        policies: [ref("module.a.data.aws_iam_policy_document.d")],
        destination: ref("aws_s3_bucket.records[0]"),
      },
      'subnet s["a.b"] -> flow log -> role delivery -> policy d -> bucket records[0]',
    ],
    [
      "of a type without a short name",
      { destination: ref("aws_kinesis_stream.s") },
      "vpc main -> flow log -> role delivery -> kinesis stream s",
    ],
  ])("%s", (_, about, shown) => {
    expect(line(path(about))).toBe(shown);
  });

  test("of which the input holds nothing but the flow log", () => {
    expect(line({ ...ref("aws_flow_log.f"), verdict: "undecided", scope: [], policies: [] })).toBe(
      "(scope not in the input) -> flow log -> (destination not in the input)",
    );
  });

  test("a name cannot move the terminal", () => {
    expect(line(path({ scope: [ref('aws_vpc.v["\u001b[2J\n"]')] }))).toContain('vpc v["\\u{1b}[2J\\n"] ->');
  });

  test("a narrow terminal has it in several, broken before an arrow", () => {
    expect(pathLine([path({ brokenAt: "policy" })], { ...sheet, wide: 40 })).toEqual([
      "  vpc main -> flow log -> role delivery",
      "    -x policy broken x-> log group records",
    ]);
  });

  test("a terminal shows the broken link, the same in words", () => {
    const painted = pathLine([path({ brokenAt: "policy", unknownAt: "trust" })], {
      ...sheet,
      paint: (tone, text) => `<${tone}>${text}</${tone}>`,
    });
    expect(painted.join()).toBe(
      "  vpc main -> flow log <undecided>-? trust unknown ?-></undecided> role delivery <error>-x policy broken x-></error> log group records",
    );
  });
});

describe("paths of several flow logs are one", () => {
  const other = { address: "aws_flow_log.other", scope: [ref("aws_vpc.other")] };

  test("that counts what is not the same", () => {
    expect(line(path(), path(other))).toBe("2 vpcs -> 2 flow logs -> role delivery -> log group records");
    expect(line(path(), path({ ...other, policies: [] }), path({ role: ref("aws_iam_role.r") }))).toBe(
      "2 vpcs -> 3 flow logs -> 2 roles -> log group records",
    );
    const granted = (policy: string): FlowLogPath => path({ policies: [ref(`aws_iam_policy.${policy}`)] });
    expect(line(granted("a"), granted("b"))).toContain("-> 2 policies ->");
  });

  test.each<[string, Partial<FlowLogPath>]>([
    ["what is broken", { brokenAt: "policy" }],
    ["what is not known", { unknownAt: "policy" }],
    ["where records go", { destination: ref("aws_s3_bucket.b") }],
  ])("unless they differ in %s", (_, about) => {
    expect(line(path(), path(about))).toBe("");
  });
});
