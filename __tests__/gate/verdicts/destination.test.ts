import type { Blocks, World } from "./world";
import { ACCOUNT, GROUP, GROUP_REF, hold as holdAll, REGION } from "./world";

/** A flow log that writes elsewhere and needs no role; the role that is left over is nobody's. */
const to = (type: string | undefined, destination: unknown, changes: object = {}): World => ({
  flowLog: {
    ...(type !== undefined && { log_destination_type: type }),
    log_destination: destination,
    iam_role_arn: null,
    ...changes,
  },
});
/** What is said of buckets and streams themselves is tested elsewhere. */
const hold = (name: string, table: Parameters<typeof holdAll>[1]): void => {
  holdAll(name, table, /^(?:\? )?bucket-/);
};
const BUCKET = "arn:aws:s3:::records";
const STREAM = `arn:aws:firehose:${REGION}:${ACCOUNT}:deliverystream/records`;
const s3 = (destination: unknown, changes: object = {}): World => to("s3", destination, changes);

hold("a destination", [
  ["is a log group where nothing else is said", {}, []],
  ["may be a bucket that the input does not hold", s3(BUCKET), []],
  ["may be a prefix of one", s3(`${BUCKET}/net/`), []],
  ["may be a stream that the input does not hold", to("kinesis-data-firehose", STREAM), []],
  [
    "that is a bucket without its type contradicts it",
    to(undefined, BUCKET),
    ["destination-mismatch other-service"],
  ],
  [
    "that is a stream without its type contradicts it",
    to("s3", STREAM),
    ["destination-mismatch other-service"],
  ],
  ["that is a log group contradicts S3", to("s3", GROUP), ["destination-mismatch other-service"]],
  [
    "that is a reference to a log group contradicts Firehose",
    to("kinesis-data-firehose", GROUP_REF),
    ["destination-mismatch other-service"],
  ],
  [
    "of a type in other letters is none that AWS knows",
    to("S3", BUCKET),
    ["destination-mismatch no-such-type"],
  ],
  ["that is nowhere is missing", s3(null), ["destination-mismatch no-destination"]],
  [
    "that is a stream of Kinesis is none",
    {
      ...to("kinesis-data-firehose", "${aws_kinesis_stream.k.arn}"),
      also: { aws_kinesis_stream: { k: { name: "k" } } },
    },
    ["destination-mismatch not-a-destination"],
  ],
  [
    "that is a stream of Kinesis in another input may be one",
    to("kinesis-data-firehose", "${aws_kinesis_stream.k.arn}"),
    ["? destination-mismatch destination-unknown"],
  ],
  ["that is a bucket's name is no ARN", s3("records"), ["destination-mismatch not-a-destination"]],
  [
    "of a type that is not known may be anything",
    to("${var.type}", BUCKET),
    ["? destination-mismatch type-unknown"],
  ],
  [
    "that is not known may be anything",
    s3("${var.bucket}"),
    ["? destination-arn-suffix unknown", "? destination-mismatch destination-unknown"],
  ],
]);

hold("a log group elsewhere", [
  [
    "in another region gets nothing",
    {
      also: {
        aws_cloudwatch_log_group: { far: { name: "/net/far", retention_in_days: 365, region: "us-east-1" } },
      },
      flowLog: { log_destination: "${aws_cloudwatch_log_group.far.arn}" },
      permission: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          Resource: ["${aws_cloudwatch_log_group.far.arn}", "${aws_cloudwatch_log_group.far.arn}:*"],
        },
      ],
    },
    ["destination-mismatch other-region"],
  ],
]);

hold("the end of a destination", [
  [
    "that is :* is one too many",
    { flowLog: { log_destination: `${GROUP}:*` } },
    ["destination-arn-suffix all-streams"],
  ],
  [
    "that is :* behind a reference is one too many",
    { flowLog: { log_destination: `${GROUP_REF}:*` } },
    ["destination-arn-suffix all-streams"],
  ],
]);

const OPTIONS = { destination_options: { file_format: "parquet" } };

hold("destination options", [
  ["belong to S3", s3(BUCKET, OPTIONS), []],
  [
    "are refused by CloudWatch Logs",
    { flowLog: OPTIONS },
    ["destination-options-misplaced other-destination"],
  ],
  [
    "are refused by Firehose",
    to("kinesis-data-firehose", STREAM, { destination_options: [{}] }),
    ["destination-options-misplaced other-destination"],
  ],
  [
    "of a dynamic block may be there",
    { flowLog: { dynamic: { destination_options: { for_each: [1] } } } },
    ["? destination-options-misplaced options-unknown"],
  ],
  ["of an empty list are none", { flowLog: { destination_options: [] } }, []],
]);

hold("the prefix", [
  ["AWSLogs is reserved", s3(`${BUCKET}/AWSLogs/`), ["destination-prefix-reserved reserved"]],
  ["with AWSLogs below is reserved", s3(`${BUCKET}/net/AWSLogs`), ["destination-prefix-reserved reserved"]],
  ["that only starts so is free", s3(`${BUCKET}/AWSLogs2/`), []],
  [
    "behind a reference to a bucket is seen",
    {
      ...s3("${aws_s3_bucket.b.arn}/AWSLogs/"),
      also: { aws_s3_bucket: { b: { bucket: "records" } } },
    },
    ["destination-prefix-reserved reserved"],
  ],
  [
    "that hangs on a variable is not known",
    s3(`${BUCKET}/\${var.team}/`),
    ["? destination-prefix-reserved unknown"],
  ],
]);

const ROLE = { iam_role_arn: "${aws_iam_role.r.arn}" };

hold("a role", [
  ["is refused by S3", s3(BUCKET, ROLE), ["delivery-role-unused role-for-bucket"]],
  [
    "is refused by Firehose of the own account",
    {
      ...to("kinesis-data-firehose", "${aws_kinesis_firehose_delivery_stream.s.arn}", ROLE),
      also: stream({ LogDeliveryEnabled: "true" }),
    },
    ["delivery-role-unused role-for-stream"],
  ],
  [
    "of another account is refused by CloudWatch Logs",
    {
      flowLog: {
        deliver_cross_account_role: "arn:aws:iam::444455556666:role/AWSLogDeliveryFirehoseCrossAccountRole",
      },
    },
    ["delivery-role-unused cross-account-role"],
  ],
]);

function stream(tags: unknown): Blocks {
  return {
    aws_kinesis_firehose_delivery_stream: { s: { name: "records", destination: "extended_s3", tags } },
  };
}
