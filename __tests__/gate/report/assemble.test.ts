import Ajv from "ajv";

import { assembleReport, errorReport } from "../../../gate/report/assemble";
import { digest } from "../../../gate/report/digest";
import schema from "../../../schemas/report.schema.json";
import { failure, judged, type SettledFinding } from "./judged";

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
