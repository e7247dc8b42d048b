import { FlowLogs, type FlowLogsProps } from "../../modules";
import { delivery, document, GROUP } from "./documents";
import { names, only, synthesize, type Synthesized } from "./synthesize";

const VPC = "vpc-0123456789abcdef0";

function made(props: FlowLogsProps): Synthesized {
  return synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
}

describe("what exists is used and not touched", () => {
  const arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/shared/flows";
  const role = "arn:aws:iam::123456789012:role/delivery";

  test("a log group by ARN: the role is granted that ARN", () => {
    const synthesized = made({ vpcId: VPC, logGroup: { existing: { arn } } });
    expect(names(synthesized, "aws_cloudwatch_log_group")).toEqual([]);
    expect(only(synthesized, "aws_flow_log")).toMatchObject({ log_destination: arn });
    expect(document(only(synthesized, "aws_iam_role_policy"), "policy")).toEqual(delivery(arn));
  });

  test("a log group by name: its ARN is made from the own account and region", () => {
    const synthesized = made({ vpcId: VPC, logGroup: { existing: { name: "/shared/flows" } } });
    expect(names(synthesized, "aws_cloudwatch_log_group")).toEqual([]);
    expect(only(synthesized, "aws_flow_log")).toMatchObject({ log_destination: `${GROUP}:/shared/flows` });
    expect(document(only(synthesized, "aws_iam_role_policy"), "policy")).toEqual(
      delivery(`${GROUP}:/shared/flows`),
    );
  });

  test("a role: neither role nor policy is made, and there is nothing to wait for", () => {
    const synthesized = made({ vpcId: VPC, role: { existing: { arn: role } } });
    expect(names(synthesized, "aws_iam_role")).toEqual([]);
    expect(names(synthesized, "aws_iam_role_policy")).toEqual([]);
    expect(only(synthesized, "aws_flow_log")).toMatchObject({ iam_role_arn: role });
    expect(only(synthesized, "aws_flow_log")).not.toHaveProperty("depends_on");
  });

  test("both: the flow log alone is made, and nobody asks for the own account", () => {
    const synthesized = made({
      vpcId: VPC,
      logGroup: { existing: { arn } },
      role: { existing: { arn: role } },
    });
    expect(Object.keys(synthesized.resource)).toEqual(["aws_flow_log"]);
    expect(synthesized).not.toHaveProperty("data");
  });
});
