/** Managed resources whose ARN is told by AWS once they are made. */
const WITH_ARN = new Set([
  "aws_cloudwatch_log_group",
  "aws_flow_log",
  "aws_iam_policy",
  "aws_iam_role",
  "aws_kinesis_firehose_delivery_stream",
  "aws_kms_alias",
  "aws_kms_key",
  "aws_s3_bucket",
  "aws_subnet",
  "aws_vpc",
]);

/** Names that the provider makes up where nobody gives one. */
const NAMES = new Set([
  "aws_cloudwatch_log_group.name",
  "aws_iam_policy.name",
  "aws_iam_role.name",
  "aws_kinesis_firehose_delivery_stream.name",
  "aws_s3_bucket.bucket",
]);

/** Is the attribute of a resource that is made never null, and never an empty text? */
export function isAlwaysFilled(type: string, attribute: string): boolean {
  if (type.startsWith("data.") || type === "module") return false;
  return (
    attribute === "id" || (attribute === "arn" && WITH_ARN.has(type)) || NAMES.has(`${type}.${attribute}`)
  );
}
