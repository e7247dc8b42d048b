# A root that calls modules written as the most used public ones are.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region            = "eu-west-1"
  s3_use_path_style = true
}

module "network" {
  source = "./network"

  enable_flow_log                      = true
  create_flow_log_cloudwatch_log_group = true
  create_flow_log_cloudwatch_iam_role  = true
}

module "flow_log" {
  source = "./flow-log"

  vpc_id = module.network.vpc_id
}
