import fc from "fast-check";
import { startEvaluation } from "../../../gate/judge/evaluate";
import { loadPolicy } from "../../../gate/judge/policy";
import type { Condition, Model, ResourceCoverage, Statement } from "../../../gate/model/model";
import type { RuleVerdict } from "../../../gate/judge/verdict";
import { documented } from "./models";

interface Grant {
  readonly statement: Statement;
  readonly covered: ResourceCoverage;
}

const ACTIONS = ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"];

const condition: fc.Arbitrary<Condition> = fc.record({
  quantifier: fc.constantFrom("", "forallvalues", "foranyvalue"),
  operator: fc.constantFrom("stringequals", "stringnotequals", "null"),
  if_exists: fc.boolean(),
  key: fc.constantFrom("aws:sourceaccount", "aws:requestedregion", "aws:principaltag/team"),
  given: fc.constant("a condition"),
  values: fc
    .constantFrom("yes" as const, "no" as const, "unknown" as const)
    .map((own) => [{ text: "true", own, foreign: "unknown" as const, flaw: "" as const }]),
});

const covered: fc.Arbitrary<ResourceCoverage> = fc.constantFrom(
  { streams: "every", group: "yes", reach: "own", form: "group" },
  { streams: "every", group: "unknown", reach: "own", form: "streams" },
  { streams: "none", group: "yes", reach: "own", form: "bare-group" },
  { streams: "none", group: "no", reach: "other", form: "group" },
  { streams: "unknown", group: "unknown", reach: "unknown", form: "unknown" },
);

const grantOf = (effects: readonly ("Allow" | "Deny")[]): fc.Arbitrary<Grant> =>
  fc
    .record({
      effect: fc.constantFrom(...effects),
      covers: fc.subarray(ACTIONS),
      conditions: fc.array(condition, { maxLength: 2 }),
      unknown: fc.subarray(["action" as const, "condition" as const]),
      covered,
    })
    .map(({ covered: reach, covers, ...given }) => ({
      covered: reach,
      statement: {
        sid: "",
        ...given,
        covers,
        actions: covers,
        not_actions: [],
        actions_given: [],
        resources: ["arn"],
        not_resources: [],
        principals: [],
        not_principals: [],
      },
    }));

const grants = fc.array(grantOf(["Allow", "Allow", "Deny"]), { minLength: 1, maxLength: 5 });

function modelOf(given: readonly Grant[]): Model {
  const model = documented();
  return {
    ...model,
    documents: [{ statements: [] }, { statements: given.map(({ statement }) => statement) }],
    coverages: [{ statements: given.map((grant) => ({ resources: [grant.covered], not_resources: [] })) }],
  };
}

function found(given: readonly Grant[]): string[] {
  const evaluation = startEvaluation(loadPolicy().module, {}, modelOf(given));
  const { findings } = evaluation.ask("flowgate/rules/delivery_not_granted/verdict") as RuleVerdict;
  return findings.map(({ verdict, cause }) => `${verdict} ${cause}`).sort();
}

function badness(findings: readonly string[]): number {
  if (findings.some((finding) => finding.startsWith("fail"))) return 2;
  return findings.length > 0 ? 1 : 0;
}

describe("what a role is allowed", () => {
  it("is never made better by a Deny", () => {
    fc.assert(
      fc.property(grants, grantOf(["Deny"]), (given, denial) => {
        expect(badness(found([...given, denial]))).toBeGreaterThanOrEqual(badness(found(given)));
      }),
      { numRuns: 150 },
    );
  });

  it("does not depend on the order of statements, nor on saying one twice", () => {
    fc.assert(
      fc.property(grants, fc.nat(), (given, at) => {
        const twice = given[at % given.length];
        const turned = [...given].reverse();
        expect(found(twice === undefined ? turned : [...turned, twice])).toEqual(found(given));
      }),
      { numRuns: 150 },
    );
  });

  it("is never made worse by one more Allow", () => {
    fc.assert(
      fc.property(grants, grantOf(["Allow"]), (given, grant) => {
        expect(badness(found([...given, grant]))).toBeLessThanOrEqual(badness(found(given)));
      }),
      { numRuns: 150 },
    );
  });
});
