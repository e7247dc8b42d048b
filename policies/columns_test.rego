package flowgate.columns_test

import data.flowgate.columns

import future.keywords.not

table(format, names) := {"file_format": format, "columns": {"names": names}, "partition_keys": {"names": ["year"]}}

fields := ["srcaddr", "dstaddr"]

test_parquet_is_read_by_name if {
	not columns.fault(table("parquet", ["dstaddr", "SrcAddr", "year"]), fields)
	columns.fault(table("parquet", ["source", "srcaddr"]), fields) == `"source" is in no record`
}

test_text_is_read_by_position if {
	not columns.fault(table("text", ["SrcAddr", "destination"]), fields)
	columns.fault(table("text", ["srcaddr"]), fields) == "there are 1 columns for 2 fields"
	columns.fault(table("text", ["dstaddr", "destination"]), fields) == `"dstaddr" stands in the place of another field`
	columns.fault(table("text", ["dstaddr", "srcaddr"]), fields) == `"dstaddr" and "srcaddr" stands in the place of another field`
}
