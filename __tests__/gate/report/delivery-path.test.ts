import type { Model } from "../../../gate/model/model";
import { LONELY, MODEL, failure, link, paths, type SettledFinding } from "./judged";

describe("the delivery path of a flow log", () => {
  test("names what its records go through", () => {
    expect(paths([])).toEqual([
      {
        source: 0,
        address: "aws_flow_log.f",
        constructPath: "b/f",
        verdict: "pass",
        scope: [{ source: 0, address: "aws_vpc.v" }],
        role: { source: 0, address: "aws_iam_role.r" },
        policies: [{ source: 1, address: "aws_iam_policy.p" }],
        destination: { source: 0, address: "aws_cloudwatch_log_group.l" },
      },
      {
        source: 0,
        address: "aws_flow_log.g",
        constructPath: "b/f",
        verdict: "pass",
        scope: [],
        policies: [],
      },
    ]);
  });

  test.each([
    ["a bucket", { bucket: link(0) }, "aws_s3_bucket.b"],
    ["a delivery stream", { stream: link(0) }, "aws_kinesis_firehose_delivery_stream.s"],
  ])("may lead to %s", (_, changes, address) => {
    const model = { ...MODEL, flow_logs: [{ ...LONELY, ...changes }] } as Model;
    expect(paths([], { model })[0]?.destination).toEqual({ source: 0, address });
  });

  const naming = {
    source: 0,
    address: "aws_iam_role.r",
    related: [{ source: 0, address: "aws_flow_log.f" }],
  };
  test.each<[string, Partial<SettledFinding>[], string, string | undefined]>([
    ["a failure about it", [{}], "fail", "policy"],
    ["a failure that names it", [{ ...naming, rule: "trust" }], "fail", "trust"],
    ["a failure about another", [{ address: "aws_iam_role.r" }], "pass", undefined],
    ["a warning", [{ severity: "warning" }], "pass", "policy"],
    ["something undecided", [{ verdict: "undecided" }], "undecided", undefined],
    ["something undecided and a failure", [{ verdict: "undecided" }, {}], "fail", "policy"],
    ["a failure that breaks no link", [{ rule: "kept" }], "fail", undefined],
    ["a failure that says itself what it breaks", [{ rule: "kept", breaks: "trust" }], "fail", "trust"],
    ["two broken links, of which the first counts", [{ rule: "trust" }, { rule: "role" }], "fail", "role"],
  ])("with %s", (_, findings, verdict, brokenAt) => {
    const [path] = paths(findings.map(failure));
    expect([path?.verdict, path?.brokenAt]).toEqual([verdict, brokenAt]);
  });

  test("says which link is not known", () => {
    const [path] = paths([
      failure({ verdict: "undecided" }),
      failure({ rule: "trust", verdict: "undecided" }),
    ]);
    expect([path?.unknownAt, path?.brokenAt]).toEqual(["policy", undefined]);
    const [both] = paths([failure({ verdict: "undecided" }), failure({ rule: "trust" })]);
    expect([both?.unknownAt, both?.brokenAt]).toEqual(["policy", "trust"]);
  });

  test("leaves out a policy that was meant for the role and hangs on nothing", () => {
    const roles = [{ ...MODEL.roles[0], permissions: [{ policy: 1, adopted: true }] }];
    expect(paths([], { model: { ...MODEL, roles } as unknown as Model })[0]?.policies).toEqual([]);
  });

  test("fails on a warning where warnings fail", () => {
    const [path] = paths([failure({ severity: "warning" })], { settings: { failOn: "warning" } });
    expect(path?.verdict).toBe("fail");
  });
});
