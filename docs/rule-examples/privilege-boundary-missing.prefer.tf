resource "aws_iam_role" "delivery" {
  name                 = "flow-log-delivery"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = "arn:aws:iam::123456789012:policy/boundary"
}
