/**
 * A plan of N flow logs (four resources each) as `terraform show -json` prints it, on standard output. Two of them are
 * real, in bench/plan/seed.json: one whose policy names its log group by reference, so that the plan does not know it,
 * and one that names it literally. The rest are copies of these under names of their own; performance was measured
 * on such copies and on real plans alike, and they differ in nothing.
 *
 *     npm run build && node dist/bench/generate-plan.js N
 *
 * bench/plan/seed.json again: terraform init, plan -refresh=false -out=p and show -json p in bench/plan.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../gate/package";

interface Module {
  resources: unknown[];
}

interface Plan {
  planned_values: { root_module: Module };
  configuration: { root_module: Module };
  resource_changes: unknown[];
  relevant_attributes: unknown[];
}

/** The plan of `count` flow logs. */
export function generatePlan(count: number): object {
  const text = readFileSync(join(packageRoot(), "bench", "plan", "seed.json"), "utf8");
  const plan = JSON.parse(text) as Plan;
  plan.planned_values.root_module.resources = copies(plan.planned_values.root_module.resources, count);
  plan.configuration.root_module.resources = copies(plan.configuration.root_module.resources, count);
  plan.resource_changes = copies(plan.resource_changes, count);
  plan.relevant_attributes = copies(plan.relevant_attributes, count);
  return plan;
}

/** What belongs to the two flow logs of the seed, `seed0` and `seed1`, for each of `count` in turn. */
function copies(resources: readonly unknown[], count: number): unknown[] {
  const texts = resources.map((resource) => JSON.stringify(resource));
  const seeds = ["seed0", "seed1"].map((name) => ({
    name,
    resources: texts.filter((text) => text.includes(name)),
  }));
  return Array.from({ length: count }, (_, at) => {
    const seed = seeds[at % seeds.length];
    return (seed?.resources ?? []).map(
      (text) => JSON.parse(text.replaceAll(seed?.name ?? "", `flow-${at}`)) as unknown,
    );
  }).flat();
}

if (require.main === module) {
  const [count = ""] = process.argv.slice(2);
  if (/^[1-9][0-9]*$/.test(count)) process.stdout.write(JSON.stringify(generatePlan(Number(count))));
  else {
    console.error("usage: node dist/bench/generate-plan.js N");
    process.exitCode = 2;
  }
}
