data "aws_iam_policy_document" "grant" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["*"]
  }
}
