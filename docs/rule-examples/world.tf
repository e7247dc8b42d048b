terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

data "aws_caller_identity" "own" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# Records to CloudWatch Logs, and the role that brings them there

resource "aws_cloudwatch_log_group" "records" {
  name              = "/net/records"
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
      values   = [data.aws_caller_identity.own.account_id]
    }
  }
}

resource "aws_iam_role" "delivery" {
  name               = "flow-log-delivery"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "grant" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_group.records.arn, "${aws_cloudwatch_log_group.records.arn}:*"]
  }
}

resource "aws_iam_role_policy" "delivery" {
  role   = aws_iam_role.delivery.id
  policy = data.aws_iam_policy_document.grant.json
}

resource "aws_flow_log" "all" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.records.arn
  iam_role_arn             = aws_iam_role.delivery.arn
  max_aggregation_interval = 60
  depends_on               = [aws_iam_role_policy.delivery]
}

# Records to S3, and the table that reads them

resource "aws_s3_bucket" "archive" {
  bucket = "example-flow-logs"
}

resource "aws_s3_bucket_public_access_block" "archive" {
  bucket                  = aws_s3_bucket.archive.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "archive" {
  bucket = aws_s3_bucket.archive.id
  rule {
    id     = "expire"
    status = "Enabled"
    filter {}
    expiration {
      days = 400
    }
  }
}

data "aws_iam_policy_document" "archive" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::example-flow-logs/AWSLogs/${data.aws_caller_identity.own.account_id}/*"]
    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.own.account_id]
    }
  }
  statement {
    actions   = ["s3:GetBucketAcl", "s3:ListBucket"]
    resources = ["arn:aws:s3:::example-flow-logs"]
    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }
  }
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::example-flow-logs", "arn:aws:s3:::example-flow-logs/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "archive" {
  bucket = aws_s3_bucket.archive.id
  policy = data.aws_iam_policy_document.archive.json
}

resource "aws_flow_log" "archive" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.archive.arn
  log_format           = "$${srcaddr} $${dstaddr} $${action}"
  depends_on           = [aws_s3_bucket_policy.archive]
}

resource "aws_glue_catalog_table" "records" {
  name          = "flow_logs"
  database_name = "network"
  table_type    = "EXTERNAL_TABLE"
  parameters = {
    "skip.header.line.count"    = "1"
    "projection.enabled"        = "true"
    "projection.day.type"       = "date"
    "projection.day.format"     = "yyyy/MM/dd"
    "projection.day.range"      = "NOW-1YEARS,NOW"
    "storage.location.template" = "s3://example-flow-logs/AWSLogs/${data.aws_caller_identity.own.account_id}/vpcflowlogs/eu-west-1/$${day}/"
  }
  partition_keys {
    name = "day"
    type = "string"
  }
  storage_descriptor {
    location      = "s3://example-flow-logs/AWSLogs/${data.aws_caller_identity.own.account_id}/vpcflowlogs/eu-west-1/"
    input_format  = "org.apache.hadoop.mapred.TextInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"
    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"
      parameters            = { "field.delim" = " " }
    }
    columns {
      name = "srcaddr"
      type = "string"
    }
    columns {
      name = "dstaddr"
      type = "string"
    }
    columns {
      name = "action"
      type = "string"
    }
  }
}

# Records to Firehose

resource "aws_kinesis_firehose_delivery_stream" "records" {
  name        = "flow-logs"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/stream"
    bucket_arn = "arn:aws:s3:::example-elsewhere"
  }
  tags = {
    LogDeliveryEnabled = "true"
  }
}

resource "aws_flow_log" "stream" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "ALL"
  log_destination_type = "kinesis-data-firehose"
  log_destination      = aws_kinesis_firehose_delivery_stream.records.arn
}
