variable "days" {
  type = number
}

variable "role_arn" {
  type = string
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_cloudwatch_log_group" "records" {
  name              = "/net/records"
  retention_in_days = var.days
}

resource "aws_flow_log" "all" {
  vpc_id                   = aws_vpc.this.id
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.records.arn
  iam_role_arn             = var.role_arn
  max_aggregation_interval = 60
}

output "group_arn" {
  value = aws_cloudwatch_log_group.records.arn
}
