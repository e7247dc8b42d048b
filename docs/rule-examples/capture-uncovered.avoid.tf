resource "aws_vpc" "second" {
  cidr_block = "10.1.0.0/16"
}
