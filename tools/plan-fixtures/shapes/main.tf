# What a plan can hold: modules, count, for_each, unknowns, sensitive values, data sources, and, in changed/, every change.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "region" {
  default = "eu-west-1"
}

variable "token" {
  default   = "hunter2"
  sensitive = true
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias               = "us"
  region              = "us-east-1"
  allowed_account_ids = ["123456789012"]
}

data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

locals {
  group = "/net/flow"
}

resource "aws_vpc" "net" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "net" {
  vpc_id     = aws_vpc.net.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_vpc" "us" {
  provider   = aws.us
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "us" {
  provider   = aws.us
  for_each   = { a = "10.1.1.0/24", "b.c" = "10.1.2.0/24" }
  vpc_id     = aws_vpc.us.id
  cidr_block = each.value
}

# One flow log, granted by a document that Terraform can read only during apply.
resource "aws_cloudwatch_log_group" "flow" {
  name              = local.group
  retention_in_days = 365
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_iam_policy_document" "write" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.flow.arn}:log-stream:*"]
  }
  statement {
    actions   = ["logs:DescribeLogStreams"]
    resources = [aws_cloudwatch_log_group.flow.arn, "${aws_cloudwatch_log_group.flow.arn}:*"]
  }
}

resource "aws_iam_role" "flow" {
  name               = "flow"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "flow" {
  role   = aws_iam_role.flow.id
  policy = data.aws_iam_policy_document.write.json
}

resource "aws_flow_log" "net" {
  vpc_id                   = aws_vpc.net.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
  log_destination          = aws_cloudwatch_log_group.flow.arn
  iam_role_arn             = aws_iam_role.flow.arn
  log_format               = "$${version} $${srcaddr} $${dstaddr} $${action}"
  tags                     = { token = var.token, vpc = aws_vpc.net.id }
  depends_on               = [aws_iam_role_policy.flow]
}

# The same in a module that is called twice, in another region, with the role from outside.
module "scoped" {
  source   = "./scoped"
  for_each = { a = 30, "b.c" = 90 }

  name      = "/net/${each.key}"
  retention = each.value
  subnet_id = aws_subnet.us[each.key].id
  role_arn  = module.writer.arn
  providers = { aws = aws.us }
}

module "writer" {
  source = "./writer"
  groups = [for scoped in module.scoped : scoped.group_arn]
}

# Counted, with what a plan leaves of an index.
resource "aws_cloudwatch_log_group" "counted" {
  count             = 2
  name              = "/counted/${count.index}"
  retention_in_days = 365
}

resource "aws_flow_log" "counted" {
  count           = 2
  subnet_id       = aws_subnet.net.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.counted[count.index].arn
  iam_role_arn    = aws_iam_role.flow.arn
}
