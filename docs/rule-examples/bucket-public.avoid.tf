resource "aws_s3_bucket_public_access_block" "archive" {
  bucket              = aws_s3_bucket.archive.id
  block_public_acls   = true
  block_public_policy = true
}
