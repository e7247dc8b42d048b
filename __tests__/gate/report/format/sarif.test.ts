import { renderSarif } from "../../../../gate/report/format/sarif";
import { finding, report } from "../sample";
import { audience, HOSTILE, hostile, many, mixed, refused } from "./world";

interface Log {
  runs: {
    tool: { driver: { rules: Record<string, never>[] } };
    invocations: {
      executionSuccessful: boolean;
      toolExecutionNotifications?: { message: { text: string }; locations?: unknown[] }[];
    }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      baselineState?: string;
      message: { text: string };
      suppressions?: unknown[];
      partialFingerprints: { primaryLocationLineHash: string };
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
      }[];
    }[];
  }[];
}

function run(of: Parameters<typeof renderSarif>[0]): Log["runs"][number] {
  const [only, ...others] = (JSON.parse(renderSarif(of, audience)) as Log).runs;
  if (only === undefined || others.length > 0) throw new Error("SARIF of one run has one run");
  return only;
}

test("an alert stands at the line of code that made the resource, or else in the document judged", () => {
  const places = run(mixed).results.map(({ locations }) => locations[0]?.physicalLocation);
  expect(places[0]).toEqual({
    artifactLocation: { uri: "main.ts" },
    region: { startLine: 14, startColumn: 3 },
  });
  expect(places[1]).toEqual({ artifactLocation: { uri: "out/net.tf.json" }, region: { startLine: 1 } });
});

test("what fails comes first, undecided is a note, and what is waived or known is never left out", () => {
  expect(
    run(mixed).results.map(({ ruleId, level, baselineState, suppressions = [] }) => [
      ruleId,
      level,
      baselineState,
      suppressions.length,
    ]),
  ).toEqual([
    ["delivery-not-granted", "error", "new", 0],
    ["delivery-race", "warning", "new", 0],
    ["retention-unset", "note", "new", 0],
    ["retention-too-short", "error", "new", 1],
    ["trust-extra-principal", "error", "unchanged", 0],
  ]);
});

test("a waiver is a suppression with its reason and its day", () => {
  expect(run(mixed).results[3]?.suppressions).toEqual([
    { kind: "external", status: "accepted", justification: "waived until 2027-03-31: sandbox" },
  ]);
});

test("the rule of a result stands where its index says", () => {
  const { results, tool } = run(mixed);
  for (const { ruleId, ruleIndex } of results)
    expect(tool.driver.rules[ruleIndex]).toMatchObject({ id: ruleId });
});

test("findings that one loop made have fingerprints of their own, and the same finding twice too", () => {
  const twice = report({ findings: [finding(), finding(), finding({ fingerprint: "g" })] });
  const hashes = run(twice).results.map(({ partialFingerprints: { primaryLocationLineHash: hash } }) => hash);
  expect(hashes).toEqual(["f:1", "f:2", "g:1"]);
});

test("a run that could not judge has no results, and says why as a notification", () => {
  const { invocations, results } = run(refused);
  expect(results).toEqual([]);
  expect(invocations).toEqual([
    {
      executionSuccessful: false,
      exitCode: 2,
      exitCodeDescription: "could not judge: 1 problem",
      toolExecutionNotifications: [
        {
          level: "error",
          message: { text: "plan.json: this is no JSON. To fix it, write the plan again." },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "plan.json" },
                region: { startLine: 3, startColumn: 7 },
              },
            },
          ],
        },
      ],
    },
  ]);
});

test("no more results than GitHub takes, and it says how many are left out", () => {
  const { results, invocations } = run(many(25_002));
  expect(results).toHaveLength(25_000);
  expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
    "2 findings are left out: GitHub takes 25,000",
  );
});

test("no name becomes a link, nor leads out of the repository", () => {
  const { results } = run(hostile);
  const [first] = results;
  expect(first?.message.text).not.toContain("](");
  expect(first?.message.text).not.toContain("\n");
  const uri = first?.locations[0]?.physicalLocation.artifactLocation.uri ?? "";
  expect(decodeURIComponent(uri)).toContain("::error::injected");
  expect(uri).toMatch(/^[\w%.!~*'()/-]+$/);
  const outside = report({
    sources: [{ path: "../../etc/plan.json", kind: "plan", hash: "h" }],
    findings: [finding()],
  });
  expect(run(outside).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("etc/plan.json");
  expect(HOSTILE).toContain("](");
});

test("an address that is its construct's path too is named once: the schema has a set", () => {
  const [result] = run(report({ findings: [finding({ constructPath: "aws_flow_log.f" })] })).results;
  expect(result?.locations[0]).toMatchObject({
    logicalLocations: [{ fullyQualifiedName: "aws_flow_log.f", kind: "resource" }],
  });
});

test("what came in by standard input has a name that a host can show", () => {
  const piped = report({ sources: [{ path: "-", kind: "plan", hash: "h" }], findings: [finding()] });
  expect(run(piped).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("stdin");
});

test("texts and tags of rules keep within GitHub's limits", () => {
  for (const rule of run(mixed).tool.driver.rules as unknown as {
    name: string;
    shortDescription: { text: string };
    fullDescription: { text: string };
    help: { text: string; markdown: string };
    properties: { tags: string[]; "security-severity": string };
  }[]) {
    expect(rule.name).toMatch(/^[A-Z]\w{0,254}$/);
    expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1_024);
    expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1_024);
    expect(rule.help.text).not.toBe("");
    expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
    expect(Number(rule.properties["security-severity"])).toBeGreaterThan(0);
  }
});
