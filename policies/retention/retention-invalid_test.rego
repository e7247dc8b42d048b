package flowgate.rules.retention_invalid_test

import data.flowgate.rules.retention_invalid as rule
import data.flowgate.testing as models

import future.keywords.not

test_retention_invalid[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"every offered period is right": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(1096)})]}),
		"says": [],
	},
	"31 days are not offered": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(31)})]}),
		"says": ["fail not-offered: CloudWatch Logs does not offer a retention of 31 days"],
	},
	"beyond ten years nothing is offered": {
		"model": models.model({"log_groups": [models.log_group({"retention": models.known(5000)})]}),
		"says": ["fail not-offered: CloudWatch Logs does not offer a retention of 5000 days"],
	},
	"0 is retention-unset's": {
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
