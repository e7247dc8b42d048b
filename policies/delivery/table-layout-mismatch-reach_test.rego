package flowgate.rules.table_layout_mismatch_test

import data.flowgate.rules.table_layout_mismatch as rule
import data.flowgate.testing as models

# Which tables are taken to be for records: by a folder of their path, or by their columns.
for_records := {
	"plain folders": {"folders": ["AWSLogs", "*", "vpcflowlogs"], "columns": ["x"], "judged": 1},
	"Hive-compatible folders": {"folders": ["AWSLogs", "*", "aws-service=vpcflowlogs"], "columns": ["x"], "judged": 1},
	"the columns of who talks to whom": {"folders": [], "columns": ["SrcAddr", "dstaddr"], "judged": 1},
	"a column that others have too": {"folders": [], "columns": ["srcaddr", "x"], "judged": 0},
	"another one": {"folders": [], "columns": ["x", "dstaddr"], "judged": 0},
}

test_a_table_for_records_is_judged[note] if {
	some note, case in for_records
	table := models.table({"path": models.table_path({"folders": case.folders}), "columns": {"known": true, "names": case.columns}})
	verdict := rule.verdict with input as models.model({
		"flow_logs": [models.flow_log(models.to_bucket)],
		"buckets": [{"source": 0, "address": "aws_s3_bucket.this"}],
		"tables": [table],
	})
	verdict.judged == case.judged
}

test_a_finding_leads_to_flow_log_and_bucket_and_says_what_to_write if {
	verdict := rule.verdict with input as models.model({
		"flow_logs": [models.flow_log(models.to_bucket)],
		"buckets": [{"source": 0, "address": "aws_s3_bucket.this"}],
		"tables": [models.table(path({"state": "unknown", "unescaped": ["account"], "folders": []}))],
	})
	[[finding.address, finding.related, finding.fix] | some finding in verdict.findings] == [[
		"aws_glue_catalog_table.this",
		[{"source": 0, "address": "aws_flow_log.this"}, {"source": 0, "address": "aws_s3_bucket.this"}],
		"write $${account} in storage.location.template",
	]]
}

# What partitions of a table come to that fits otherwise.
partitions := {
	"variables of a table that does not project": {
		"table": {"projected": "no", "partition_keys": {"known": true, "names": ["day"]}},
		"says": [],
	},
	"a table without a template": {"table": path({"given": "", "variables": []}), "says": []},
	"a path that is not known, with its variables": {
		"table": path({"state": "unknown", "folders": [], "variables": []}),
		"says": doubt,
	},
	"no partitions at all": {"flow_log": options({"hive": models.known(true)}), "table": unprojected([]), "says": []},
	"one partition for six folders": {
		"flow_log": options({"hive": models.known(true)}),
		"table": unprojected(["day"]),
		"says": [`fail partition-keys: the table has the partition keys "day", where the flow log's folders are "aws-account-id", "aws-service", "aws-region", "year", "month" and "day"`],
	},
	"partitions for hours that nobody knows of": {
		"flow_log": options({"hive": models.known(true), "hourly": models.unknown}),
		"table": unprojected(["aws-account-id", "aws-service", "aws-region", "year", "month", "day", "hour"]),
		"says": ["undecided unknown: whether the table looks where the flow log writes is not known before apply"],
	},
	"partitions of a table of the whole bucket": {
		"flow_log": options({"hive": models.known(true)}),
		"table": object.union(
			unprojected(["aws-account-id", "aws-service", "aws-region", "year", "month", "day"]),
			path({"whole": false, "folders": [], "variables": [], "given": ""}),
		),
		"says": [],
	},
}

test_partitions[note] if {
	some note, case in partitions
	flow_log := models.flow_log(models.but(models.to_bucket, object.get(case, "flow_log", {})))
	verdict := rule.verdict with input as models.model({
		"flow_logs": [flow_log],
		"buckets": [{"source": 0, "address": "aws_s3_bucket.this"}],
		"tables": [models.table(case.table)],
	})
	models.says(verdict) == case.says
}
