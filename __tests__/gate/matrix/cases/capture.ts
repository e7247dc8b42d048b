import { type MatrixCase, onceApplied } from "../matrix-case";
import { later, sound } from "../sound";

export const CAPTURE: readonly MatrixCase[] = [
  {
    name: "rejects",
    terraform: sound("rejects", { flowLog: { traffic_type: "REJECT" } }),
    findings: ["capture-partial partial"],
  },
  {
    name: "trafficlater",
    terraform: sound("trafficlater", { flowLog: { traffic_type: later("trafficlater", "ALL", "REJECT") } }),
    findings: ["? capture-partial unknown", "? capture-traffic-type unknown"],
    except: onceApplied(),
  },
  {
    name: "uncovered",
    terraform: { resource: { aws_vpc: { uncovered_vpc: { cidr_block: "10.0.0.0/16" } } } },
    findings: ["capture-uncovered no-flow-log"],
  },
  {
    name: "bysubnet",
    terraform: sound("bysubnet", {
      flowLog: { vpc_id: undefined, subnet_id: "${aws_subnet.bysubnet_subnet.id}" },
      also: {
        aws_subnet: {
          bysubnet_subnet: {
            vpc_id: "${aws_vpc.bysubnet_vpc.id}",
            cidr_block: "10.0.1.0/24",
            availability_zone: "eu-west-1a",
          },
        },
      },
    }),
    findings: [],
  },
  {
    name: "onesubnet",
    terraform: sound("onesubnet", {
      flowLog: { vpc_id: undefined, subnet_id: "${aws_subnet.onesubnet_first.id}" },
      also: {
        aws_subnet: {
          onesubnet_first: {
            vpc_id: "${aws_vpc.onesubnet_vpc.id}",
            cidr_block: "10.0.1.0/24",
            availability_zone: "eu-west-1a",
          },
          onesubnet_second: {
            vpc_id: "${aws_vpc.onesubnet_vpc.id}",
            cidr_block: "10.0.2.0/24",
            availability_zone: "eu-west-1a",
          },
        },
      },
    }),
    findings: ["capture-uncovered subnets-left-out"],
  },
  {
    name: "tenminutes",
    terraform: sound("tenminutes", { flowLog: { max_aggregation_interval: 600 } }),
    findings: [],
  },
  {
    name: "format",
    terraform: sound("format", { flowLog: { log_format: "$${srcaddr} $${dstaddr} $${action}" } }),
    findings: [],
  },
  {
    name: "overescaped",
    terraform: sound("overescaped", { flowLog: { log_format: "$$${srcaddr} $${dstaddr}" } }),
    findings: ["record-format-unescaped overescaped"],
  },
  {
    name: "counted",
    terraform: sound("counted", { flowLog: { count: 1 } }),
    findings: [],
  },
  {
    name: "absent",
    terraform: sound("absent", {
      flowLog: { count: "${local.absent_on ? 1 : 0}" },
      locals: { absent_on: false },
    }),
    findings: ["capture-uncovered no-flow-log"],
  },
];
