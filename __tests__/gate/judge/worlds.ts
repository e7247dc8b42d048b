import type { MatrixCase } from "../matrix/matrix-case";
import { ACCOUNT, granting, policy, REGION, sound, trusting } from "../matrix/sound";
import { stored } from "../matrix/storage";

type Terraform = MatrixCase["terraform"];

const [STREAMS, ELSEWHERE] = ["kinesis-data-firehose", "999999999999"];
const OWN = { StringEquals: { "aws:SourceAccount": ACCOUNT } };

/** What a key needs to let in a service, and its own account. */
function keyPolicy(service: string, condition: object): string {
  return policy([
    {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
      Condition: condition,
    },
  ]);
}

/** Terraform of one flow log each, all of it called after a name, with nothing wrong. */
export const WORLDS: Readonly<Record<string, (name: string) => Terraform>> = {
  "to CloudWatch Logs": (name) => sound(name),
  "below a permissions boundary": (name) =>
    sound(name, {
      role: { permissions_boundary: `\${aws_iam_policy.${name}_boundary.arn}` },
      also: {
        aws_iam_policy: { [`${name}_boundary`]: { policy: policy([granting(name)]) } },
      },
    }),
  "to an encrypted log group": (name) =>
    sound(name, {
      group: { kms_key_id: `\${aws_kms_key.${name}_key.arn}` },
      also: {
        aws_kms_key: {
          [`${name}_key`]: {
            policy: keyPolicy(`logs.${REGION}.amazonaws.com`, {
              ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${REGION}:${ACCOUNT}:*` },
            }),
          },
        },
      },
    }),
  "to S3": (name) => stored(name),
  "to S3, encrypted": (name) =>
    stored(name, {
      also: {
        aws_kms_key: { [`${name}_key`]: { policy: keyPolicy("delivery.logs.amazonaws.com", OWN) } },
        aws_s3_bucket_server_side_encryption_configuration: {
          [`${name}_encryption`]: {
            bucket: `\${aws_s3_bucket.${name}_bucket.id}`,
            rule: [
              {
                apply_server_side_encryption_by_default: [
                  { sse_algorithm: "aws:kms", kms_master_key_id: `\${aws_kms_key.${name}_key.arn}` },
                ],
              },
            ],
          },
        },
      },
    }),
  "to Firehose": (name) =>
    sound(name, {
      grant: null,
      flowLog: {
        iam_role_arn: null,
        log_destination_type: STREAMS,
        log_destination: `\${aws_kinesis_firehose_delivery_stream.${name}_stream.arn}`,
      },
      also: {
        aws_kinesis_firehose_delivery_stream: {
          [`${name}_stream`]: { name, destination: "extended_s3", tags: { LogDeliveryEnabled: "true" } },
        },
      },
    }),
  "to Firehose of another account": (name) => {
    const taken = `arn:aws:iam::${ELSEWHERE}:role/AWSLogDeliveryFirehoseCrossAccountRole`;
    return sound(name, {
      trust: [trusting({ Principal: { Service: "delivery.logs.amazonaws.com" }, Condition: undefined })],
      grant: [
        {
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: `arn:aws:iam::${ACCOUNT}:role/${name}`,
          Condition: {
            StringEquals: { "iam:PassedToService": "delivery.logs.amazonaws.com" },
            StringLike: { "iam:AssociatedResourceARN": `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc/*` },
          },
        },
        { Effect: "Allow", Action: "sts:AssumeRole", Resource: taken },
        {
          Effect: "Allow",
          Action: ["CreateLogDelivery", "DeleteLogDelivery", "ListLogDeliveries", "GetLogDelivery"].map(
            (action) => `logs:${action}`,
          ),
          Resource: "*",
        },
      ],
      flowLog: {
        log_destination_type: STREAMS,
        log_destination: `arn:aws:firehose:${REGION}:${ELSEWHERE}:deliverystream/all`,
        deliver_cross_account_role: taken,
      },
    });
  },
};

/** All of them in one stack. */
export function fleetOf(worlds: readonly Terraform[]): object {
  const resource: Record<string, object> = {};
  for (const world of worlds)
    for (const [type, blocks] of Object.entries(world.resource ?? {}))
      resource[type] = { ...resource[type], ...blocks };
  return { provider: { aws: [{ region: REGION }] }, resource };
}
