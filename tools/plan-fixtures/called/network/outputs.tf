output "vpc_id" {
  value = try(aws_vpc.this[0].id, null)
}
