import { readModel } from "../../../gate/check";
import { type Evaluation, startEvaluation } from "../../../gate/judge/evaluate";
import { Likeness } from "../../../gate/judge/fleet/alike";
import { type Component, componentsOf, itemsOf } from "../../../gate/judge/fleet/components";
import { extract } from "../../../gate/judge/fleet/extract";
import { judgeModel } from "../../../gate/judge/fleet/judge-model";
import { judge } from "../../../gate/judge/judge";
import { loadPolicy } from "../../../gate/judge/policy";
import type { RuleVerdict } from "../../../gate/judge/verdict";
import type { Model } from "../../../gate/model/model";
import type { MatrixCase } from "../matrix/matrix-case";
import { fleetOf, WORLDS } from "./worlds";

const policy = loadPolicy();
const FLEET = 6;
const ACROSS = "to Firehose of another account";

function modelOf(worlds: readonly Terraform[]): Model {
  const read = readModel([{ path: "fleet.tf.json", text: JSON.stringify(fleetOf(worlds)) }]);
  if ("faults" in read) throw new Error(read.faults[0]?.message);
  return read.model;
}

type Terraform = MatrixCase["terraform"];
type World = (name: string) => Terraform;

const fleets = Object.entries(WORLDS).map(([what, world]): [string, Model] => [
  what,
  modelOf(Array.from({ length: FLEET }, (_, at) => world(`n${at}`))),
]);

/** Components with a flow log, and no others. */
function flowLogsOf(model: Model): Component[] {
  return (componentsOf(model) ?? []).filter(({ flow_logs: flowLogs }) => (flowLogs ?? []).length > 0);
}

type Path = readonly (string | number)[];

/** Each place of a subject that holds no further places, and each list. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const nested = Object.entries(value).flatMap(([key, member]) =>
    key === "location" || key === "construct_path" ? [] : placesOf(member, [...path, key]),
  );
  return Array.isArray(value) ? [path, ...nested] : nested;
}

function valueAt(subject: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    subject,
  );
}

function withValue(subject: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(subject);
  (valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1) ?? ""] = value;
  return copy;
}

/** What else might stand there: what stands in the neighbour, and what no name would be. */
function others(value: unknown, neighbour: unknown): unknown[] {
  if (Array.isArray(value))
    return [[], value.slice(1), [...(value as unknown[]), ...(value as unknown[])], neighbour];
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, -1, 0, neighbour];
  const text = String(value);
  return [
    neighbour,
    "",
    "*",
    "other",
    `${text}x`,
    text.replace("n5", "n50"),
    text.replace("/", "/x/"),
    `${text}*`,
  ];
}

/** The model with one place of the last of a fleet changed in each way that still lets it pass for one of the fleet. */
function* disguised(model: Model): Generator<[string, Model, Component]> {
  const [first, ...rest] = flowLogsOf(model);
  const last = rest.at(-1);
  for (const kind of Object.keys(last ?? {}))
    for (const [rank, at] of (last?.[kind] ?? []).entries()) {
      const subject = itemsOf(model, kind)[at];
      const neighbour = itemsOf(model, kind)[first?.[kind]?.[rank] ?? -1];
      for (const path of placesOf(subject))
        for (const other of others(valueAt(subject, path), valueAt(neighbour, path))) {
          const items = itemsOf(model, kind).with(at, withValue(subject, path, other));
          const changed = Object.assign({}, model, { [kind]: items }) as Model;
          const components = flowLogsOf(changed);
          const one = components.find((each) => each[kind]?.includes(at));
          if (one === undefined || components.length !== FLEET || components[0] === undefined) continue;
          if (new Likeness(changed, componentsOf(changed) ?? []).areAlike(components[0], one))
            yield [`${kind}.${path.join(".")} = ${JSON.stringify(other)}`, changed, one];
        }
    }
}

/** The fleet with one text of the Terraform of the last flow log changed, where the judge takes it for one of the fleet. */
function* rewritten(world: World): Generator<[string, Model, Component]> {
  const worlds = Array.from({ length: FLEET }, (_, at) => world(`n${at}`));
  const [first, last] = [worlds[0], worlds.at(-1)];
  for (const path of placesOf(last))
    for (const other of new Set(others(valueAt(last, path), valueAt(first, renamed(path))))) {
      if (other === undefined) continue;
      const changed = withValue(last, path, other) as Terraform;
      const read = readModel([
        { path: "x.tf.json", text: JSON.stringify(fleetOf([...worlds.slice(0, -1), changed])) },
      ]);
      if ("faults" in read) continue;
      const components = componentsOf(read.model) ?? [];
      const flowLogs = flowLogsOf(read.model);
      const one = flowLogs.find(({ flow_logs: at }) =>
        read.model.flow_logs[at?.[0] ?? -1]?.address.includes("n5_"),
      );
      if (flowLogs[0] === undefined || one === undefined || flowLogs.length !== FLEET) continue;
      if (new Likeness(read.model, components).areAlike(flowLogs[0], one))
        yield [`${path.join(".")} = ${JSON.stringify(other)}`, read.model, one];
    }
}

/** The same place in the Terraform of the first flow log. */
function renamed(path: Path): Path {
  return path.map((key) => (typeof key === "string" ? key.replace("n5", "n0") : key));
}

function wrongAmong(changes: Iterable<[string, Model, Component]>, evaluation: Evaluation): string[] {
  return [...changes].flatMap(([change, changed, component]) => {
    const causes = found(evaluation, extract(changed, [component]));
    return causes.length > 0 ? [`${change}: ${causes.join(", ")}`] : [];
  });
}

function found(evaluation: Evaluation, model: Model): string[] {
  evaluation.replaceInput(model);
  return policy.rules.flatMap((rule) =>
    (evaluation.ask(rule) as RuleVerdict).findings.map(({ cause }) => `${rule} ${cause}`),
  );
}

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

describe.each(fleets)("a fleet of flow logs: %s", (what, model) => {
  const evaluation = startEvaluation(policy.module, {}, model);

  test("nothing is wrong with it, so that nothing hides what a change does", () => {
    expect(found(evaluation, model)).toEqual([]);
  });

  test("is judged as it would be one by one", () => {
    expect(sorted(judgeModel(model, {}, policy, 2).verdicts)).toEqual(whole(model));
  });

  test("no change in one place makes a finding where the judge does not tell it from the others", () => {
    expect(wrongAmong(disguised(model), evaluation)).toEqual([]);
  });

  test("no change of its Terraform in one place does either", () => {
    expect(wrongAmong(rewritten(WORLDS[what] as World), evaluation)).toEqual([]);
  });
});

test.each(Object.keys(WORLDS))("changes in many places leave a flow log like the others: %s", (what) => {
  const [, model] = fleets.find(([name]) => name === what) ?? [];
  const changes = model === undefined ? 0 : [...disguised(model)].length;
  if (what === ACROSS) expect(changes).toBe(0);
  else expect(changes).toBeGreaterThan(10);
});

test("of 60 flow logs the one whose role may pass another role is found", () => {
  const worlds = Array.from({ length: 60 }, (_, at) => WORLDS[ACROSS]?.(`n${at}`) ?? {});
  const [right, wrong] = ["role/n42", "role/n41"].map((name) => `arn:aws:iam::123456789012:${name}`);
  const changed = JSON.stringify(worlds[42]).replace(right ?? "", wrong ?? "");
  const model = modelOf(worlds.with(42, JSON.parse(changed) as Terraform));
  expect(judge(model, undefined).settled.findings).toMatchObject([
    { rule: "privilege-pass-role", address: "aws_iam_role.n42_role", cause: "any-role" },
  ]);
});
