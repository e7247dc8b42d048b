data "aws_iam_policy_document" "grant" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:DeleteLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_group.records.arn, "${aws_cloudwatch_log_group.records.arn}:*"]
  }
}
