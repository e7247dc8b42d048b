import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Ajv from "ajv";
import { App } from "cdktf";
import fc from "fast-check";

import { check } from "../../../gate";
import { findDocuments } from "../../../gate/read/find";
import { renderJson } from "../../../gate/report/json";
import type { Report } from "../../../gate/report/report";
import { renderText } from "../../../gate/report/text";
import { INVISIBLE } from "../../../gate/report/visible";
import schema from "../../../schemas/report.schema.json";
import { richApp } from "../mutations/rich-app";
import { define, edit, edited } from "./edit";

const SEED = { seed: 20_261_121 };
const valid = new Ajv({ strict: false }).compile(schema);

/** The report of documents, which never is anything but a report, in JSON or as text. */
function judged(...texts: string[]): Report {
  const report = check(texts.map((text, at) => ({ path: `${at}/cdk.tf.json`, text })));
  valid(report);
  expect(valid.errors ?? []).toEqual([]);
  expect(report.errors.map(({ message }) => message)).not.toContainEqual(
    expect.stringContaining("failed inside"),
  );
  for (const text of [renderText(report), renderJson(report)])
    expect(text.replaceAll("\n", "")).not.toMatch(INVISIBLE);
  return report;
}

type Blocks = Record<string, Record<string, object>>;

const GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:/planted";
const SERVICE = { Service: "vpc-flow-logs.amazonaws.com" };

/** A flow log of its own with one thing that is wrong, whatever stands around it. */
function planted(wrong: {
  group?: object;
  trust?: object;
  resource?: string;
  flowLog?: object;
  policy?: object;
}): Blocks {
  const statement = (given: object): string => JSON.stringify({ Version: "2012-10-17", Statement: given });
  const write = {
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
    Resource: wrong.resource ?? `${GROUP}:*`,
    ...wrong.policy,
  };
  const trust = {
    Effect: "Allow",
    Principal: SERVICE,
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    ...wrong.trust,
  };
  return {
    aws_vpc: { planted: {} },
    aws_cloudwatch_log_group: { planted: { name: "/planted", retention_in_days: 365, ...wrong.group } },
    aws_iam_role: { planted: { name: "planted", assume_role_policy: statement(trust) } },
    aws_iam_role_policy: { planted: { role: "${aws_iam_role.planted.id}", policy: statement(write) } },
    aws_flow_log: {
      planted: {
        vpc_id: "${aws_vpc.planted.id}",
        traffic_type: "ALL",
        max_aggregation_interval: 60,
        log_destination: "${aws_cloudwatch_log_group.planted.arn}",
        iam_role_arn: "${aws_iam_role.planted.arn}",
        depends_on: ["aws_iam_role_policy.planted"],
        ...wrong.flowLog,
      },
    },
  };
}

const DEFECTS: Readonly<Record<string, Blocks>> = {
  "kept for ever": planted({ group: { retention_in_days: 0 } }),
  "kept for a day": planted({ group: { retention_in_days: 1 } }),
  "an impossible retention": planted({ group: { retention_in_days: 100 } }),
  "another group granted": planted({ resource: "arn:aws:logs:eu-west-1:111122223333:log-group:/other:*" }),
  "no stream granted": planted({ resource: GROUP }),
  "no such ARN": planted({ resource: "arn:aws:logs:eu-west-1:111122223333:log-stream:/planted" }),
  "an action missing": planted({ policy: { Action: ["logs:CreateLogStream", "logs:DescribeLogStreams"] } }),
  "everything granted": planted({ resource: "*" }),
  "any action granted": planted({ policy: { Action: "logs:*" } }),
  "all but one action granted": planted({ policy: { Action: undefined, NotAction: "s3:*" } }),
  denied: planted({ policy: { Effect: "Deny" } }),
  "no role": planted({ flowLog: { iam_role_arn: null } }),
  "another service trusted": planted({ trust: { Principal: { Service: "ec2.amazonaws.com" } } }),
  "everybody trusted": planted({ trust: { Principal: "*" } }),
  "no condition": planted({ trust: { Condition: {} } }),
  "another account trusted": planted({
    trust: { Condition: { StringEquals: { "aws:SourceAccount": "*" } } },
  }),
  "half of the traffic": planted({ flowLog: { traffic_type: "ACCEPT" } }),
  "an interval that is none": planted({ flowLog: { max_aggregation_interval: 61 } }),
  "an unescaped format": planted({ flowLog: { log_format: "${srcaddr}" } }),
  "no flow log": { aws_vpc: { planted: {} } },
};

/** The document with the blocks in it, which nothing in it can take back. */
function withBlocks(root: unknown, blocks: Blocks): object {
  const object = isObject(root) ? root : {};
  const resource = isObject(object["resource"]) ? object["resource"] : {};
  const copy = { ...object };
  const merged = { ...resource };
  for (const [type, named] of Object.entries(blocks))
    define(merged, type, { ...(isObject(resource[type]) ? resource[type] : {}), ...named });
  define(copy, "resource", merged);
  return copy;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

let good: unknown[] = [];
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "flowgate-fuzz-"));
  const app = new App({ outdir: folder });
  richApp(app);
  app.synth();
  good = findDocuments([folder])
    .documents.map(({ text }) => JSON.parse(text) as unknown)
    .slice(1);
  rmSync(folder, { recursive: true });
});

test("arbitrary text is never judged", () => {
  const text = fc.oneof(
    fc.json(),
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.json().map((json) => json.slice(1)),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect(judged(given).verdict).toBe("error");
    }),
    { ...SEED, numRuns: 150 },
  );
});

test("arbitrary blocks are refused or judged, never thrown at", () => {
  const blocks = fc.dictionary(
    fc.constantFrom("resource", "data", "locals", "output", "provider", "module", "terraform", "variable"),
    fc.dictionary(
      fc.constantFrom("aws_flow_log", "aws_iam_role", "aws_iam_policy", "aws_vpc", "__proto__", "aws"),
      fc.dictionary(fc.constantFrom("a", "__proto__", "count", "for_each"), fc.jsonValue({ maxDepth: 4 })),
    ),
  );
  fc.assert(
    fc.property(blocks, (root) => {
      expect(judged(JSON.stringify(root)).verdict).not.toBe("pass");
    }),
    { ...SEED, numRuns: 150 },
  );
});

test("edited documents are refused or judged, never thrown at", () => {
  fc.assert(
    fc.property(fc.nat(2), fc.array(edit, { minLength: 1, maxLength: 6 }), (which, edits) => {
      const texts = good.map((root, at) => JSON.stringify(at === which ? edited(root, edits) : root));
      expect(["pass", "fail", "undecided", "error"]).toContain(judged(...texts).verdict);
    }),
    { ...SEED, numRuns: 200 },
  );
});

test("every defect is one by itself, and the flow log without it is right", () => {
  expect(judged(JSON.stringify(withBlocks({}, planted({})))).findings).toEqual([]);
  for (const [name, blocks] of Object.entries(DEFECTS))
    expect([name, judged(JSON.stringify(withBlocks({}, blocks))).verdict]).toEqual([name, "fail"]);
});

test("a defect in an edited document is never a pass", () => {
  const plan = fc.tuple(
    fc.nat(2),
    fc.array(edit, { maxLength: 6 }),
    fc.constantFrom(...Object.keys(DEFECTS)),
  );
  fc.assert(
    fc.property(plan, ([which, edits, defect]) => {
      const root = withBlocks(edited(good[which], edits), DEFECTS[defect] ?? {});
      const { verdict, findings } = judged(JSON.stringify(root));
      const about = findings.filter((finding) =>
        [finding, ...finding.related].some(({ address }) => address.endsWith(".planted")),
      );
      expect(verdict === "error" || (verdict !== "pass" && about.length > 0)).toBe(true);
    }),
    { ...SEED, numRuns: 1000 },
  );
}, 30_000);
