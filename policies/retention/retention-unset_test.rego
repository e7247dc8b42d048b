package flowgate.rules.retention_unset_test

import data.flowgate.rules.retention_unset as rule
import data.flowgate.testing as models

import future.keywords.not

test_retention_unset[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a log group with retention is right": {
		"model": models.model({"log_groups": [models.log_group({})]}),
		"says": [],
	},
	"a log group without retention, or with null, keeps records for ever": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.absent})]}),
		"says": ["fail unset: the log group has no retention, so its records are kept for ever"],
	},
	"0 days means for ever": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(0)})]}),
		"says": ["fail unset: the log group has a retention of 0, so its records are kept for ever"],
	},
	"a retention known only after apply is undecided": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.unknown})]}),
		"says": ["undecided unknown: the retention of the log group is not known before apply (${var.x})"],
	},
	"a list for a number is undecided": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.wrong_type})]}),
		"says": ["undecided wrong-type: the retention of the log group is not a number ([])"],
	},
	"a log group without flow logs is not judged": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.absent, "flow_logs": []})]}),
		"says": [],
	},
	"the retention of a log group outside the input cannot be seen": {
		"model": models.model({"flow_logs": [models.flow_log({"log_group": models.external})]}),
		"says": ["undecided group-not-in-input: the retention of the log group cannot be seen, because the input does not hold the log group (arn:elsewhere)"],
	},
	"a log group that cannot be told may keep records for ever": {
		"model": models.model({"flow_logs": [models.flow_log({"log_group": models.unresolved})]}),
		"says": ["undecided group-not-in-input: the retention of the log group cannot be seen, because the input does not hold the log group (${var.x})"],
	},
}
