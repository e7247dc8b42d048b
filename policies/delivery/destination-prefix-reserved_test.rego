package flowgate.rules.destination_prefix_reserved_test

import data.flowgate.rules.destination_prefix_reserved as rule
import data.flowgate.testing as models

import future.keywords.not

test_destination_prefix_reserved[note] if {
	some note, case in cases
	flow_log := models.flow_log(models.but(models.to_bucket, {"bucket": models.external, "prefix": case.prefix}))
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

test_the_folder_is_shown if {
	flow_log := models.flow_log(models.but(models.to_bucket, {"bucket": models.external, "prefix": models.known("net/AWSLogs/x")}))
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
	verdict.findings[0].evidence == {"text": "net/AWSLogs/x", "start": 4, "end": 11}
}

cases := {
	"no prefix": {"prefix": models.absent, "says": []},
	"any prefix": {"prefix": models.known("net/flow"), "says": []},
	"a folder whose name goes on": {"prefix": models.known("AWSLogs-of-mine"), "says": []},
	"a folder in other letters": {"prefix": models.known("awslogs"), "says": []},
	"the folder itself": {
		"prefix": models.known("AWSLogs"),
		"says": [`fail reserved: the prefix "AWSLogs" holds the folder AWSLogs, which AWS keeps for itself`],
	},
	"the folder below another": {
		"prefix": models.known("net/AWSLogs/x"),
		"says": [`fail reserved: the prefix "net/AWSLogs/x" holds the folder AWSLogs, which AWS keeps for itself`],
	},
	"a prefix that is not known": {
		"prefix": models.unknown,
		"says": ["undecided unknown: whether the prefix holds the folder AWSLogs, which AWS keeps for itself, is not known before apply (${var.x})"],
	},
}
