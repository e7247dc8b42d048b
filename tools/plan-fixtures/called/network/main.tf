data "aws_region" "current" {
  count = local.role_wanted ? 1 : 0
}

data "aws_caller_identity" "current" {
  count = local.role_wanted ? 1 : 0
}

data "aws_partition" "current" {
  count = local.role_wanted ? 1 : 0
}

locals {
  # Whoever asks for a flow log of a VPC asks for the VPC too.
  wanted       = var.create_vpc && var.enable_flow_log
  role_wanted  = local.wanted && var.flow_log_destination_type != "s3" && var.create_flow_log_cloudwatch_iam_role
  group_wanted = local.wanted && var.flow_log_destination_type != "s3" && var.create_flow_log_cloudwatch_log_group

  vpc_id          = try(aws_vpc_ipv4_cidr_block_association.more[0].vpc_id, aws_vpc.this[0].id, "")
  destination_arn = local.group_wanted ? try(aws_cloudwatch_log_group.records[0].arn, null) : var.flow_log_destination_arn
  role_arn        = var.flow_log_destination_type != "s3" && local.role_wanted ? try(aws_iam_role.delivery[0].arn, null) : var.flow_log_iam_role_arn
  group_suffix    = var.flow_log_group_suffix == "" ? local.vpc_id : var.flow_log_group_suffix

  group_arns = [
    for group in aws_cloudwatch_log_group.records :
    "arn:${data.aws_partition.current[0].partition}:logs:${data.aws_region.current[0].name}:${data.aws_caller_identity.current[0].account_id}:log-group:${group.name}:*"
  ]
}

resource "aws_vpc" "this" {
  count = var.create_vpc ? 1 : 0

  cidr_block = var.cidr
  tags       = merge({ Name = "network" }, var.tags)
}

resource "aws_vpc_ipv4_cidr_block_association" "more" {
  count = var.create_vpc && length(var.secondary_cidr_blocks) > 0 ? length(var.secondary_cidr_blocks) : 0

  vpc_id     = aws_vpc.this[0].id
  cidr_block = element(var.secondary_cidr_blocks, count.index)
}

resource "aws_flow_log" "this" {
  count = local.wanted ? 1 : 0

  log_destination_type     = var.flow_log_destination_type
  log_destination          = local.destination_arn
  iam_role_arn             = local.role_arn
  traffic_type             = var.flow_log_traffic_type
  vpc_id                   = local.vpc_id
  max_aggregation_interval = var.flow_log_interval

  dynamic "destination_options" {
    for_each = var.flow_log_destination_type == "s3" ? [true] : []

    content {
      file_format = "parquet"
    }
  }

  tags = merge(var.tags, { Part = "flow-log" })
}

resource "aws_cloudwatch_log_group" "records" {
  count = local.group_wanted ? 1 : 0

  name              = "${var.flow_log_group_prefix}${local.group_suffix}"
  retention_in_days = var.flow_log_retention
}

resource "aws_iam_role" "delivery" {
  count = local.role_wanted ? 1 : 0

  name_prefix        = "vpc-flow-log-role-"
  assume_role_policy = data.aws_iam_policy_document.trust[0].json
}

data "aws_iam_policy_document" "trust" {
  count = local.role_wanted ? 1 : 0

  statement {
    sid     = "LetTheServiceIn"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }

    dynamic "condition" {
      for_each = var.flow_log_role_conditions

      content {
        test     = condition.value.test
        variable = condition.value.variable
        values   = condition.value.values
      }
    }
  }
}

resource "aws_iam_role_policy_attachment" "delivery" {
  count = local.role_wanted ? 1 : 0

  role       = aws_iam_role.delivery[0].name
  policy_arn = aws_iam_policy.delivery[0].arn
}

resource "aws_iam_policy" "delivery" {
  count = local.role_wanted ? 1 : 0

  name_prefix = "vpc-flow-log-to-cloudwatch-"
  policy      = data.aws_iam_policy_document.delivery[0].json
}

data "aws_iam_policy_document" "delivery" {
  count = local.role_wanted ? 1 : 0

  statement {
    sid       = "WriteRecords"
    effect    = "Allow"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"]
    resources = local.group_arns
  }
}
