import { check } from "../../gate";
import { COMPANIONS } from "./companions";
import { synthesize } from "./synthesize";

describe.each(Object.entries(COMPANIONS))("%s", (_, build) => {
  const synthesized = synthesize(build);

  test("pass the gate, strictly", () => {
    const report = check([{ path: "cdk.tf.json", text: JSON.stringify(synthesized) }], {
      strict: true,
      failOn: "warning",
    });
    expect(report.errors).toEqual([]);
    // The retention of a group that is not in the input cannot be seen, companion or not.
    expect(report.findings.filter(({ cause }) => cause !== "group-not-in-input")).toEqual([]);
    expect(report.judged.flowLogs).toBeGreaterThan(0);
    const tables = Object.keys(synthesized.resource["aws_glue_catalog_table"] ?? {}).length;
    expect(report.rules).toContainEqual(
      expect.objectContaining({ id: "table-layout-mismatch", pass: tables }),
    );
  });

  test("keep their Terraform names through an upgrade", () => {
    const names = Object.entries(synthesized.resource).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    );
    expect(names).toMatchSnapshot();
  });

  test("carry the line that made them, and no override", () => {
    const resources = Object.values(synthesized.resource).flatMap((named) => Object.values(named));
    for (const resource of resources)
      expect(resource["//"]).toHaveProperty("flowgate.location.path", "__tests__/modules/companions.ts");
    expect(synthesized["//"].metadata).not.toHaveProperty("overrides");
  });
});
