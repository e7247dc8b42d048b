resource "aws_glue_catalog_table" "records" {
  name          = "flow_logs"
  database_name = "network"
  table_type    = "EXTERNAL_TABLE"
  storage_descriptor {
    location = "s3://example-flow-logs/AWSLogs/"
    columns {
      name = "srcaddr"
      type = "string"
    }
  }
}
