package flowgate.rules.destination_mismatch_test

import data.flowgate.rules.destination_mismatch as rule
import data.flowgate.testing as models

import future.keywords.not

test_destination_mismatch[note] if {
	some note, case in cases
	model := models.model({
		"flow_logs": [models.flow_log(case.flow_log)],
		"delivery_streams": [models.delivery_stream(object.get(case, "stream", {}))],
	})
	verdict := rule.verdict with input as model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a log group is what is meant where nothing is said": {"flow_log": {}, "says": []},
	"a log group may be said": {"flow_log": {"destination_type": models.known("cloud-watch-logs")}, "says": []},
	"a bucket is said": {"flow_log": models.to_bucket, "says": []},
	"a stream is said": {"flow_log": models.to_stream, "says": []},
	"a stream may be of another account": {"flow_log": models.across_accounts, "says": []},
	"a stream may be in an account that nobody knows yet": {
		"flow_log": models.but(models.across_accounts, {"destination_home": "unknown", "log_group": {"state": "external"}}),
		"says": [],
	},
	"a bucket where nothing is said is taken for a log group": {
		"flow_log": models.but(models.to_bucket, {"destination_type": models.absent}),
		"says": [`fail other-service: the destination type is "cloud-watch-logs", the default, and log_destination is a bucket (arn:aws:s3:::records)`],
	},
	"a log group where S3 is said": {
		"flow_log": {"destination_type": models.known("s3")},
		"says": [$`fail other-service: the destination type is "s3", and log_destination is a log group ({models.group_arn})`],
	},
	"a stream where S3 is said, by reference": {
		"flow_log": models.but(models.to_stream, {"destination_type": models.known("s3"), "destination": {"state": "unknown", "given": "${s.arn}"}}),
		"says": [`fail other-service: the destination type is "s3", and log_destination is a delivery stream (${s.arn})`],
	},
	"a type that there is not": {
		"flow_log": {"destination_type": models.known("S3")},
		"says": [`fail no-such-type: the destination type is "S3", where AWS knows cloud-watch-logs, s3 and kinesis-data-firehose`],
	},
	"nothing to write to": {
		"flow_log": {"destination_service": "none", "destination": models.absent, "log_group": models.none},
		"says": ["fail no-destination: the flow log says nowhere what it writes to"],
	},
	"something that no flow log writes to": {
		"flow_log": {"destination_service": "other", "destination": models.known("arn:aws:kinesis:eu-west-1:111122223333:stream/x")},
		"says": ["fail not-a-destination: log_destination is no ARN of a log group, bucket or delivery stream (arn:aws:kinesis:eu-west-1:111122223333:stream/x)"],
	},
	"a log group of another region": {
		"flow_log": {"destination_home": "other-region"},
		"says": [$"fail other-region: the log group is in another region than the flow log ({models.group_arn}), where none is delivered to"],
	},
	"a log group of another account": {
		"flow_log": {"destination_home": "other-account"},
		"says": [$"fail other-account: the log group is in another account than the flow log ({models.group_arn}), where none is delivered to"],
	},
	"a log group of which nobody knows where it is": {
		"flow_log": {"destination_home": "unknown"},
		"says": [$"undecided home-unknown: whether the log group is in the flow log's own region and account is not known before apply ({models.group_arn})"],
	},
	"a log group elsewhere of which nobody knows where it is": {
		"flow_log": {"destination_home": "unknown", "log_group": models.external},
		"says": [$"undecided home-unknown: whether the log group is in the flow log's own region and account is not known before apply ({models.group_arn})"],
	},
	"a log group of which nobody knows which it is": {
		"flow_log": {"destination_home": "unknown", "log_group": models.unresolved},
		"says": [],
	},
	"a stream that a Kinesis stream feeds": {
		"flow_log": models.to_stream,
		"stream": {"feed": "kinesis"},
		"says": ["fail stream-source: the delivery stream takes its records from a Kinesis stream (arn:aws:firehose:eu-west-1:111122223333:deliverystream/records), where log delivery needs one with the source Direct PUT"],
	},
	"a stream that a topic feeds": {
		"flow_log": models.to_stream,
		"stream": {"feed": "msk"},
		"says": ["fail stream-source: the delivery stream takes its records from a topic of Amazon MSK (arn:aws:firehose:eu-west-1:111122223333:deliverystream/records), where log delivery needs one with the source Direct PUT"],
	},
	"a stream that nobody knows what feeds": {
		"flow_log": models.to_stream,
		"stream": {"feed": "unknown"},
		"says": ["undecided source-unknown: whether the delivery stream takes records by Direct PUT is not known before apply (arn:aws:firehose:eu-west-1:111122223333:deliverystream/records)"],
	},
	"a type that is not known": {
		"flow_log": {"destination_type": models.unknown},
		"says": ["undecided type-unknown: the destination type is not known before apply (${var.x})"],
	},
	"a type that is no text": {
		"flow_log": {"destination_type": models.wrong_type},
		"says": ["undecided wrong-type: the destination type is not a text ([])"],
	},
	"a destination that is not known": {
		"flow_log": {"destination_service": "unknown", "destination": models.unknown, "destination_home": "none"},
		"says": ["undecided destination-unknown: what the flow log writes to cannot be told before apply (${var.x})"],
	},
}

test_the_fix_names_the_type_that_fits if {
	model := models.model({"flow_logs": [models.flow_log(models.but(models.to_bucket, {"destination_type": models.absent, "bucket": models.external}))]})
	verdict := rule.verdict with input as model
	[finding.fix | some finding in verdict.findings] == [`set log_destination_type to "s3", or log_destination to the ARN of a log group`]
}
