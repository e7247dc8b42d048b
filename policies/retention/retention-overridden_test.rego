package flowgate.rules.retention_overridden_test

import data.flowgate.rules.retention_overridden as rule
import data.flowgate.testing as models

import future.keywords.not

test_retention_overridden[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"without an account policy the group's retention holds": {
		"model": models.model({}),
		"says": [],
	},
	"an account policy overrides every group": {
		"model": models.model({"account_retentions": [{"source": 0, "address": "aws_cloudwatch_log_account_policy.this", "exists": "yes", "selective": false}]}),
		"says": ["fail overridden: the account-wide retention policy aws_cloudwatch_log_account_policy.this overrides the log group's retention"],
	},
	"a selective account policy may override the group": {
		"model": models.model({"account_retentions": [{"source": 0, "address": "aws_cloudwatch_log_account_policy.this", "exists": "yes", "selective": true}]}),
		"says": ["undecided selective: the account-wide retention policy aws_cloudwatch_log_account_policy.this may override the log group's retention: it holds for some log groups only"],
	},
	"an account policy that may not exist may override the group": {
		"model": models.model({"account_retentions": [{"source": 0, "address": "aws_cloudwatch_log_account_policy.this", "exists": "unknown", "selective": false}]}),
		"says": ["undecided uncertain: the account-wide retention policy aws_cloudwatch_log_account_policy.this may override the log group's retention: whether it exists is not known"],
	},
}
