import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Document } from "../../../../gate/read/document";
import { readHcl } from "../../../../gate/read/hcl/read-hcl";
import { readDocuments } from "../../../../gate/read/read";
import type { Configuration } from "../../../../gate/read/resource";
import { fixture } from "../plan/fixture";

const plan = fixture("apps/network");
const source: Document = { ...fixture("apps/network.tf"), path: "cdktf.out/stacks/network/cdk.tf.json" };
const other: Document = {
  path: "cdktf.out/stacks/other/cdk.tf.json",
  text: JSON.stringify({ resource: { aws_vpc: { v: {} } } }),
};
const copy: Document = { ...source, path: "copy/cdk.tf.json" };

function faults(
  documents: readonly Document[],
  pairs: readonly { plan: string; source: string }[] = [],
): string[] {
  return readDocuments(documents, pairs).faults.map(
    ({ path, message, fix }) => `${path ?? ""}: ${message}; ${fix}`,
  );
}

describe("a plan with the source that it comes from", () => {
  const { configuration } = readDocuments([plan, source]);

  test("lists both, and judges the plan", () => {
    expect(configuration.sources.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      `synth ${source.path}`,
      `plan ${plan.path}`,
    ]);
    expect(new Set(configuration.resources.map((resource) => resource.source))).toEqual(new Set([1]));
  });

  test("knows constructs and lines", () => {
    const flowLog = configuration.resources.find(({ type }) => type === "aws_flow_log");
    expect(flowLog?.constructPath).toMatch(/^network\//);
    expect(flowLog?.location).toEqual({ path: "main.ts", line: expect.any(Number) as number });
  });

  test("leaves other sources of the input as they are", () => {
    const read = readDocuments([plan, source, other]).configuration;
    const judged = read.resources.filter(({ type }) => type === "aws_vpc").map((resource) => resource.source);
    expect(judged.sort()).toEqual([1, 2]);
  });

  test("knows the waivers that stand in code", () => {
    const root = JSON.parse(source.text) as {
      resource: Record<string, Record<string, Record<string, object>>>;
    };
    for (const blocks of Object.values(root.resource))
      for (const block of Object.values(blocks)) block["//"] = { flowgate: { waive: [{ rule: "r" }] } };
    const waived = readDocuments([plan, { ...source, text: JSON.stringify(root) }]).configuration.resources;
    expect(waived.filter(({ waivers }) => waivers !== undefined)).toHaveLength(5);
  });
});

describe("the source of a plan is", () => {
  test("the one that is named, where several may be", () => {
    const chosen = readDocuments([plan, source, copy], [{ plan: "apps/network.json", source: "copy" }]);
    expect(chosen.faults).toEqual([]);
    expect(new Set(chosen.configuration.resources.map((resource) => resource.source))).toEqual(
      new Set([0, 2]),
    );
  });

  test.each([
    [
      "not told where several may be",
      [plan, source, copy],
      [],
      "apps/network.json: several sources may be what the plan comes from: cdktf.out/stacks/network/cdk.tf.json, copy/cdk.tf.json; name the one that it comes from with --source apps/network.json=PATH",
    ],
    [
      "none that lacks something",
      [plan, other],
      [],
      "apps/network.json: the plan comes from none of the sources given: cdktf.out/stacks/other/cdk.tf.json lacks ADDRESS; name the one that it comes from with --source apps/network.json=PATH, or leave out what it does not come from",
    ],
    [
      "not one that is named and lacks something",
      [plan, source, other],
      [{ plan: "apps/network.json", source: "cdktf.out/stacks/other" }],
      "apps/network.json: the plan comes from none of the sources given: cdktf.out/stacks/other/cdk.tf.json lacks ADDRESS; make the plan again from cdktf.out/stacks/other, or name the source that it comes from",
    ],
    [
      "not what is not there",
      [plan, source],
      [{ plan: "apps/network.json", source: "nowhere" }],
      "apps/network.json: there is no source at nowhere, which --source names for the plan; name a synthesized stack or a folder of .tf files with --source PLAN=PATH",
    ],
    [
      "named once",
      [plan, source, copy],
      [
        { plan: "apps/network.json", source: "copy" },
        { plan: "./apps/network.json", source: "cdktf.out" },
      ],
      "apps/network.json: two sources are named for the plan; name one with --source PLAN=PATH",
    ],
    [
      "not named for a plan that is not there",
      [plan, source],
      [{ plan: "other.json", source: "cdktf.out" }],
      ": there is no plan other.json in the input, which --source names; give the plan as a path too, or correct --source PLAN=PATH",
    ],
  ])("%s", (_, documents, pairs, expected) => {
    expect(faults(documents, pairs).map((fault) => fault.replace(/lacks \S+;/, "lacks ADDRESS;"))).toEqual([
      expected,
    ]);
  });
});

/** Folders of `.tf` that the shapes are planned from, beside their first plan. */
async function paired(...folders: string[]): Promise<Configuration> {
  const documents = ["", ...folders].map((folder) => {
    const path = `tools/plan-fixtures/shapes/${folder}main.tf`;
    return { path, text: readFileSync(join(__dirname, "../../../..", path), "utf8") };
  });
  const read = readDocuments(await readHcl([fixture("shapes/first"), ...documents]));
  expect(read.faults).toEqual([]);
  return read.configuration;
}

describe("what a plan made from .tf does not know is read from its folder", () => {
  const attributes = async (address: string) =>
    (await paired()).resources.find((resource) => resource.address === address)?.attributes;

  test("the text around references", async () => {
    expect((await attributes("data.aws_iam_policy_document.write"))?.statement).toEqual([
      expect.objectContaining({ resources: ["${aws_cloudwatch_log_group.flow.arn}:log-stream:*"] }),
      expect.objectContaining({
        resources: ["${aws_cloudwatch_log_group.flow.arn}", "${aws_cloudwatch_log_group.flow.arn}:*"],
      }),
    ]);
  });

  test("for the instance that it stands in", async () => {
    expect((await attributes("aws_flow_log.counted[1]"))?.log_destination).toBe(
      "${aws_cloudwatch_log_group.counted[1].arn}",
    );
    const flowLog = (await paired()).resources.find(({ address }) => address === "aws_flow_log.counted[1]");
    expect(flowLog?.byReference?.has("log_destination")).not.toBe(true);
  });

  test("and where it stands", async () => {
    const flowLog = (await paired()).resources.find(({ address }) => address === "aws_flow_log.net");
    expect(flowLog?.location?.path).toBe("tools/plan-fixtures/shapes/main.tf");
  });

  test("in modules too, where their folders are given", async () => {
    const { resources, sources } = await paired("scoped/", "writer/");
    expect(sources.map(({ kind }) => kind)).toEqual(["hcl", "hcl", "hcl", "plan"]);
    expect(new Set(resources.map((resource) => resource.source))).toEqual(new Set([3]));
    const flowLog = resources.find(({ address }) => address === 'module.scoped["b.c"].aws_flow_log.this');
    expect(flowLog?.location?.path).toBe("tools/plan-fixtures/shapes/scoped/main.tf");
    expect(flowLog?.attributes).toMatchObject({
      log_destination: '${module.scoped["b.c"].aws_cloudwatch_log_group.this[0].arn}',
      subnet_id: '${aws_subnet.us["b.c"].id}',
    });
    expect(flowLog?.byReference?.has("log_destination")).not.toBe(true);
  });

  test("with the plan's values of variables and locals", async () => {
    const text = `
      variable "env" { default = "dev" }
      locals { arn = "\${aws_cloudwatch_log_group.g.arn}:\${var.env}" }
      resource "aws_flow_log" "x" { log_destination = local.arn }
    `;
    const change = { actions: ["create"], before: null, after: {}, after_unknown: { log_destination: true } };
    const resource = { address: "aws_flow_log.x", mode: "managed", type: "aws_flow_log", name: "x" };
    const expressions = { log_destination: { references: ["local.arn"] } };
    const small = JSON.stringify({
      format_version: "1.2",
      variables: { env: { value: "prod" } },
      planned_values: {},
      resource_changes: [{ ...resource, change }],
      configuration: { root_module: { resources: [{ ...resource, expressions }] } },
    });
    const documents = await readHcl([
      { path: "plan.json", text: small },
      { path: "main.tf", text },
    ]);
    const { configuration } = readDocuments(documents);
    expect(configuration.resources.map((each) => each.attributes.log_destination)).toEqual([
      "${aws_cloudwatch_log_group.g.arn}:prod",
    ]);
  });
});
