import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import { crossAccountFirehose } from "../../examples/cross-account-firehose/main";
import { documented } from "../../examples/documented/main";
import { opensearch } from "../../examples/opensearch/main";
import { organization } from "../../examples/organization/main";
import { quickStart } from "../../examples/quick-start/main";
import { repaired } from "../../examples/repaired/main";
import { alarms } from "../../examples/alarms/main";
import { analysis } from "../../examples/analysis/main";
import { s3 } from "../../examples/s3/main";
import { splunk } from "../../examples/splunk/main";
import { transitGateway } from "../../examples/transit-gateway/main";
import { check } from "../../gate";

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

/** How many resources of each type an example makes. */
function counts({ resource }: Synthesized): Record<string, number> {
  return Object.fromEntries(
    Object.entries(resource).map(([type, named]) => [type, Object.keys(named).length]),
  );
}

describe("the organization's baseline", () => {
  const synthesized = synthesize(organization, "organization");

  test("watches twelve VPCs twice, and shares all that can be shared", () => {
    expect(counts(synthesized)).toMatchObject({
      aws_vpc: 12,
      aws_flow_log: 24,
      aws_s3_bucket: 1,
      aws_s3_bucket_policy: 1,
      aws_cloudwatch_log_group: 2,
      aws_iam_role: 2,
      aws_iam_role_policy: 2,
    });
  });

  test("lets both regions and the two other accounts write to the one bucket", () => {
    const [policy] = Object.values(synthesized.resource["aws_s3_bucket_policy"] ?? {});
    const { Statement } = JSON.parse(String(policy?.["policy"])) as {
      Statement: { Condition: { ArnLike: Record<string, unknown> } }[];
    };
    expect(Statement[0]?.Condition.ArnLike["aws:SourceArn"]).toHaveLength(4);
  });
});

test("the transit gateway's losses are a third of its record", () => {
  const { resource } = synthesize(transitGateway, "transit-gateway");
  const formats = Object.values(resource["aws_flow_log"] ?? {}).map(({ log_format }) => log_format);
  expect(formats).toContainEqual(undefined);
  expect(formats).toContainEqual(expect.stringContaining("$${packets-lost-blackhole}"));
});

const EXAMPLES = [
  ["repaired", repaired],
  ["s3", s3],
  ["quick-start", quickStart],
  ["transit-gateway", transitGateway],
  ["cross-account-firehose", crossAccountFirehose],
  ["organization", organization],
  ["splunk", splunk],
  ["opensearch", opensearch],
  ["alarms", alarms],
  ["analysis", analysis],
] as const;

test.each(EXAMPLES)("the gate proves that %s delivers", (stack, example) => {
  const text = JSON.stringify(synthesize(example, stack));
  const report = check([{ path: "cdk.tf.json", text }], { strict: true, failOn: "warning" });
  expect(report.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  expect(report.verdict).toBe("pass");
});

test.each(EXAMPLES)("%s says what it makes, what it costs and how it is removed", (name) => {
  const text = readFileSync(join(__dirname, "..", "..", "examples", name, "README.md"), "utf8");
  expect(text).toMatch(/makes/);
  expect(text).toMatch(/cost/i);
  expect(text).toContain(`npm run --silent example ${name}`);
  expect(text).toContain("## Are records arriving?");
  expect(text).toContain("## Clean-up");
});

test.each([["documented", documented], ...EXAMPLES] as const)(
  "%s writes no path of the machine that synthesized it",
  (stack, example) => {
    const path = `../../../terraform.${stack}.tfstate`;
    expect(synthesize(example, stack).terraform.backend).toEqual({ local: { path } });
  },
);
