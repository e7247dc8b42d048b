# columns in another order than the fields of log_format
resource "aws_glue_catalog_table" "records" {
  name          = "flow_logs"
  database_name = "network"
  table_type    = "EXTERNAL_TABLE"
  storage_descriptor {
    location = "s3://example-flow-logs/AWSLogs/"
    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"
      parameters            = { "field.delim" = " " }
    }
    columns {
      name = "action"
      type = "string"
    }
    columns {
      name = "dstaddr"
      type = "string"
    }
    columns {
      name = "srcaddr"
      type = "string"
    }
  }
}
