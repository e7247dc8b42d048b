# flowgate.json: { "privilege": { "requireBoundary": true } }
resource "aws_iam_role" "delivery" {
  name               = "flow-log-delivery"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
