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
import { type Blocks, DEFECTS, planted } from "./defects";
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
