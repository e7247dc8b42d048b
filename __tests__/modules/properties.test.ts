import fc from "fast-check";
import { FlowLogs, InvalidPropsError, type FlowLogsProps } from "../../modules";
import { RETENTION_DAYS } from "../../modules/destination/retention";
import { accepted } from "./arbitrary-props";
import { only, synthesize, unsynthesized } from "./synthesize";

/** Arguments that hashicorp/aws 5.100.0 knows and FlowLogs may use. */
const KNOWN: Record<string, readonly string[]> = {
  aws_cloudwatch_log_group: [
    "name",
    "retention_in_days",
    "log_group_class",
    "kms_key_id",
    "skip_destroy",
    "tags",
  ],
  aws_flow_log: [
    "vpc_id",
    "subnet_id",
    "eni_id",
    "traffic_type",
    "max_aggregation_interval",
    "log_destination_type",
    "log_destination",
    "log_format",
    "iam_role_arn",
    "tags",
    "depends_on",
  ],
  aws_iam_role: ["name_prefix", "assume_role_policy", "tags"],
  aws_iam_role_policy: ["name_prefix", "role", "policy"],
};

interface Document {
  readonly Statement: readonly { Sid: string; Action: string | string[]; Resource: string | string[] }[];
}

test("whatever is accepted becomes four resources that the provider knows, in the right order, with least privilege", () => {
  fc.assert(
    fc.property(accepted, (props) => {
      const synthesized = synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
      expect(Object.keys(synthesized.resource)).toEqual(Object.keys(KNOWN));
      for (const [type, known] of Object.entries(KNOWN)) {
        expect(known).toEqual(expect.arrayContaining(Object.keys(only(synthesized, type))));
      }
      const flowLog = only(synthesized, "aws_flow_log");
      const group = only(synthesized, "aws_cloudwatch_log_group");
      expect(["vpc_id", "subnet_id", "eni_id"].filter((argument) => argument in flowLog)).toHaveLength(1);
      expect(flowLog["depends_on"]).toEqual([expect.stringMatching(/^aws_iam_role_policy\./)]);
      expect(RETENTION_DAYS).toContain(group["retention_in_days"]);
      expect(JSON.stringify(flowLog["log_format"] ?? "")).not.toMatch(/(^|[^$])\$\{|\$\$\$/);

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
    }),
    { numRuns: 60 },
  );
});

test("whatever else is given is refused by an error that names a prop, and by no other", () => {
  const stack = unsynthesized();
  const props = [
    "vpcId",
    "subnetId",
    "eniId",
    "logGroup",
    "role",
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
