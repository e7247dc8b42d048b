package flowgate.rules.retention_too_long_test

import data.flowgate.rules.retention_too_long as rule
import data.flowgate.testing as models

import future.keywords.not

test_retention_too_long[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"without a maximum nothing is too long": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(3653)})]}),
		"says": [],
	},
	"without a maximum an unknown retention does not matter": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.unknown})]}),
		"says": [],
	},
	"absent is retention-unset's": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.absent})]}),
		"says": [],
	},
}

test_settings_allow_so_many_days_at_most if {
	verdict := rule.verdict with input as models.model({})
		with data.flowgate_settings as {"retention": {"maximumDays": 90}}
	models.says(verdict) == ["fail too-long: records are kept for 365 days, where at most 90 are allowed"]
}

test_what_is_not_known_may_be_too_long[says] if {
	some says, state in {
		"undecided unknown: the retention of the log group is not known before apply (${var.x})": models.unknown,
		"undecided wrong-type: the retention of the log group is not a number ([])": models.wrong_type,
	}
	verdict := rule.verdict with input as models.model({"log_groups": [models.log_group({"retention": state})]})
		with data.flowgate_settings as {"retention": {"maximumDays": 90}}
	models.says(verdict) == [says]
}

test_no_more_than_the_maximum_is_not_too_long[days] if {
	some days in [0, 60, 90]
	verdict := rule.verdict with input as models.model({"log_groups": [models.log_group({"retention": models.known(days)})]})
		with data.flowgate_settings as {"retention": {"maximumDays": 90}}
	verdict.findings == []
}

test_days_that_aws_does_not_offer_are_retention_invalid_s if {
	verdict := rule.verdict with input as models.model({"log_groups": [models.log_group({"retention": models.known(100)})]})
		with data.flowgate_settings as {"retention": {"maximumDays": 90}}
	verdict.findings == []
}

test_365_days_are_not_too_long_where_400_are_allowed if {
	verdict := rule.verdict with input as models.model({})
		with data.flowgate_settings as {"retention": {"maximumDays": 400}}
	verdict.findings == []
}
