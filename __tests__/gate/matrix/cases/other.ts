import { type MatrixCase, notInPlansOfHcl, onceApplied } from "../matrix-case";
import { sound } from "../sound";

/** Log groups, streams and records, where no other table has them. */
export const OTHERS: readonly MatrixCase[] = [
  {
    name: "infrequent",
    terraform: sound("infrequent", {
      group: { log_group_class: "INFREQUENT_ACCESS" },
      also: {
        aws_cloudwatch_log_metric_filter: {
          infrequent_filter: {
            name: "infrequent",
            pattern: "REJECT",
            log_group_name: "${aws_cloudwatch_log_group.infrequent_group.name}",
            metric_transformation: [{ name: "n", namespace: "flow", value: "1" }],
          },
        },
      },
    }),
    findings: ["log-class-unsupported filter-refused"],
    except: {
      "second plan": {
        findings: ["change-destroys-records replaced", "log-class-unsupported filter-refused"],
        because: "moto forgets the class, so that it has to be made again",
      },
      state: { findings: [], because: "moto forgets the class" },
    },
  },
  {
    name: "optionsatgroup",
    terraform: sound("optionsatgroup", { flowLog: { destination_options: [{ file_format: "parquet" }] } }),
    findings: ["destination-options-misplaced other-destination"],
    except: { state: { findings: [], because: "moto forgets destination_options" } },
  },
  {
    name: "nofield",
    terraform: sound("nofield", { flowLog: { log_format: "$${srcaddr} $${sourceport}" } }),
    findings: ["record-field-unknown no-such-field"],
  },
  {
    name: "formatlater",
    terraform: sound("formatlater", { flowLog: { log_format: "$${srcaddr} ${aws_vpc.formatlater_vpc.id}" } }),
    findings: ["? record-field-unknown unknown", "? record-format-unescaped unknown"],
    except: onceApplied("record-field-unknown not-a-field"),
  },
  {
    name: "attachedlater",
    unapplied: "moto holds no policy of AWS",
    terraform: sound("attachedlater", {
      also: {
        aws_iam_role_policy_attachment: {
          attachedlater_attachment: {
            role: "${aws_iam_role.attachedlater_role.name}",
            policy_arn:
              '${aws_vpc.attachedlater_vpc.id != "" ? "arn:aws:iam::aws:policy/ReadOnlyAccess" : ""}',
          },
        },
      },
    }),
    findings: ["? delivery-not-granted policy-unread", "? privilege-extra-policy policy-unknown"],
  },
  {
    name: "intervallater",
    terraform: sound("intervallater", {
      flowLog: { max_aggregation_interval: '${aws_vpc.intervallater_vpc.id != "" ? 60 : 600}' },
    }),
    findings: ["? capture-interval unknown"],
    except: onceApplied(),
  },
  {
    name: "noboundary",
    terraform: sound("noboundary"),
    settings: { privilege: { requireBoundary: true } },
    findings: ["privilege-boundary-missing missing"],
  },
  {
    name: "nokey",
    terraform: sound("nokey"),
    settings: { encryption: { requireCustomerKey: true } },
    findings: ["encryption-key-missing no-key"],
  },
  {
    name: "fieldleftout",
    terraform: sound("fieldleftout"),
    settings: { capture: { requiredFields: ["pkt-dstaddr"] } },
    findings: ["record-field-missing missing"],
  },
  {
    name: "toolong",
    terraform: sound("toolong"),
    settings: { retention: { maximumDays: 90 } },
    findings: ["retention-too-long too-long"],
  },
];

/** Where the stream of a case brings records. */
const TO_S3 = {
  destination: "extended_s3",
  extended_s3_configuration: [
    { bucket_arn: "arn:aws:s3:::records", role_arn: "arn:aws:iam::123456789012:role/stream" },
  ],
};

export const OTHERS_REFUSED: readonly MatrixCase[] = [
  {
    name: "everyregion",
    terraform: sound("everyregion", {
      also: {
        aws_cloudwatch_log_account_policy: {
          everyregion_policy: {
            policy_name: "retention",
            policy_type: "RETENTION_POLICY",
            policy_document: '{"RetentionInDays": 3}',
          },
        },
      },
    }),
    findings: ["retention-overridden overridden"],
  },
  {
    name: "groupending",
    unapplied: "AWS takes no ending",
    terraform: sound("groupending", {
      flowLog: { log_destination: "${aws_cloudwatch_log_group.groupending_group.arn}:*" },
    }),
    findings: ["destination-arn-suffix all-streams"],
    except: notInPlansOfHcl(),
  },
  {
    name: "notraffic",
    unapplied: "AWS takes no VPC without traffic type",
    terraform: sound("notraffic", { flowLog: { traffic_type: null } }),
    findings: ["capture-traffic-type absent"],
  },
  {
    name: "gateway",
    unapplied: "AWS takes no traffic type of a transit gateway",
    terraform: sound("gateway", {
      flowLog: { vpc_id: null, transit_gateway_id: "${aws_ec2_transit_gateway.gateway_gateway.id}" },
      also: { aws_ec2_transit_gateway: { gateway_gateway: {} } },
    }),
    findings: ["capture-traffic-type transit-gateway", "capture-uncovered no-flow-log"],
  },
  {
    name: "streamuntagged",
    unapplied: "moto has no bucket for the stream",
    terraform: sound("streamuntagged", {
      grant: null,
      flowLog: {
        iam_role_arn: null,
        log_destination_type: "kinesis-data-firehose",
        log_destination: "${aws_kinesis_firehose_delivery_stream.streamuntagged_stream.arn}",
      },
      also: {
        aws_kinesis_firehose_delivery_stream: {
          streamuntagged_stream: { name: "streamuntagged", ...TO_S3 },
        },
      },
    }),
    findings: ["stream-tag-missing untagged"],
  },
  {
    name: "streamfed",
    unapplied: "moto has no Kinesis stream that feeds another",
    terraform: sound("streamfed", {
      grant: null,
      flowLog: {
        iam_role_arn: null,
        log_destination_type: "kinesis-data-firehose",
        log_destination: "${aws_kinesis_firehose_delivery_stream.streamfed_stream.arn}",
      },
      also: {
        aws_kinesis_firehose_delivery_stream: {
          streamfed_stream: {
            name: "streamfed",
            ...TO_S3,
            tags: { LogDeliveryEnabled: "true" },
            kinesis_source_configuration: [
              {
                kinesis_stream_arn: "arn:aws:kinesis:eu-west-1:123456789012:stream/streamfed",
                role_arn: "arn:aws:iam::123456789012:role/streamfed",
              },
            ],
          },
        },
      },
    }),
    findings: ["destination-mismatch stream-source"],
  },
  {
    name: "noroleknown",
    terraform: sound("noroleknown", {
      grant: null,
      flowLog: { iam_role_arn: "${module.role.arn}", count: "${local.noroleknown_count}" },
    }),
    findings: ["? capture-uncovered flow-log-uncertain", "? delivery-not-granted role-not-in-input"],
  },
];
