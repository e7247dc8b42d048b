package flowgate.rules.retention_too_short_test

import data.flowgate.rules.retention_too_short as rule
import data.flowgate.testing as models

import future.keywords.not

test_retention_too_short[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"30 days are enough": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(30)})]}),
		"says": [],
	},
	"7 days are too few": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(7)})]}),
		"says": ["fail too-short: records are deleted after 7 days, where at least 30 are required"],
	},
	"an impossible period is retention-invalid's": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(8)})]}),
		"says": [],
	},
	"for ever is retention-unset's": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(0)})]}),
		"says": [],
	},
	"absent is retention-unset's": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.absent})]}),
		"says": [],
	},
	"unknown is undecided": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.unknown})]}),
		"says": ["undecided unknown: the retention of the log group is not known before apply (${var.x})"],
	},
	"a wrong type is undecided": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.wrong_type})]}),
		"says": ["undecided wrong-type: the retention of the log group is not a number ([])"],
	},
}

test_settings_ask_for_more_days if {
	verdict := rule.verdict with input as models.model({})
		with data.flowgate_settings as {"retention": {"minimumDays": 400}}
	models.says(verdict) == ["fail too-short: records are deleted after 365 days, where at least 400 are required"]
	verdict.findings[0].fix == "set retention_in_days to 400 or more"
	verdict.findings[0].related == [{"source": 0, "address": "aws_flow_log.this"}]
}
