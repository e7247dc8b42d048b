data "aws_iam_policy_document" "grant" {
  statement {
    actions   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_group.records.arn, "${aws_cloudwatch_log_group.records.arn}:*"]
  }
}
