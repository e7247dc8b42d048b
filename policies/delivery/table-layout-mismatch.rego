# METADATA
# title: A table looks for the records where they are not
# description: >-
#   A Glue table says where files lie, how they are written and what stands in them. Where it disagrees with the flow
#   log, queries return no row, or empty columns, and no error.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
#   - ref: https://docs.aws.amazon.com/athena/latest/ug/vpc-flow-logs-partition-projection.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     prefix: the path leads to another prefix than the flow log's
#     hive: the path is Hive-compatible and the flow log's is not, or the other way round
#     hourly: the path has a folder for each hour and the flow log's has none, or the other way round
#     path: the path has other folders than the flow log's
#     other-account: the path leads to the folder of another account than the flow log's
#     other-region: the path leads to the folder of another region than the flow log's
#     file-format: the table reads other files than the flow log writes
#     partition-keys: the partition keys are not those of the path, are not projected, or repeat a column
#     columns: the columns are not the fields of the records
#     template-unescaped: the template writes a variable with one dollar sign
#     unknown: a part of the table or of the flow log is known only after apply
#   help: >-
#     Make path, partition keys, format and columns of the table from the flow log's destination_options and log_format,
#     or let FlowLogQueries make it.
#   controls: []
package flowgate.rules.table_layout_mismatch

import data.flowgate.columns
import data.flowgate.layout
import data.flowgate.phrase
import data.flowgate.record
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(judged), findings) if input.version == 1

judged := [table | some table in input.tables; holds_records(table)]

# Other logs may lie in the same bucket.
holds_records(table) if {
	some folder in table.path.folders
	folder in {"vpcflowlogs", "aws-service=vpcflowlogs"}
}

holds_records(table) if {
	names := {lower(name) | some name in table.columns.names}
	count({"srcaddr", "dstaddr"} - names) == 0
}

findings := [finding |
	some table in judged
	reading := best(table)
	some about in array.concat(reading.faults, [doubt(table) | reading.doubtful; count(reading.faults) == 0])
	finding := object.union(about, {
		"source": table.source,
		"address": table.address,
		"related": [
			subject.ref(input.flow_logs[reading.flow_log]),
			subject.ref(input.buckets[table.bucket]),
		],
	})
]

# Several flow logs may write to one bucket: the table is for the one that it fits best.
best(table) := [reading | some reading in readings; reading.score == least][0] if {
	readings := [{"flow_log": at, "faults": faults, "doubtful": doubtful, "score": [count(faults), doubtful]} |
		some at in table.flow_logs
		flow_log := input.flow_logs[at]
		faults := array.flatten([
			unescaped(table),
			misled(table, flow_log),
			misread(table, flow_log),
			misparted(table, flow_log),
			misnamed(table, flow_log),
		])
		doubtful := is_doubtful(table, flow_log)
	]
	least := min([reading.score | some reading in readings])
}

unescaped(table) := [about |
	count(table.path.unescaped) > 0
	about := failure(
		"template-unescaped",
		$"the template writes {phrase.list(table.path.unescaped)} with one dollar sign, which Terraform reads as a reference",
		$"write {phrase.list([concat("", ["$${", name, "}"]) | some name in table.path.unescaped])} in storage.location.template",
	)
]

misled(table, flow_log) := [failure(
	"prefix",
	$"the table looks below {shown(table.path.folders)}, where the flow log writes below {shown(layout.root(flow_log))}",
	$"let location and storage.location.template start with {shown(layout.root(flow_log))}",
)] if {
	table.path.state == "known"
	flow_log.prefix.state in {"known", "absent"}
	not layout.fits(array.slice(table.path.folders, 0, count(layout.root(flow_log))), layout.root(flow_log), table.path.whole)
} else := [failure(
	cause,
	$"the table looks in {shown(table.path.folders)}, where the flow log writes to {shown(written(flow_log))}: {trouble_of(cause)}",
	$"let storage.location.template follow {shown(written(flow_log))}",
)] if {
	table.path.state == "known"
	flow_log.prefix.state in {"known", "absent"}
	not fits_one(table, flow_log, layout.hives(flow_log), layout.hours(flow_log))
	cause := fault_of_path(table, flow_log)
} else := [failure(
	{"account": "other-account", "region": "other-region"}[home.of],
	$"the table looks in the folder {phrase.quoted(layout.looks_in(table.path, home))} of the {home.of}, where the flow log writes to {phrase.quoted([home.folder])}",
	$"name {home.folder} in storage.location.template, or among the values of its projection",
)] if {
	home := [home |
		some home in homes(table, flow_log)
		every folder in array.concat([home.folder], layout.looks_in(table.path, home)) { not layout.is_reference(folder) }
	][0]
} else := []

# Where the path names one account or region, or some, and the flow log's is not among them.
homes(table, flow_log) := [home |
	table.path.state == "known"
	flow_log.prefix.state in {"known", "absent"}
	some hive in layout.hives(flow_log)
	fits_one(table, flow_log, {hive}, layout.hours(flow_log))
	some home in layout.homes(flow_log, hive)
	count(layout.looks_in(table.path, home)) > 0
	not layout.is_among(home, layout.looks_in(table.path, home))
]

fault_of_path(table, flow_log) := "hive" if {
	fits_one(table, flow_log, {true, false}, layout.hours(flow_log))
} else := "hourly" if {
	fits_one(table, flow_log, layout.hives(flow_log), {true, false})
} else := "path"

written(flow_log) := layout.path(flow_log, layout.default_of(flow_log.options.hive), layout.default_of(flow_log.options.hourly))

trouble_of(cause) := {
	"hive": "one of them is Hive-compatible, the other is not",
	"hourly": "one of them has a folder for each hour, the other has not",
	"path": "the folders are others",
}[cause]

fits_one(table, flow_log, either_hive, either_hour) if {
	some hive in either_hive
	some hourly in either_hour
	layout.fits(table.path.folders, layout.path(flow_log, hive, hourly), table.path.whole)
}

misread(table, flow_log) := [failure(
	"file-format",
	$"the table reads {noun_of(table.file_format)}, where the flow log writes {noun_of(layout.format_of(flow_log))}",
	$"set input_format, output_format and serialization_library of the table to those for {noun_of(layout.format_of(flow_log))}",
)] if {
	not table.file_format in {layout.format_of(flow_log), "unknown"}
	layout.format_of(flow_log)
} else := []

noun_of(format) := {
	"text": "plain text",
	"parquet": "Parquet",
	"other": "something that is neither plain text nor Parquet",
}[format]

misparted(table, flow_log) := [failure(
	"partition-keys",
	$"{phrase.quoted(repeated)} is a partition key and a column, where each name may stand once",
	$"give the partition {phrase.list(repeated)} another name, such as {phrase.list([$"{name}_code" | some name in repeated])}",
)] if {
	repeated := sort({name | some name in table.partition_keys.names} & {name | some name in table.columns.names})
	count(repeated) > 0
} else := [failure(
	"partition-keys",
	$"the template has the variables {phrase.quoted(sort(variables))}, the table the partition keys {phrase.quoted(table.partition_keys.names)}",
	"let each partition key be a variable of storage.location.template, and each variable a partition key",
)] if {
	table.projected == "yes"
	table.partition_keys.known
	table.path.given != ""
	table.path.state == "known"
	variables := {name | some name in table.path.variables}
	variables != {name | some name in table.partition_keys.names}
} else := [failure(
	"partition-keys",
	$"the partition keys {phrase.quoted(bare)} are not projected, where projection is on",
	$"add {phrase.list([$"projection.{name}.type" | some name in bare])} to the parameters of the table",
)] if {
	table.projected == "yes"
	bare := [name | some name in table.partition_keys.names; not name in table.projections]
	count(bare) > 0
} else := [failure(
	"partition-keys",
	$"the table has the partition keys {phrase.quoted(table.partition_keys.names)}, where the flow log's folders are {phrase.quoted(keys)}",
	$"name the partition keys {phrase.list(keys)}, in this order",
)] if {
	table.projected == "no"
	table.partition_keys.known
	count(table.partition_keys.names) > 0
	layout.hives(flow_log) == {true}
	count(layout.hours(flow_log)) == 1
	layout.default_of(flow_log.options.hive)
	below := array.slice(layout.path(flow_log, true, layout.default_of(flow_log.options.hourly)), count(table.path.folders), 99)
	keys := [split(folder, "=")[0] | some folder in below; contains(folder, "=")]
	keys != table.partition_keys.names
} else := []

misnamed(table, flow_log) := [failure(
	"columns",
	$"the columns of the table are not the fields of the records: {columns.fault(table, fields)}",
	$"give the table the columns {phrase.list([field | some field in fields])}",
)] if {
	table.columns.known
	captured := record.captured(flow_log)
	fields := [replace(field, "-", "_") | some field in captured]
	columns.fault(table, fields)
} else := []

is_doubtful(table, flow_log) if {
	table.path.state == "unknown"
} else if {
	flow_log.prefix.state == "unknown"
} else if {
	count(homes(table, flow_log)) > 0
} else if {
	table.file_format == "unknown"
} else if {
	not layout.format_of(flow_log)
} else if {
	count(layout.hives(flow_log)) + count(layout.hours(flow_log)) > 2
} else if {
	table.columns.known == false
} else if {
	table.partition_keys.known == false
} else if {
	not record.captured(flow_log)
} else := false

doubt(table) := {
	"verdict": "undecided",
	"cause": "unknown",
	"message": $"whether the table looks where the flow log writes is not known before apply{phrase.named(table.path.given)}",
	"fix": "write location, template, partition keys, columns and formats of the table, and destination_options and log_format of the flow log, literally",
}

shown(folders) := $"{concat("/", folders)}/"

failure(cause, message, fix) := {"verdict": "fail", "cause": cause, "message": message, "fix": fix}
