package flowgate.rules.change_destroys_records_test

import data.flowgate.rules.change_destroys_records as rule
import data.flowgate.testing as models

import future.keywords.not

verdict_of(changes) := verdict if {
	verdict := rule.verdict with input as models.model({"changes": [models.change(changes)]})
}

test_change_destroys_records[note] if {
	some note, case in cases
	models.says(verdict_of(case.change)) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

bucket(action) := {"kind": "bucket", "action": action, "address": "aws_s3_bucket.this"}

cases := {
	"a log group that is deleted takes its records with it": {
		"change": {},
		"says": ["fail deleted: the plan deletes the log group that aws_flow_log.this wrote to, and all its records with it"],
	},
	"a log group that is replaced does too": {
		"change": {"action": "replace"},
		"says": ["fail replaced: the plan replaces the log group that aws_flow_log.this wrote to, and deletes the old one with all its records"],
	},
	"a log group that is forgotten stays without anybody": {
		"change": {"action": "forget"},
		"says": ["fail forgotten: the plan forgets the log group that aws_flow_log.this wrote to: it stays, and nothing manages it any more"],
	},
	"a log group that is changed keeps its records": {"change": {"action": "update"}, "says": []},
	"skip_destroy keeps the records of a log group that is deleted": {
		"change": {"skip_destroy": models.known(true)},
		"says": [],
	},
	"skip_destroy keeps the records of a log group that is replaced": {
		"change": {"action": "replace", "skip_destroy": models.known(true)},
		"says": [],
	},
	"skip_destroy that is off keeps nothing": {
		"change": {"skip_destroy": models.known(false)},
		"says": ["fail deleted: the plan deletes the log group that aws_flow_log.this wrote to, and all its records with it"],
	},
	"skip_destroy that is not known may keep them": {
		"change": {"skip_destroy": models.unknown},
		"says": ["undecided unknown: the plan deletes the log group that aws_flow_log.this wrote to, and whether skip_destroy keeps its records is not known (${var.x})"],
	},
	"skip_destroy of a wrong type may keep them": {
		"change": {"skip_destroy": models.wrong_type},
		"says": ["undecided unknown: the plan deletes the log group that aws_flow_log.this wrote to, and whether skip_destroy keeps its records is not known ([])"],
	},
	"a bucket that is deleted takes its records with it": {
		"change": bucket("delete"),
		"says": ["fail deleted: the plan deletes the bucket that aws_flow_log.this wrote to, and all its records with it"],
	},
	"a bucket that is forgotten stays without anybody": {
		"change": bucket("forget"),
		"says": ["fail forgotten: the plan forgets the bucket that aws_flow_log.this wrote to: it stays, and nothing manages it any more"],
	},
	"a flow log holds no records": {"change": {"kind": "flow-log"}, "says": []},
}

test_log_groups_and_buckets_hold_records if {
	judged := {kind: verdict_of({"kind": kind, "action": "update"}).judged | some kind in ["log-group", "bucket", "flow-log"]}
	judged == {"log-group": 1, "bucket": 1, "flow-log": 0}
}

test_the_finding_leads_to_the_flow_logs_and_says_what_to_do if {
	verdict := verdict_of({})
	[verdict.judged, [[finding.address, finding.related, finding.fix] | some finding in verdict.findings]] == [1, [[
		"aws_cloudwatch_log_group.this",
		[{"source": 0, "address": "aws_flow_log.this"}],
		"take the change out of the plan, follow a new address with a moved block, or apply skip_destroy = true first",
	]]]
	[finding.fix | some finding in verdict_of(bucket("replace")).findings] == [
		"take the change out of the plan, follow a new address with a moved block, or copy the records first",
	]
}
