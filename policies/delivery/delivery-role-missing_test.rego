package flowgate.rules.delivery_role_missing_test

import data.flowgate.rules.delivery_role_missing as rule
import data.flowgate.testing as models

import future.keywords.not

test_delivery_role_missing[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a role is there": {
		"model": models.model({}),
		"says": [],
	},
	"CloudWatch Logs needs a role, which absent and null are not": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.none})]}),
		"says": ["fail no-role: the flow log writes to CloudWatch Logs and has no role to do it with"],
	},
	"CloudWatch Logs by name needs one too": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.none, "destination_type": models.known("cloud-watch-logs")})]}),
		"says": ["fail no-role: the flow log writes to CloudWatch Logs and has no role to do it with"],
	},
	"S3 needs none": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.none, "destination_type": models.known("s3")})]}),
		"says": [],
	},
	"an unknown destination may need one": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.none, "destination_type": models.unknown})]}),
		"says": ["undecided destination-unknown: the flow log has no role, and whether it needs one cannot be told: its destination type is not known (${var.x})"],
	},
	"a destination type that is no text may need one": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.none, "destination_type": models.wrong_type})]}),
		"says": ["undecided destination-unknown: the flow log has no role, and whether it needs one cannot be told: its destination type is not known ([])"],
	},
}
