resource "aws_cloudwatch_log_account_policy" "retention" {
  policy_name     = "retention"
  policy_type     = "RETENTION_POLICY"
  policy_document = jsonencode({ RetentionInDays = 3 })
}
