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
  for_each          = { kept = 365, replaced = 365, shortened = 30 }
  name              = each.key == "replaced" ? "/changed/renamed" : "/changed/${each.key}"
  retention_in_days = each.value
}

resource "aws_flow_log" "all" {
  for_each        = toset(["kept", "replaced", "shortened"])
  vpc_id          = aws_vpc.net.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.all[each.key].arn
  iam_role_arn    = aws_iam_role.flow.arn
}

moved {
  from = aws_cloudwatch_log_group.all["moved"]
  to   = aws_cloudwatch_log_group.moved
}

moved {
  from = aws_flow_log.all["moved"]
  to   = aws_flow_log.moved
}

resource "aws_cloudwatch_log_group" "moved" {
  name              = "/changed/moved"
  retention_in_days = 365
}

resource "aws_flow_log" "moved" {
  vpc_id          = aws_vpc.net.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.moved.arn
  iam_role_arn    = aws_iam_role.flow.arn
}

# The old object stays when a replacement is made first and the state forgets it.
moved {
  from = aws_cloudwatch_log_group.all["left"]
  to   = aws_cloudwatch_log_group.left
}

resource "aws_cloudwatch_log_group" "left" {
  name              = "/changed/left-behind"
  retention_in_days = 365
  lifecycle {
    create_before_destroy = true
  }
}

moved {
  from = aws_cloudwatch_log_group.all["forgotten"]
  to   = aws_cloudwatch_log_group.forgotten
}

removed {
  from = aws_cloudwatch_log_group.forgotten
  lifecycle {
    destroy = false
  }
}

import {
  to = aws_cloudwatch_log_group.imported
  id = "/imported"
}

resource "aws_cloudwatch_log_group" "imported" {
  name              = "/imported"
  retention_in_days = 365
}
