variable "role" {
  type = string
}

variable "group_arn" {
  type = string
}

# Without :*, which stands for the streams of the group: no record can be written.
resource "aws_iam_role_policy" "this" {
  role = var.role
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
      Resource = var.group_arn
    }]
  })
}
