resource "aws_kms_key" "records" {
  description = "flow logs"
}

resource "aws_cloudwatch_log_group" "records" {
  name              = "/net/records"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.records.arn
}
