import { generatePlan } from "../../bench/generate-plan";
import { check } from "../../gate";

interface Plan {
  readonly planned_values: { readonly root_module: { readonly resources: readonly { address: string }[] } };
  readonly configuration: { readonly root_module: { readonly resources: readonly { address: string }[] } };
  readonly resource_changes: readonly { address: string }[];
}

test("a plan of so many flow logs has four resources of its own for each", () => {
  const { planned_values: planned, configuration, resource_changes: changes } = generatePlan(5) as Plan;
  for (const resources of [planned.root_module.resources, configuration.root_module.resources, changes]) {
    expect(new Set(resources.map(({ address }) => address)).size).toBe(20);
    expect(JSON.stringify(resources)).not.toContain("seed");
  }
});

test("what is measured is right", () => {
  const text = JSON.stringify(generatePlan(4));
  expect(check([{ path: "plan.json", text }])).toMatchObject({
    verdict: "pass",
    errors: [],
    judged: { flowLogs: 4, resources: 16 },
  });
});
