resource "aws_cloudwatch_log_group" "records" {
  name = "/net/records"
}
