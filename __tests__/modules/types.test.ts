import { FlowLogs, InvalidPropsError, record, type FlowLogsProps } from "../../modules";
import { unsynthesized } from "./synthesize";

const role = { existing: { arn: "arn:aws:iam::123456789012:role/delivery" } };
const given = { existing: { name: "records" } };

function making(props: FlowLogsProps): () => unknown {
  return () => new FlowLogs(unsynthesized(), "flow-logs", props);
}

test("what a scope or destination forbids has no type, and without types is refused at construction", () => {
  const wrong = [
    // @ts-expect-error a transit gateway neither accepts nor rejects
    making({ transitGatewayId: "tgw-0a", trafficType: "ALL" }),
    // @ts-expect-error a transit gateway takes 60 seconds only
    making({ transitGatewayId: "tgw-0a", aggregationSeconds: 600 }),
    // @ts-expect-error fields of a VPC's records
    making({ transitGatewayId: "tgw-0a", format: record.default }),
    // @ts-expect-error fields of a transit gateway's records
    making({ vpcId: "vpc-0a", format: record.transitGateway }),
    // @ts-expect-error two scopes
    making({ vpcId: "vpc-0a", subnetId: "subnet-0a" }),
    // @ts-expect-error nothing to watch
    making({}),
    // @ts-expect-error two destinations
    making({ vpcId: "vpc-0a", logGroup: {}, bucket: {} }),
    // @ts-expect-error a role for S3
    making({ vpcId: "vpc-0a", bucket: {}, role }),
    // @ts-expect-error a setting of what is there already
    making({ vpcId: "vpc-0a", bucket: { ...given, expireDays: 9 } }),
    // @ts-expect-error a retention that CloudWatch Logs does not know
    making({ vpcId: "vpc-0a", logGroup: { retentionDays: 45 } }),
    // @ts-expect-error a name that is no field
    () => record.format(["srcaddress"]),
  ];
  for (const make of wrong) expect(make).toThrow(InvalidPropsError);
});
