resource "aws_cloudwatch_log_group" "records" {
  name              = "/net/records"
  retention_in_days = 7
}
