import { readFileSync } from "node:fs";
import { join } from "node:path";

import { checkFleets, type CheckOptions } from "../../../gate/check";
import { fleetsOf } from "../../../gate/model/fleet/fleet";
import type { Document } from "../../../gate/read/document";
import { readDocuments } from "../../../gate/read/read";
import type { Report } from "../../../gate/report/report";
import { planOf } from "../../fixtures/plans/split";
import { AROUND, type MatrixCase } from "../matrix/matrix-case";

export type Terraform = MatrixCase["terraform"];

/** The same configuration under another name. */
export function stamp<T>(written: T, from: string, to: string): T {
  return JSON.parse(JSON.stringify(written).replaceAll(from, to)) as T;
}

/** All of them in one stack. */
export function stackOf(parts: readonly Terraform[]): Document {
  const root: Record<string, Record<string, unknown>> = {};
  for (const part of parts)
    for (const [block, members] of Object.entries(part)) {
      const into = (root[block] ??= {});
      for (const [name, member] of Object.entries(members))
        into[name] =
          block === "resource" || block === "data" ? Object.assign({}, into[name], member) : member;
    }
  return { path: "cdk.tf.json", text: JSON.stringify({ ...AROUND, ...root }) };
}

interface Plan {
  resource_changes: unknown[];
  planned_values: { root_module: { resources: unknown[] } };
  configuration: { root_module: { resources: unknown[] } };
}

const PLANS = join(__dirname, "../../fixtures/plans/matrix");

/** A real plan of one case of the matrix, as one of a fleet of that case would read. */
export function planOfFleet(kind: "json" | "hcl", name: string, names: readonly string[]): Document {
  const shown = JSON.parse(readFileSync(join(PLANS, `${kind}.json`), "utf8")) as object;
  const plans = names.map((each) => stamp(planOf(shown, name) as Plan, name, each));
  const [first] = plans;
  if (first === undefined) throw new Error("a plan of nothing");
  const all = <T>(of: (plan: Plan) => T[]): T[] => plans.flatMap(of);
  const plan = {
    ...first,
    resource_changes: all((each) => each.resource_changes),
    planned_values: { root_module: { resources: all((each) => each.planned_values.root_module.resources) } },
    configuration: {
      ...first.configuration,
      root_module: { resources: all((each) => each.configuration.root_module.resources) },
    },
  };
  return { path: "plan.json", text: JSON.stringify(plan) };
}

/** How many groups of resources stand in no model, since another stands there for them. */
export function representedIn(document: Document, fewest = 1): number {
  const { configuration, faults } = readDocuments([document]);
  if (faults.length > 0) return 0;
  return fleetsOf(configuration, fewest).reduce((count, { others }) => count + others.length, 0);
}

const TODAY = "2026-11-21";

/** What is reported where the first of each fleet stands for the others, and what where each group is modelled. */
export function bothReports(
  document: Document,
  options: CheckOptions = {},
): { fleets: Report; oneByOne: Report } {
  const settled = { today: TODAY, ...options };
  return {
    fleets: checkFleets([document], settled, 1),
    oneByOne: checkFleets([document], settled, Infinity),
  };
}
