resource "aws_flow_log" "all" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.records.arn
  log_format               = "$$${srcaddr} $$${dstaddr}"
  iam_role_arn             = aws_iam_role.delivery.arn
  max_aggregation_interval = 60
  depends_on               = [aws_iam_role_policy.delivery]
}
