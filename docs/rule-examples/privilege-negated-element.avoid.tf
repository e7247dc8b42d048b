data "aws_iam_policy_document" "grant" {
  statement {
    not_actions = ["iam:*"]
    resources   = [aws_cloudwatch_log_group.records.arn, "${aws_cloudwatch_log_group.records.arn}:*"]
  }
}
