package flowgate.rules.destination_arn_suffix_test

import data.flowgate.rules.destination_arn_suffix as rule
import data.flowgate.testing as models

import future.keywords.not

test_destination_arn_suffix[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log(case.flow_log)]})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"an ARN as AWS takes it": {"flow_log": {}, "says": []},
	"no destination": {"flow_log": {"destination_ending": "none", "destination": models.absent}, "says": []},
	"one of which only what it refers to is known": {
		"flow_log": {"destination_ending": "by-reference", "destination": models.unknown},
		"says": [],
	},
	"an ARN as AWS gives it": {
		"flow_log": {"destination_ending": "all-streams", "destination": models.known("arn:x:*")},
		"says": ["fail all-streams: log_destination ends in :*, so the flow log is replaced at every plan or cannot deliver (arn:x:*)"],
	},
	"a reference with a wildcard behind it": {
		"flow_log": {"destination_ending": "all-streams", "destination": {"state": "unknown", "given": "${g.arn}:*"}},
		"says": ["fail all-streams: log_destination ends in :*, so the flow log is replaced at every plan or cannot deliver (${g.arn}:*)"],
	},
	"one that is not known": {
		"flow_log": {"destination_ending": "unknown", "destination": models.unknown},
		"says": ["undecided unknown: whether log_destination ends in :* is not known before apply (${var.x})"],
	},
	"one that is no text": {
		"flow_log": {"destination_ending": "unknown", "destination": models.wrong_type},
		"says": ["undecided unknown: whether log_destination ends in :* is not known before apply ([])"],
	},
}

test_what_is_not_known_shows_no_wildcard if {
	flow_log := models.flow_log({"destination_ending": "unknown", "destination": models.unknown})
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
	not verdict.findings[0].evidence
}

test_the_wildcard_is_shown if {
	flow_log := models.flow_log({"destination_ending": "all-streams", "destination": models.known("arn:x:*")})
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
	[finding.evidence | some finding in verdict.findings] == [{"text": "arn:x:*", "start": 5, "end": 7}]
}
