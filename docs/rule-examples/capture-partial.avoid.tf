# without aws_flow_log.archive, aws_flow_log.stream
resource "aws_flow_log" "all" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "REJECT"
  log_destination          = aws_cloudwatch_log_group.records.arn
  iam_role_arn             = aws_iam_role.delivery.arn
  max_aggregation_interval = 60
  depends_on               = [aws_iam_role_policy.delivery]
}
