import fc from "fast-check";
import { FlowLogs, InvalidPropsError, type FlowLogsProps } from "../../modules";
import { RETENTION_DAYS } from "../../modules/destination/log-group/retention";
import { accepted } from "./arbitrary-props";
import { known } from "./known-arguments";
import { names, only, synthesize, unsynthesized, type Synthesized } from "./synthesize";

interface Document {
  readonly Statement: readonly { Sid: string; Action: string | string[]; Resource: string | string[] }[];
}

const SCOPES = ["vpc_id", "subnet_id", "eni_id", "transit_gateway_id", "transit_gateway_attachment_id"];

/** What holds for CloudWatch Logs alone. */
function expectLeastPrivilege(synthesized: Synthesized): void {
  const group = only(synthesized, "aws_cloudwatch_log_group");
  expect(only(synthesized, "aws_flow_log")["depends_on"]).toEqual([
    expect.stringMatching(/^aws_iam_role_policy\./),
  ]);
  expect(RETENTION_DAYS).toContain(group["retention_in_days"]);
  const policy = JSON.parse(String(only(synthesized, "aws_iam_role_policy")["policy"])) as Document;
  const actions = policy.Statement.flatMap(({ Action }) => Action);
  expect(actions.sort()).toEqual([
    "logs:CreateLogStream",
    "logs:DescribeLogGroups",
    "logs:DescribeLogStreams",
    "logs:PutLogEvents",
  ]);
  const [write] = policy.Statement;
  expect(String(write?.Resource).endsWith(`:log-group:${String(group["name"])}:log-stream:*`)).toBe(true);
}

test("whatever is accepted becomes resources that hashicorp/aws 5.100 knows, with one scope, one destination and least privilege", () => {
  fc.assert(
    fc.property(accepted, (props) => {
      const synthesized = synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
      for (const [type, resources] of Object.entries(synthesized.resource)) {
        for (const args of Object.values(resources)) {
          const extra = Object.keys(args).filter((key) => !known(type).includes(key));
          expect([type, extra]).toEqual([type, []]);
        }
      }
      const flowLog = only(synthesized, "aws_flow_log");
      expect(SCOPES.filter((argument) => argument in flowLog)).toHaveLength(1);
      expect(JSON.stringify(flowLog["log_format"] ?? "")).not.toMatch(/(^|[^$])\$\{|\$\$\$/);
      const gateway = "transit_gateway_id" in flowLog || "transit_gateway_attachment_id" in flowLog;
      expect("traffic_type" in flowLog).toBe(!gateway);
      const groups = names(synthesized, "aws_cloudwatch_log_group").length;
      const buckets = names(synthesized, "aws_s3_bucket").length;
      expect(groups + buckets).toBe(1);
      if (groups === 1) expectLeastPrivilege(synthesized);
    }),
    { numRuns: 120 },
  );
});

test("whatever else is given is refused by an error that names a prop, and by no other", () => {
  const stack = unsynthesized();
  const props = [
    "vpcId",
    "subnetId",
    "eniId",
    "transitGatewayId",
    "regionalNatGatewayId",
    "logGroup",
    "role",
    "bucket",
    "deliveryStream",
    "tagKeys",
    "trafficType",
    "aggregationSeconds",
    "format",
    "tags",
    "provider",
  ];
  const loose = fc.record(Object.fromEntries(props.map((prop) => [prop, fc.anything()])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), loose), (given) => {
      let error: unknown;
      try {
        new FlowLogs(stack, "flow-logs", given as FlowLogsProps);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(InvalidPropsError);
      expect((error as InvalidPropsError).problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
