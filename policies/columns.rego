# METADATA
# title: the columns of a table over records
# description: Athena reads Parquet by the names of the columns, text by their positions.
# related_resources:
#   - ref: https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html
package flowgate.columns

import data.flowgate.phrase

import future.keywords.not

# METADATA
# description: what is wrong with the columns of a table for records of these fields; undefined where nothing is
fault(table, fields) := $"{phrase.quoted(strangers)} is in no record" if {
	table.file_format == "parquet"
	strangers := [name |
		some name in table.columns.names
		not lower(name) in fields
		not name in table.partition_keys.names
	]
	count(strangers) > 0
} else := $"there are {count(table.columns.names)} columns for {count(fields)} fields" if {
	table.file_format == "text"
	count(table.columns.names) != count(fields)
} else := $"{phrase.quoted(moved)} stands in the place of another field" if {
	table.file_format == "text"
	moved := [name |
		some at, name in table.columns.names
		lower(name) != fields[at]
		lower(name) in fields
	]
	count(moved) > 0
}
