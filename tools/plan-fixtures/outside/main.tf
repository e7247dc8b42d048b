# What stands in the account before: plans import it.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_cloudwatch_log_group" "imported" {
  name              = "/imported"
  retention_in_days = 30
}
