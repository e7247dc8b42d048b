import { type MatrixCase, UNTOLD } from "../matrix-case";
import { sound } from "../sound";

/** What a record holds. */
export const RECORDS: readonly MatrixCase[] = [
  {
    name: "fieldtwice",
    terraform: sound("fieldtwice", { flowLog: { log_format: "$${srcaddr} $${srcaddr}" } }),
    findings: ["record-field-unknown duplicate"],
  },
  {
    name: "fieldofgateway",
    terraform: sound("fieldofgateway", { flowLog: { log_format: "$${srcaddr} $${tgw-id}" } }),
    findings: ["record-field-unknown other-kind"],
  },
  {
    name: "tagfield",
    terraform: sound("tagfield", { flowLog: { log_format: "$${srcaddr} $${instance-tag}" } }),
    findings: ["record-field-unknown tags-unspecified"],
  },
];

/** Of a wrong type, which the provider refuses before there is a plan. */
function wrong(name: string, flowLog: object, ...findings: string[]): MatrixCase {
  return { name, terraform: sound(name, { flowLog }), findings };
}

export const RECORDS_REFUSED: readonly MatrixCase[] = [
  wrong(
    "traffictype",
    { traffic_type: ["ALL"] },
    "? capture-partial wrong-type",
    "? capture-traffic-type wrong-type",
  ),
  wrong("intervaltype", { max_aggregation_interval: "often" }, "? capture-interval wrong-type"),
  wrong(
    "formattype",
    { log_format: ["version"] },
    "? record-field-unknown wrong-type",
    "? record-format-unescaped wrong-type",
  ),
  {
    ...wrong(
      "formattypemissing",
      { log_format: ["version"] },
      "? record-field-missing wrong-type",
      "? record-field-unknown wrong-type",
      "? record-format-unescaped wrong-type",
    ),
    settings: { capture: { requiredFields: ["pkt-dstaddr"] } },
  },
  wrong(
    "tagdynamic",
    {
      log_format: "$${srcaddr} $${instance-tag}",
      dynamic: { tag_field_specification: { for_each: UNTOLD, content: {} } },
    },
    "? record-field-unknown tags-unknown",
  ),
  {
    ...wrong(
      "gatewaytenminutes",
      {
        vpc_id: null,
        traffic_type: null,
        max_aggregation_interval: 600,
        transit_gateway_id: "tgw-0123456789abcdef0",
      },
      "capture-interval transit-gateway",
      "capture-uncovered no-flow-log",
    ),
    unapplied: "there is no such transit gateway",
  },
  {
    name: "dayswords",
    terraform: sound("dayswords", { group: { retention_in_days: "a year" } }),
    settings: { retention: { maximumDays: 400 } },
    findings: [
      "? retention-invalid wrong-type",
      "? retention-too-long wrong-type",
      "? retention-too-short wrong-type",
      "? retention-unset wrong-type",
    ],
  },
  {
    name: "classtype",
    terraform: sound("classtype", { group: { log_group_class: ["STANDARD"] } }),
    findings: ["? log-class-unsupported wrong-type"],
  },
  {
    name: "classdelivery",
    unapplied: "moto makes no group of that class",
    terraform: sound("classdelivery", { group: { log_group_class: "DELIVERY" } }),
    findings: ["log-class-unsupported delivery-class"],
  },
  {
    name: "boundarytype",
    terraform: sound("boundarytype", { role: { permissions_boundary: ["x"] } }),
    settings: { privilege: { requireBoundary: true } },
    findings: ["? delivery-not-granted boundary-not-judged", "? privilege-boundary-missing wrong-type"],
  },
  {
    name: "rejectsomewhere",
    terraform: sound("rejectsomewhere", { flowLog: { traffic_type: "REJECT", vpc_id: UNTOLD } }),
    findings: [
      "? capture-partial scope-unknown",
      "? capture-scope unknown",
      "? capture-uncovered flow-log-unplaced",
    ],
  },
  {
    name: "rejectmaybe",
    terraform: sound("rejectmaybe", {
      flowLog: { traffic_type: "REJECT" },
      also: {
        aws_flow_log: {
          rejectmaybe_rest: {
            count: UNTOLD,
            vpc_id: "${aws_vpc.rejectmaybe_vpc.id}",
            traffic_type: "ACCEPT",
            log_destination: "${aws_cloudwatch_log_group.rejectmaybe_group.arn}",
            iam_role_arn: "${aws_iam_role.rejectmaybe_role.arn}",
            max_aggregation_interval: 60,
            depends_on: ["aws_iam_role_policy.rejectmaybe_policy"],
          },
        },
      },
    }),
    findings: ["? capture-partial complement-uncertain", "? capture-partial complement-uncertain"],
  },
  {
    name: "overridemaybe",
    terraform: sound("overridemaybe", {
      also: {
        aws_cloudwatch_log_account_policy: {
          overridemaybe_policy: {
            count: UNTOLD,
            policy_name: "retention",
            policy_type: "RETENTION_POLICY",
            policy_document: '{"RetentionInDays": 3}',
          },
        },
      },
    }),
    findings: ["? retention-overridden uncertain"],
  },
  {
    name: "moduleunread",
    terraform: {
      resource: { aws_vpc: { moduleunread_vpc: { cidr_block: "10.0.0.0/16" } } },
      module: { moduleunread_network: { source: "terraform-aws-modules/vpc/aws", version: "5.0.0" } },
    },
    findings: ["? capture-uncovered module-unread", "? capture-uncovered module-unread"],
  },
];
