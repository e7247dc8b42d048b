# Every change that a plan can hold: before.tf is applied, after.tf is planned over it.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "net" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_iam_role" "flow" {
  name = "changed"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "vpc-flow-logs.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_cloudwatch_log_group" "all" {
  for_each          = toset(["kept", "deleted", "forgotten", "replaced", "left", "moved", "shortened"])
  name              = "/changed/${each.key}"
  retention_in_days = 365
}

resource "aws_flow_log" "all" {
  for_each        = toset(["kept", "deleted", "forgotten", "replaced", "left", "moved", "shortened"])
  vpc_id          = aws_vpc.net.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.all[each.key].arn
  iam_role_arn    = aws_iam_role.flow.arn
}
