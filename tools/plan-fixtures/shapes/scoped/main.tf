terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "name" {}
variable "retention" {}
variable "subnet_id" {}
variable "role_arn" {}

resource "aws_cloudwatch_log_group" "this" {
  count             = 1
  name              = var.name
  retention_in_days = var.retention
}

resource "aws_flow_log" "this" {
  subnet_id                = var.subnet_id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
  log_destination          = aws_cloudwatch_log_group.this[0].arn
  iam_role_arn             = var.role_arn
}

output "group_arn" {
  value = aws_cloudwatch_log_group.this[0].arn
}
