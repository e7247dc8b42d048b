import { type MatrixCase, UNTOLD } from "../matrix-case";
import { ACCOUNT, REGION, sound, trusting } from "../sound";

const THERE = "444455556666";
const THERE_ROLE = `arn:aws:iam::${THERE}:role/AWSLogDeliveryFirehoseCrossAccountRole`;
const THERE_STREAM = `arn:aws:firehose:${REGION}:${THERE}:deliverystream/records`;

/** A flow log to a delivery stream of its own account. */
function own(name: string, stream: object, flowLog: object, ...findings: string[]): MatrixCase {
  return {
    name,
    terraform: sound(name, {
      grant: null,
      flowLog: {
        iam_role_arn: null,
        log_destination_type: "kinesis-data-firehose",
        log_destination: `\${aws_kinesis_firehose_delivery_stream.${name}_stream.arn}`,
        ...flowLog,
      },
      also: {
        aws_kinesis_firehose_delivery_stream: {
          [`${name}_stream`]: {
            name,
            destination: "extended_s3",
            tags: { LogDeliveryEnabled: "true" },
            extended_s3_configuration: [
              {
                bucket_arn: "arn:aws:s3:::records",
                role_arn: `arn:aws:iam::${ACCOUNT}:role/stream`,
              },
            ],
            ...stream,
          },
        },
      },
    }),
    findings,
  };
}

const FORWARDING = (name: string): readonly object[] => [
  {
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    Condition: {
      StringEquals: { "iam:PassedToService": "delivery.logs.amazonaws.com" },
      StringLike: { "iam:AssociatedResourceARN": [`arn:aws:ec2:${REGION}:${ACCOUNT}:vpc/*`] },
    },
  },
  {
    Effect: "Allow",
    Action: [
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:ListLogDeliveries",
      "logs:GetLogDelivery",
    ],
    Resource: "*",
  },
  { Effect: "Allow", Action: "sts:AssumeRole", Resource: THERE_ROLE },
];

/** A flow log to a delivery stream of another account, and its role here. */
function far(
  name: string,
  changes: { readonly flowLog?: object; readonly passing?: object },
  ...findings: string[]
): MatrixCase {
  const [passing, ...others] = FORWARDING(name);
  return {
    name,
    terraform: sound(name, {
      trust: [trusting({ Principal: { Service: "delivery.logs.amazonaws.com" }, Condition: undefined })],
      grant: [{ ...passing, ...changes.passing }, ...others],
      flowLog: {
        log_destination_type: "kinesis-data-firehose",
        log_destination: THERE_STREAM,
        deliver_cross_account_role: THERE_ROLE,
        ...changes.flowLog,
      },
    }),
    findings,
  };
}

const FAR: readonly MatrixCase[] = [
  far("farlets", {}),
  far("faronerole", { flowLog: { deliver_cross_account_role: null } }, "delivery-role-missing one-of-two"),
  far(
    "farnorole",
    { flowLog: { deliver_cross_account_role: null, iam_role_arn: null } },
    "? delivery-role-missing destination-unknown",
  ),
  far(
    "farrolename",
    { flowLog: { deliver_cross_account_role: `arn:aws:iam::${THERE}:role/deliver` } },
    "delivery-role-missing destination-role-name",
    "privilege-excess-action excess",
  ),
  far("farpassesany", { passing: { Resource: "*" } }, "privilege-pass-role any-role"),
  far("farpassesfreely", { passing: { Condition: undefined } }, "privilege-pass-role unconditioned"),
];

/** Flow logs to Firehose. */
export const STREAMS: readonly MatrixCase[] = [
  own("streamlets", {}, {}),
  own("streamno", { tags: { LogDeliveryEnabled: "no" } }, {}, "stream-tag-missing other-value"),
  {
    ...own(
      "streamrole",
      {},
      { iam_role_arn: "${aws_iam_role.streamrole_role.arn}" },
      "delivery-role-unused role-for-stream",
    ),
    unapplied: "AWS takes no role for a stream of the own account",
  },
  ...FAR.map((each) => ({ ...each, unapplied: "moto has no delivery to another account" })),
  {
    name: "farneither",
    unapplied: "AWS takes no stream of another account without roles",
    terraform: sound("farneither", {
      grant: null,
      flowLog: {
        iam_role_arn: null,
        log_destination_type: "kinesis-data-firehose",
        log_destination: THERE_STREAM,
      },
    }),
    findings: ["delivery-role-missing neither-of-two"],
  },
  {
    name: "crossrole",
    unapplied: "AWS takes no such role for a log group",
    terraform: sound("crossrole", { flowLog: { deliver_cross_account_role: THERE_ROLE } }),
    findings: ["delivery-role-unused cross-account-role"],
  },
];

export const STREAMS_OPEN: readonly MatrixCase[] = [
  far(
    "farrolenameopen",
    { flowLog: { deliver_cross_account_role: UNTOLD } },
    "? delivery-role-missing role-name-unknown",
  ),
  own("streamtaglist", { tags: { LogDeliveryEnabled: ["true"] } }, {}, "? stream-tag-missing wrong-type"),
  own(
    "streamfedmaybe",
    { dynamic: { kinesis_source_configuration: { for_each: UNTOLD, content: {} } } },
    {},
    "? destination-mismatch source-unknown",
  ),
];
