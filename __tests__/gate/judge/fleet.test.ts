import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";

import { readModel } from "../../../gate/check";
import { startEvaluation } from "../../../gate/judge/evaluate";
import { areAlike } from "../../../gate/judge/fleet/alike";
import { judgeModel } from "../../../gate/judge/fleet/judge-model";
import {
  isPosition,
  SETTLING,
  SHARED,
  SUBJECTS,
  SURROUNDINGS,
  type Tie,
} from "../../../gate/judge/fleet/links";
import { shapesOf } from "../../../gate/judge/fleet/shapes";
import { loadPolicy } from "../../../gate/judge/policy";
import type { RuleVerdict } from "../../../gate/judge/verdict";
import type { Model } from "../../../gate/model/model";
import schema from "../../../schemas/model.schema.json";
import { ROOT } from "../cli/workplace";
import { type Blocks, DEFECTS, planted } from "../fuzz/defects";
import { documented, fleet } from "./models";

const policy = loadPolicy();
const WORLDS: Readonly<Record<string, Blocks>> = { "nothing wrong": planted({}), ...DEFECTS };

/** One flow log for each of the worlds, all in one stack. */
function modelOf(worlds: readonly string[]): Model {
  const resource: Record<string, object> = {};
  worlds.forEach((world, at) => {
    const stamped = JSON.stringify(WORLDS[world]).replaceAll("planted", `planted-${at}`);
    for (const [type, blocks] of Object.entries(JSON.parse(stamped) as Blocks))
      resource[type] = { ...resource[type], ...blocks };
  });
  const read = readModel([{ path: "fleet.tf.json", text: JSON.stringify({ resource }) }]);
  if ("faults" in read) throw new Error(read.faults[0]?.message);
  return read.model;
}

/** Findings in an order of their own: which component is judged first changes nothing. */
function sorted(verdicts: readonly RuleVerdict[]): unknown[] {
  return verdicts.map(({ rule, judged, findings }) => ({
    rule,
    judged,
    findings: findings.map((finding) => JSON.stringify(finding)).sort(),
  }));
}

function whole(model: Model): unknown[] {
  const evaluation = startEvaluation(policy.module, {}, model);
  return sorted(policy.rules.map((rule) => evaluation.ask(rule) as RuleVerdict));
}

function byShape(model: Model): unknown[] {
  return sorted(judgeModel(model, {}, policy, 2).verdicts);
}

describe("a fleet is judged as each of its flow logs by itself would be", () => {
  test("whatever is wrong with some of them", () => {
    const squads = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(WORLDS)), fc.integer({ min: 1, max: 6 })),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(squads, (given) => {
        const model = modelOf(given.flatMap(([world, times]) => Array.from({ length: times }, () => world)));
        expect(byShape(model)).toEqual(whole(model));
      }),
      { seed: 20_261_121, numRuns: 60 },
    );
  }, 30_000);

  test.each(Object.keys(WORLDS))("ten times the same: %s", (world) => {
    const model = modelOf(Array.from({ length: 10 }, () => world));
    expect(shapesOf(model, 2)).toHaveLength(1);
    expect(byShape(model)).toEqual(whole(model));
  });

  test("also where one scope holds all of them together", () => {
    const model = fleet(20);
    expect(shapesOf(model, 2)).toBeUndefined();
    expect(byShape(model)).toEqual(whole(model));
  });

  test("few flow logs are no fleet", () => {
    const few = modelOf(["nothing wrong", "nothing wrong"]);
    expect(shapesOf(few)).toBeUndefined();
    expect(shapesOf(few, 2)).toHaveLength(1);
    expect(shapesOf(modelOf(Array.from({ length: 50 }, () => "nothing wrong")))).toHaveLength(1);
  });

  test("one flow log is no fleet", () => {
    expect(shapesOf(documented(), 2)).toBeUndefined();
  });

  test("what the judge does not know keeps a model whole", () => {
    const model = modelOf(["nothing wrong", "nothing wrong"]);
    expect(shapesOf(model, 2)).toHaveLength(1);
    expect(shapesOf(Object.assign({}, model, { novelties: [{}] }), 2)).toBeUndefined();
    expect(shapesOf(Object.assign({}, model, { novelties: [] }), 2)).toHaveLength(1);
  });

  test("too many shapes are no fleet", () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ retention_in_days: at }));
    const model = modelOf(many.map(() => "nothing wrong"));
    many.forEach(({ retention_in_days: value }, at) => {
      const group = model.log_groups[at];
      if (group !== undefined) group.retention = { state: "known", value };
    });
    expect(shapesOf(model, 2)).toBeUndefined();
  });
});

describe("texts that are the same but for a name", () => {
  test.each<[string, string, string, Tie | undefined, boolean]>([
    ["a resource's name in a reference", "${aws_iam_role.a.arn}", "${aws_iam_role.b-2.arn}", undefined, true],
    ["its type", "${aws_iam_role.a.arn}", "${aws_iam_user.a.arn}", undefined, false],
    ["its attribute", "${aws_iam_role.a.arn}", "${aws_iam_role.a.id}", undefined, false],
    ["what stands after it", "${aws_iam_role.a.arn}", "${aws_iam_role.a.arn}:*", undefined, false],
    ["a variable", "${var.a}", "${var.b}", undefined, true],
    ["a name, where none is meant", "a", "b", undefined, false],
    ["a name", "/net/a", "/net/bc", "name", true],
    ["a name with a wildcard", "/net/a", "/net/*", "name", false],
    ["the folder of a name", "/net/a", "/net/b/c", "name", false],
    ["no name", "", "a", "name", false],
    ["an id", "vpc-0a1", "vpc-0b22", "id", true],
    ["an id of another kind", "vpc-0a1", "subnet-0a1", "id", false],
  ])("%s", (_, one, other, tie, expected) => {
    expect([areAlike(one, other, tie), areAlike(other, one, tie)]).toEqual([expected, expected]);
  });
});

type Schema = { readonly [keyword: string]: unknown };

test("no rule judges by what only changes how findings read and what becomes of them", () => {
  const rules = readdirSync(join(ROOT, "policies"), { recursive: true, encoding: "utf8" })
    .filter(
      (name) =>
        /^\w+[/\\][\w-]+(?<!_test)\.rego$/.test(name) && !/^(presets|testing|waiver|built)\b/.test(name),
    )
    .map((name) => readFileSync(join(ROOT, "policies", name), "utf8"));
  expect(rules.length).toBeGreaterThan(30);
  for (const name of SETTLING) expect(rules.filter((text) => text.includes(`input.${name}`))).toEqual([]);
});

describe("the schema of the model", () => {
  const PLAIN = new Set(["source", "line", "version", "value"]);

  function resolved(node: Schema): Schema {
    const name = typeof node.$ref === "string" ? node.$ref.replace("#/definitions/", "") : undefined;
    return name === undefined ? node : resolved((schema.definitions as Record<string, Schema>)[name] ?? {});
  }

  /** Paths of the numbers of a subject that are no position and not known to be plain. */
  function strays(node: Schema, tie: Tie | undefined, path: string): string[] {
    const { type, items, properties } = resolved(node);
    if (items !== undefined) return strays(items as Schema, tie, path);
    if (type === "integer" || type === "number")
      return isPosition(tie) || PLAIN.has(path.split(".").at(-1) ?? "") ? [] : [path];
    return Object.entries((properties ?? {}) as Record<string, Schema>).flatMap(([name, member]) => {
      const nested = typeof tie === "object" && !isPosition(tie) ? tie[name] : undefined;
      return nested === "unread" ? [] : strays(member, nested, `${path}.${name}`);
    });
  }

  const arrays = Object.entries(schema.properties as Record<string, Schema>);

  test("has no number in a subject of which the judge cannot tell what it is", () => {
    expect(
      arrays.flatMap(([name, node]) => (name in SUBJECTS ? strays(node, SUBJECTS[name], name) : [])),
    ).toEqual([]);
  });

  test("has each array and each field that the judge names", () => {
    const names = arrays.map(([name]) => name);
    for (const kind of [...Object.keys(SUBJECTS), ...SHARED, ...SURROUNDINGS, ...SETTLING])
      expect(names).toContain(kind);
  });

  test("leads to no subject from what subjects share", () => {
    for (const kind of SHARED)
      expect(strays((schema.properties as Record<string, Schema>)[kind] ?? {}, undefined, kind)).toEqual([]);
  });
});
