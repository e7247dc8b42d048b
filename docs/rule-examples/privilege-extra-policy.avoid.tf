resource "aws_iam_role_policy_attachment" "more" {
  role       = aws_iam_role.delivery.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchFullAccess"
}
