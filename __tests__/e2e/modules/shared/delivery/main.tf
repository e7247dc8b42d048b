variable "group_arn" {
  type = string
}

resource "aws_iam_role" "this" {
  name = "delivery"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
    }]
  })
}

module "grant" {
  source = "./grant"

  role      = aws_iam_role.this.name
  group_arn = var.group_arn
}

output "role_arn" {
  value      = aws_iam_role.this.arn
  depends_on = [module.grant]
}
