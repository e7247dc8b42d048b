const EVERYWHERE = ["//", "depends_on", "provider", "lifecycle"];

/** Arguments of hashicorp/aws 5.100.0, as far as FlowLogs may use them without being asked for newer ones. */
const KNOWN: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "name retention_in_days log_group_class kms_key_id skip_destroy tags",
  aws_flow_log:
    "vpc_id subnet_id eni_id transit_gateway_id transit_gateway_attachment_id traffic_type max_aggregation_interval log_destination_type log_destination log_format iam_role_arn deliver_cross_account_role destination_options tags",
  aws_iam_role: "name name_prefix assume_role_policy tags",
  aws_iam_role_policy: "name_prefix role policy",
  aws_kms_key: "description enable_key_rotation deletion_window_in_days policy tags",
  aws_s3_bucket: "bucket force_destroy tags",
  aws_s3_bucket_lifecycle_configuration: "bucket rule",
  aws_s3_bucket_ownership_controls: "bucket rule",
  aws_s3_bucket_policy: "bucket policy",
  aws_s3_bucket_public_access_block:
    "bucket block_public_acls block_public_policy ignore_public_acls restrict_public_buckets",
  aws_s3_bucket_server_side_encryption_configuration: "bucket rule",
  aws_kinesis_firehose_delivery_stream:
    "name destination extended_s3_configuration server_side_encryption tags",
};

/** Arguments of a type that hashicorp/aws 5.100.0 knows; none of a type that FlowLogs has no business to make. */
export function known(type: string): readonly string[] {
  return [...EVERYWHERE, ...(KNOWN[type]?.split(" ") ?? [])];
}
