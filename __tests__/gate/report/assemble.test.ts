import Ajv from "ajv";

import type { CatalogueRule } from "../../../gate/judge/catalogue";
import type { RuleFinding, Settled } from "../../../gate/judge/verdict";
import type { FlowLog, Model } from "../../../gate/model/model";
import type { Configuration, Resource, Source } from "../../../gate/read/resource";
import { assembleReport, errorReport, type Judged } from "../../../gate/report/assemble";
import { digest } from "../../../gate/report/digest";
import type { FlowLogPath } from "../../../gate/report/report";
import schema from "../../../schemas/report.schema.json";

type SettledFinding = Settled["findings"][number];

function rule(id: string, breaks?: CatalogueRule["breaks"]): CatalogueRule {
  return {
    id,
    family: "",
    title: "",
    description: "",
    severity: "error",
    waivable: false,
    causes: {},
    help: "",
    links: [],
    controls: [`CIS ${id}`],
    ...(breaks && { breaks }),
  };
}

const CATALOGUE = [rule("granted", "policy"), rule("role", "role"), rule("trust", "trust"), rule("kept")];

function source(path: string): Source {
  const empty = new Map<string, never>();
  return {
    path,
    kind: "synth",
    stack: path,
    hash: "h",
    providers: empty,
    locals: empty,
    outputs: empty,
    modules: empty,
    stackDependencies: [],
  };
}

function resource(address: string, more: Partial<Resource> = {}): Resource {
  const [type = "", name = ""] = address.split(".");
  return {
    source: 0,
    mode: "managed",
    type,
    name,
    address,
    attributes: {},
    provider: "aws",
    dependsOn: [],
    exists: "yes",
    ...more,
  };
}

const CONFIGURATION: Configuration = {
  sources: [source("b"), source("a")],
  resources: [
    resource("aws_flow_log.f", { constructPath: "b/f", location: { path: "main.ts", line: 3 } }),
    resource("aws_iam_role.r"),
    resource("data.aws_region.x", { mode: "data" }),
  ],
};

function link(at: number): { state: "resolved" | "none"; at: number; given: string } {
  return { state: at < 0 ? "none" : "resolved", at, given: "" };
}

const FLOW_LOG = {
  source: 0,
  address: "aws_flow_log.f",
  construct_path: "b/f",
  log_group: link(0),
  role: link(0),
  scope: { given: [], state: "resolved", at: 0 },
} as unknown as FlowLog;
const LONELY = {
  ...FLOW_LOG,
  address: "aws_flow_log.g",
  log_group: link(-1),
  role: link(-1),
  scope: { given: [], state: "none", at: -1 },
} as FlowLog;

const MODEL = {
  flow_logs: [FLOW_LOG, LONELY],
  log_groups: [{ source: 0, address: "aws_cloudwatch_log_group.l" }],
  roles: [{ source: 0, address: "aws_iam_role.r", permissions: [{ policy: 1 }] }],
  policies: [{}, { source: 1, address: "aws_iam_policy.p" }],
  scopes: [{ key: "k", kind: "vpc", ref: { source: 0, address: "aws_vpc.v" }, flow_logs: [], within: [] }],
} as unknown as Model;

function failure(about: Partial<SettledFinding>): SettledFinding {
  const finding: RuleFinding = {
    verdict: "fail",
    cause: "c",
    source: 0,
    address: "aws_flow_log.f",
    related: [],
    message: "m",
    fix: "x",
  };
  return { ...finding, rule: "granted", severity: "error", ...about };
}

function judged(findings: SettledFinding[], more: Partial<Judged> = {}): Judged {
  const settled: Settled = {
    verdict: "fail",
    exit_code: 1,
    rules: [{ id: "granted", pass: 0, fail: 1, undecided: 0, waived: 0 }],
    findings,
  };
  return {
    configuration: CONFIGURATION,
    model: MODEL,
    settings: {},
    catalogue: CATALOGUE,
    settled,
    policyHash: "p",
    ...more,
  };
}

function paths(findings: SettledFinding[], more?: Partial<Judged>): readonly FlowLogPath[] {
  return assembleReport(judged(findings, more)).flowLogs;
}

describe("the report", () => {
  test("keeps the published schema, with findings and without", () => {
    const valid = new Ajv({ strict: false }).compile(schema);
    const evidence = { text: "abc", start: 0, end: 1 };
    const reports = [
      assembleReport(judged([failure({ evidence, corrected: {}, related: [{ source: 1, address: "x" }] })])),
      assembleReport(judged([])),
      errorReport([
        { path: "x", line: 1, column: 1, message: "m", fix: "f" },
        { message: "m", fix: "f" },
      ]),
    ];
    expect(reports.map((report) => valid(report) || valid.errors)).toEqual([true, true, true]);
  });

  test("says what was judged, by what", () => {
    expect(assembleReport(judged([], { settings: { strict: true } }))).toMatchObject({
      tool: { name: "flowgate", version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
      policyHash: "p",
      settingsHash: digest({ strict: true }),
      sources: [{ path: "b", kind: "synth", stack: "b", hash: "h" }, { path: "a" }],
      judged: { resources: 2, flowLogs: 2, rules: 1 },
    });
  });

  test("knows who made what a finding is about, and which controls ask for it", () => {
    const [finding] = assembleReport(judged([failure({})])).findings;
    expect(finding).toMatchObject({
      constructPath: "b/f",
      location: { path: "main.ts", line: 3 },
      controls: ["CIS granted"],
    });
  });

  test("sorts findings by source path, address, rule and cause", () => {
    const shuffled = [
      failure({ address: "aws_flow_log.g" }),
      failure({ cause: "d" }),
      failure({}),
      failure({ rule: "kept" }),
      failure({ source: 1, address: "z" }),
    ];
    const sorted = assembleReport(judged(shuffled)).findings;
    expect(sorted.map(({ source: at, address, rule: id, cause }) => [at, address, id, cause])).toEqual([
      [1, "z", "granted", "c"],
      [0, "aws_flow_log.f", "granted", "c"],
      [0, "aws_flow_log.f", "granted", "d"],
      [0, "aws_flow_log.f", "kept", "c"],
      [0, "aws_flow_log.g", "granted", "c"],
    ]);
    expect(assembleReport(judged(shuffled.reverse())).findings).toEqual(sorted);
  });

  test("gives findings that differ in identity different fingerprints, and no others", () => {
    const fingerprint = (about: Partial<SettledFinding>): string | undefined =>
      assembleReport(judged([failure(about)])).findings[0]?.fingerprint;
    const other = { source: 0, address: "aws_iam_role.r" };
    const differing = [
      {},
      { rule: "kept" },
      { cause: "d" },
      { source: 1 },
      { address: "y" },
      { related: [other] },
    ];
    expect(new Set(differing.map(fingerprint)).size).toBe(differing.length);
    expect(fingerprint({ message: "reworded", fix: "reworded", severity: "warning" })).toBe(fingerprint({}));
  });
});

test("a digest does not depend on the order of keys, and on everything else", () => {
  expect(digest({ a: [1, { b: 2, c: 3 }] })).toBe(digest({ a: [1, { c: 3, b: 2 }] }));
  expect(digest({ a: [1, 2] })).not.toBe(digest({ a: [2, 1] }));
  expect(digest(null)).toMatch(/^[0-9a-f]{64}$/);
});

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
    ["two broken links, of which the first counts", [{ rule: "trust" }, { rule: "role" }], "fail", "role"],
  ])("with %s", (_, findings, verdict, brokenAt) => {
    const [path] = paths(findings.map(failure));
    expect([path?.verdict, path?.brokenAt]).toEqual([verdict, brokenAt]);
  });

  test("fails on a warning where warnings fail", () => {
    const [path] = paths([failure({ severity: "warning" })], { settings: { failOn: "warning" } });
    expect(path?.verdict).toBe("fail");
  });
});
