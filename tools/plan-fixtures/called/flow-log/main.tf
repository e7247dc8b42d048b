variable "create" {
  type    = bool
  default = true
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "name" {
  type    = string
  default = ""
}

variable "destination_type" {
  type    = string
  default = "cloud-watch-logs"
}

variable "log_destination" {
  type    = string
  default = null
}

variable "iam_role_arn" {
  type    = string
  default = null
}

variable "destination_options" {
  type = object({
    file_format = optional(string)
  })
  default = null
}

data "aws_region" "current" {
  count = var.create && var.destination_type != "s3" ? 1 : 0
}

data "aws_caller_identity" "current" {
  count = var.create && var.destination_type != "s3" ? 1 : 0
}

data "aws_partition" "current" {
  count = var.create && var.destination_type != "s3" ? 1 : 0
}

locals {
  region     = try(data.aws_region.current[0].name, "")
  account_id = try(data.aws_caller_identity.current[0].account_id, "")
  partition  = try(data.aws_partition.current[0].partition, "aws")

  to_cloudwatch = var.destination_type == "cloud-watch-logs"
  to_s3         = var.destination_type == "s3"
  make_group    = var.create && local.to_cloudwatch
  make_role     = var.create && !local.to_s3

  group_name = coalesce(var.name != "" ? "/aws/flow-log/${var.name}" : null, "/aws/flow-log/records")
  role_name  = coalesce(var.name, replace("flow/log", "/", "-"))
}

resource "aws_flow_log" "this" {
  count = var.create ? 1 : 0

  dynamic "destination_options" {
    for_each = var.destination_options != null ? [var.destination_options] : []

    content {
      file_format = destination_options.value.file_format
    }
  }

  iam_role_arn             = try(aws_iam_role.this[0].arn, var.iam_role_arn)
  log_destination_type     = var.destination_type
  log_destination          = try(aws_cloudwatch_log_group.this[0].arn, var.log_destination)
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = var.vpc_id

  tags = { for key, value in { Name = var.name } : key => value if value != "" }
}

resource "aws_cloudwatch_log_group" "this" {
  count = local.make_group ? 1 : 0

  name              = local.group_name
  retention_in_days = 90
}

data "aws_iam_policy_document" "trust" {
  count = local.make_role ? 1 : 0

  dynamic "statement" {
    for_each = local.to_cloudwatch ? [1] : []

    content {
      sid     = "VPCFlowLogs"
      actions = ["sts:AssumeRole"]

      principals {
        type        = "Service"
        identifiers = ["vpc-flow-logs.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [local.account_id]
      }

      condition {
        test     = "ArnLike"
        variable = "aws:SourceArn"
        values   = ["arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-flow-log/*"]
      }
    }
  }
}

resource "aws_iam_role" "this" {
  count = local.make_role ? 1 : 0

  name               = local.role_name
  assume_role_policy = data.aws_iam_policy_document.trust[0].json
}

data "aws_iam_policy_document" "delivery" {
  count = local.make_role ? 1 : 0

  dynamic "statement" {
    for_each = local.to_cloudwatch ? [1] : []

    content {
      sid       = "CloudWatch"
      actions   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
      resources = local.make_group ? aws_cloudwatch_log_group.this[*].arn : [var.log_destination]
    }
  }
}

resource "aws_iam_policy" "this" {
  count = local.make_role ? 1 : 0

  name   = local.role_name
  policy = data.aws_iam_policy_document.delivery[0].json
}

resource "aws_iam_role_policy_attachment" "this" {
  count = local.make_role ? 1 : 0

  role       = aws_iam_role.this[0].name
  policy_arn = aws_iam_policy.this[0].arn
}
