resource "aws_flow_log" "archive" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "${aws_s3_bucket.archive.arn}/AWSLogs/"
  log_format           = "$${srcaddr} $${dstaddr} $${action}"
  depends_on           = [aws_s3_bucket_policy.archive]
}
