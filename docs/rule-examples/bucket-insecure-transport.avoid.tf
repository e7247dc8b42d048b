data "aws_iam_policy_document" "archive" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::example-flow-logs/AWSLogs/${data.aws_caller_identity.own.account_id}/*"]
    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
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
}
