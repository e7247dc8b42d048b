import { GRANT_UNREAD, type MatrixCase, notInPlansOfHcl } from "../matrix-case";
import { ACCOUNT, later, policy, REGION, sound, trusting } from "../sound";

type Sound = Parameters<typeof sound>[1];

/** A text that nobody knows before the apply. */
const text = (name: string): string => later(name, "a", "b");

function open(name: string, changes: Sound, ...findings: string[]): MatrixCase {
  return {
    name,
    unapplied: "the value is there for the plan alone",
    terraform: sound(name, changes),
    findings,
  };
}

/** A flow log to a delivery stream that has these arguments. */
function toStream(name: string, stream: object, ...findings: string[]): MatrixCase {
  return open(
    name,
    {
      grant: null,
      flowLog: {
        iam_role_arn: null,
        log_destination_type: "kinesis-data-firehose",
        log_destination: `\${aws_kinesis_firehose_delivery_stream.${name}_stream.arn}`,
      },
      also: {
        aws_kinesis_firehose_delivery_stream: {
          [`${name}_stream`]: {
            name,
            destination: "extended_s3",
            extended_s3_configuration: [
              { bucket_arn: "arn:aws:s3:::records", role_arn: `arn:aws:iam::${ACCOUNT}:role/stream` },
            ],
            ...stream,
          },
        },
      },
    },
    ...findings,
  );
}

const RACE_UNREAD = [...GRANT_UNREAD, "? delivery-race policy-unread"].sort();

/** What a plan does not know of a flow log and of what it hangs on. */
export const LATER_LOGS: readonly MatrixCase[] = [
  {
    ...open(
      "latebucket",
      {
        grant: null,
        flowLog: {
          iam_role_arn: null,
          log_destination_type: "s3",
          log_destination: "arn:aws:s3:::${aws_vpc.latebucket_vpc.id}",
        },
      },
      "? bucket-policy-denies-delivery bucket-unknown",
      "? destination-prefix-reserved unknown",
    ),
    except: notInPlansOfHcl(
      "? bucket-policy-denies-delivery bucket-unknown",
      "? destination-mismatch destination-unknown",
    ),
  },
  {
    ...open(
      "lategroup",
      {
        flowLog: {
          log_destination: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:\${aws_vpc.lategroup_vpc.id}`,
        },
      },
      "? delivery-not-granted group-unknown",
      "? privilege-wildcard-resource resource-unknown",
      "? retention-unset group-not-in-input",
    ),
    except: notInPlansOfHcl(
      "? delivery-not-granted group-unknown",
      "? destination-mismatch destination-unknown",
      "? privilege-wildcard-resource resource-unknown",
      "? retention-unset group-not-in-input",
    ),
  },
  open(
    "laterace",
    {
      flowLog: { depends_on: [] },
      grant: null,
      also: {
        aws_iam_role_policy: {
          laterace_policy: { role: "${aws_iam_role.laterace_role.id}", policy: text("laterace") },
        },
      },
    },
    ...RACE_UNREAD,
  ),
  open(
    "laterolename",
    {
      trust: [trusting({ Principal: { Service: "delivery.logs.amazonaws.com" } })],
      flowLog: {
        log_destination_type: "kinesis-data-firehose",
        log_destination: `arn:aws:firehose:${REGION}:444455556666:deliverystream/records`,
        deliver_cross_account_role: text("laterolename"),
      },
    },
    "? delivery-role-missing role-name-unknown",
    "? trust-condition-ineffective condition-unknown",
    "privilege-excess-action excess",
  ),
  open(
    "latekeyoff",
    {
      group: { kms_key_id: "${aws_kms_key.latekeyoff_key.arn}" },
      also: {
        aws_kms_key: {
          latekeyoff_key: {
            is_enabled: later("latekeyoff", true, false),
            policy: policy([{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }]),
          },
        },
      },
    },
    "? key-policy-denies-logs fitness-unknown",
  ),
  open(
    "latekeypolicy",
    {
      group: { kms_key_id: "${aws_kms_key.latekeypolicy_key.arn}" },
      also: { aws_kms_key: { latekeypolicy_key: { policy: text("latekeypolicy") } } },
    },
    "? key-policy-denies-logs policy-unread",
  ),
  open(
    "latekeyplace",
    {
      group: { kms_key_id: "${aws_kms_key.latekeyplace_key.arn}" },
      also: {
        aws_kms_key: { latekeyplace_key: {} },
        aws_kms_key_policy: {
          latekeyplace_policy: {
            key_id: text("latekeyplace"),
            policy: policy([{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }]),
          },
        },
      },
    },
    "? key-policy-denies-logs policy-unplaced",
  ),
  toStream(
    "latestream",
    { tags: { LogDeliveryEnabled: text("latestream") } },
    "? stream-tag-missing unknown",
  ),
  toStream(
    "latefeed",
    {
      tags: { LogDeliveryEnabled: "true" },
      dynamic: {
        kinesis_source_configuration: {
          for_each: later("latefeed", ["records"], []),
          content: {
            kinesis_stream_arn: `arn:aws:kinesis:${REGION}:${ACCOUNT}:stream/records`,
            role_arn: `arn:aws:iam::${ACCOUNT}:role/stream`,
          },
        },
      },
    },
    "? destination-mismatch source-unknown",
  ),
  open(
    "lateoptions",
    {
      flowLog: {
        dynamic: {
          destination_options: {
            for_each: later("lateoptions", ["parquet"], []),
            content: { file_format: "${destination_options.value}" },
          },
        },
      },
    },
    "? destination-options-misplaced options-unknown",
  ),
];
