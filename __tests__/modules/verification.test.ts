import { execFileSync } from "node:child_process";
import { FlowLogs, type FlowLogsProps } from "../../modules";
import { synthesize } from "./synthesize";

const DESTINATIONS: [string, FlowLogsProps, string][] = [
  ["CloudWatch Logs", { vpcId: "vpc-1" }, "--log-group-name '/aws/vpc-flow-logs/network/flow-logs'"],
  [
    "an existing log group",
    {
      vpcId: "vpc-1",
      logGroup: { existing: { arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/net/flows" } },
    },
    "--log-group-name '/net/flows'",
  ],
  ["S3", { vpcId: "vpc-1", bucket: { name: "records", prefix: "net" } }, "'s3://records/net/AWSLogs/'"],
  [
    "an existing bucket",
    { vpcId: "vpc-1", bucket: { existing: { arn: "arn:aws:s3:::records" } } },
    "'s3://records/AWSLogs/'",
  ],
  ["Firehose", { vpcId: "vpc-1", deliveryStream: {} }, "--metric-name IncomingRecords"],
];

test.each(DESTINATIONS)("%s: commands that show whether records arrive", (_, props, expected) => {
  synthesize((stack) => {
    const { verification } = new FlowLogs(stack, "flow-logs", props);
    expect(verification.command).toMatch(/^aws ec2 describe-flow-logs --region \S+ --flow-log-ids \S+ /);
    expect(verification.command).toContain("DeliverLogsStatus,DeliverLogsErrorMessage");
    expect(verification.query).toContain(expected);
    for (const command of [verification.command, verification.query]) {
      const filled = command.replace(/\$\{[^}]+\}/g, "filled");
      expect(() => execFileSync("sh", ["-n", "-c", filled], { stdio: "pipe" })).not.toThrow();
    }
  });
});

test("outputs are made on demand, and once", () => {
  const made = (build: (flowLogs: FlowLogs) => void): unknown => {
    const synthesized = synthesize((stack) => {
      build(new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1" }));
    }) as unknown as { output?: Record<string, { value: string }> };
    return Object.values(synthesized.output ?? {}).map(({ value }) => value.slice(0, 27));
  };
  expect(made(() => undefined)).toEqual([]);
  expect(
    made(({ verification }) => {
      verification.addOutputs();
    }),
  ).toEqual(["aws ec2 describe-flow-logs ", "id=$(aws logs start-query -"]);
});

test("what a flow log does not have is an error, and never silently another one", () => {
  synthesize((stack) => {
    const archive = new FlowLogs(stack, "archive", { vpcId: "vpc-1", bucket: {} });
    const stream = new FlowLogs(stack, "stream", { vpcId: "vpc-1", deliveryStream: {} });
    const logs = new FlowLogs(stack, "logs", { vpcId: "vpc-1" });
    expect(() => archive.logGroup).toThrow(
      "network/archive has no log group: its records go to S3; ask another FlowLogs",
    );
    expect(() => stream.role).toThrow(
      "network/stream has no delivery role: its records go to Firehose; ask another FlowLogs",
    );
    expect(() => logs.bucket).toThrow(
      "network/logs has no bucket: its records go to CloudWatch Logs; ask another FlowLogs",
    );
    expect(() => logs.deliveryStream).toThrow(
      "network/logs has no delivery stream: its records go to CloudWatch Logs; ask another FlowLogs",
    );
  });
});
