import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import { documented } from "../../examples/documented/main";
import { repaired } from "../../examples/repaired/main";

interface Synthesized {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly terraform: { backend: unknown };
}

function synthesize(example: (outdir: string) => App, stack: string): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-example-"));
  try {
    example(outdir).synth();
    return JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8")) as Synthesized;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function addresses({ resource }: Synthesized): string[] {
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
}

describe("the documented Terraform", () => {
  const synthesized = synthesize(documented, "documented");
  const { resource } = synthesized;

  test("has the resources of the document, under its names, and the VPC that it refers to", () => {
    expect(addresses(synthesized)).toEqual([
      "aws_cloudwatch_log_group.flow_logs",
      "aws_flow_log.vpc_flow_logs",
      "aws_iam_policy.vpc_flow_logs_policy",
      "aws_iam_role.vpc_flow_logs",
      "aws_vpc.this",
    ]);
  });

  test("has the document's arguments, and no other", () => {
    expect(resource["aws_flow_log"]?.["vpc_flow_logs"]).toEqual({
      "//": expect.anything() as unknown,
      iam_role_arn: "${aws_iam_role.vpc_flow_logs.arn}",
      log_destination: "${aws_cloudwatch_log_group.flow_logs.arn}",
      traffic_type: "ALL",
      vpc_id: "${aws_vpc.this.id}",
      log_format:
        "$${version} $${account-id} $${interface-id} $${srcaddr} $${dstaddr} $${srcport} $${dstport} $${protocol} $${packets} $${bytes} $${start} $${end} $${action} $${log-status}",
      max_aggregation_interval: 60,
    });
    expect(resource["aws_cloudwatch_log_group"]?.["flow_logs"]).toMatchObject({
      name: "/aws/vpc/vpc-flow-logs",
      retention_in_days: 7,
    });
    expect(resource["aws_iam_role"]?.["vpc_flow_logs"]).toMatchObject({ name: "vpc-flow-logs-role" });
    const policy = resource["aws_iam_policy"]?.["vpc_flow_logs_policy"]?.["policy"];
    expect(JSON.parse(String(policy))).toMatchObject({
      Statement: [
        {
          Resource: [
            "arn:aws:logs:*:*:log-group:/aws/vpc/flow-logs*",
            "arn:aws:logs:*:*:log-stream:/aws/vpc/flow-logs*",
          ],
        },
      ],
    });
  });
});

test("the repaired twin watches the same VPC and writes to the same log group, for longer", () => {
  const { resource } = synthesize(repaired, "repaired");
  const [flowLog] = Object.values(resource["aws_flow_log"] ?? {});
  const [group] = Object.values(resource["aws_cloudwatch_log_group"] ?? {});
  expect(flowLog).toMatchObject({
    vpc_id: "${aws_vpc.this.id}",
    traffic_type: "ALL",
    max_aggregation_interval: 60,
    "//": { flowgate: { location: { path: "examples/repaired/main.ts" } } },
  });
  expect(group).toMatchObject({ name: "/aws/vpc/vpc-flow-logs", retention_in_days: 30 });
});

test.each([
  ["documented", documented],
  ["repaired", repaired],
] as const)("%s writes no path of the machine that synthesized it", (stack, example) => {
  const path = `../../../terraform.${stack}.tfstate`;
  expect(synthesize(example, stack).terraform.backend).toEqual({ local: { path } });
});
