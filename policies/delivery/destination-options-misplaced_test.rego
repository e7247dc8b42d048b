package flowgate.rules.destination_options_misplaced_test

import data.flowgate.rules.destination_options_misplaced as rule
import data.flowgate.testing as models

import future.keywords.not

test_destination_options_misplaced[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log(case.flow_log)]})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

options(state) := {"state": state, "file_format": models.absent, "hive": models.absent, "hourly": models.absent}

cases := {
	"CloudWatch Logs without": {"flow_log": {}, "says": []},
	"S3 with": {"flow_log": models.but(models.to_bucket, {"options": options("given")}), "says": []},
	"S3 with some that are not known": {"flow_log": models.but(models.to_bucket, {"options": options("unknown")}), "says": []},
	"CloudWatch Logs with": {
		"flow_log": {"options": options("given")},
		"says": ["fail other-destination: the flow log has destination options, which S3 alone takes, and does not write to S3"],
	},
	"Firehose with": {
		"flow_log": models.but(models.to_stream, {"options": options("given")}),
		"says": ["fail other-destination: the flow log has destination options, which S3 alone takes, and does not write to S3"],
	},
	"a bucket without its type is destination-mismatch's": {
		"flow_log": models.but(models.to_bucket, {"destination_type": models.absent, "options": options("given")}),
		"says": [],
	},
	"S3 by its type, with a log group, is too": {
		"flow_log": {"destination_type": models.known("s3"), "options": options("given")},
		"says": [],
	},
	"where to is not known": {
		"flow_log": {"destination_type": models.unknown, "destination_service": "unknown", "options": options("given")},
		"says": ["undecided destination-unknown: the flow log has destination options, and whether it writes to S3, which alone takes them, is not known (${var.x})"],
	},
	"where to is not known, without": {
		"flow_log": {"destination_type": models.unknown, "destination_service": "unknown"},
		"says": [],
	},
	"neither where to nor whether there are any is known": {
		"flow_log": {"destination_type": models.unknown, "destination_service": "unknown", "options": options("unknown")},
		"says": ["undecided options-unknown: whether the flow log has destination options, which S3 alone takes, is not known before apply"],
	},
	"whether there are any is not known": {
		"flow_log": {"options": options("unknown")},
		"says": ["undecided options-unknown: whether the flow log has destination options, which S3 alone takes, is not known before apply"],
	},
}
