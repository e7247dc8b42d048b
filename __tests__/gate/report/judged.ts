import type { CatalogueRule } from "../../../gate/judge/catalogue";
import type { RuleFinding, Settled } from "../../../gate/judge/verdict";
import type { FlowLog, Model } from "../../../gate/model/model";
import type { Configuration, Resource, Source } from "../../../gate/read/resource";
import { assembleReport, type Judged } from "../../../gate/report/assemble";
import type { FlowLogPath } from "../../../gate/report/report";

export type SettledFinding = Settled["findings"][number];

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

export const CATALOGUE = [
  rule("granted", "policy"),
  rule("role", "role"),
  rule("trust", "trust"),
  rule("kept"),
];

export function source(path: string): Source {
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
    changes: [],
  };
}

export function resource(address: string, more: Partial<Resource> = {}): Resource {
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

export const CONFIGURATION: Configuration = {
  sources: [source("b"), source("a")],
  resources: [
    resource("aws_flow_log.f", { constructPath: "b/f", location: { path: "main.ts", line: 3 } }),
    resource("aws_iam_role.r"),
    resource("data.aws_region.x", { mode: "data" }),
  ],
};

/** A link to the subject at a position; -1 is none. */
export function link(at: number): { state: "resolved" | "none"; at: number; given: string } {
  return { state: at < 0 ? "none" : "resolved", at, given: "" };
}

const FLOW_LOG = {
  source: 0,
  address: "aws_flow_log.f",
  construct_path: "b/f",
  log_group: link(0),
  bucket: link(-1),
  stream: link(-1),
  bucket_policies: [],
  role: link(0),
  scope: { given: [], state: "resolved", at: 0 },
} as unknown as FlowLog;
/** A flow log that nothing else in the input belongs to. */
export const LONELY = {
  ...FLOW_LOG,
  address: "aws_flow_log.g",
  log_group: link(-1),
  role: link(-1),
  scope: { given: [], state: "none", at: -1 },
} as FlowLog;

export const MODEL = {
  flow_logs: [FLOW_LOG, LONELY],
  log_groups: [{ source: 0, address: "aws_cloudwatch_log_group.l" }],
  buckets: [{ source: 0, address: "aws_s3_bucket.b" }],
  delivery_streams: [{ source: 0, address: "aws_kinesis_firehose_delivery_stream.s" }],
  roles: [{ source: 0, address: "aws_iam_role.r", permissions: [{ policy: 1 }] }],
  policies: [{}, { source: 1, address: "aws_iam_policy.p" }],
  scopes: [{ key: "k", kind: "vpc", ref: { source: 0, address: "aws_vpc.v" }, flow_logs: [], within: [] }],
} as unknown as Model;

/** A finding that fails, of which a test says only what it is about. */
export function failure(about: Partial<SettledFinding>): SettledFinding {
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

/** A run that came to these findings. */
export function judged(findings: SettledFinding[], more: Partial<Judged> = {}): Judged {
  const settled: Settled = {
    verdict: "fail",
    exit_code: 1,
    rules: [{ id: "granted", pass: 0, fail: 1, undecided: 0, waived: 0, known: 0 }],
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

/** The delivery paths of such a run. */
export function paths(findings: SettledFinding[], more?: Partial<Judged>): readonly FlowLogPath[] {
  return assembleReport(judged(findings, more)).flowLogs;
}
