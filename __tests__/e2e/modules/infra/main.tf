terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = "true"
  skip_requesting_account_id  = true
}

module "network" {
  source = "./network"

  days     = 7
  role_arn = module.delivery.role_arn
}

module "delivery" {
  source = "git::file://SHARED//delivery?ref=v1"

  group_arn = module.network.group_arn
}
