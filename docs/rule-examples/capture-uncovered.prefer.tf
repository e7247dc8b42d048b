resource "aws_vpc" "second" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_flow_log" "second" {
  vpc_id                   = aws_vpc.second.id
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.records.arn
  iam_role_arn             = aws_iam_role.delivery.arn
  max_aggregation_interval = 60
  depends_on               = [aws_iam_role_policy.delivery]
}
