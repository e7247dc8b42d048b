# without aws_iam_role_policy.delivery
resource "aws_iam_policy" "delivery" {
  name   = "flow-log-delivery"
  policy = data.aws_iam_policy_document.grant.json
}
