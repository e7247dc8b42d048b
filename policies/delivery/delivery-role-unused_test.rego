package flowgate.rules.delivery_role_unused_test

import data.flowgate.rules.delivery_role_unused as rule
import data.flowgate.testing as models

import future.keywords.not

test_delivery_role_unused[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log(case.flow_log)], "buckets": [], "delivery_streams": []})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

role := {"role": models.resolved}

there := {"cross_account_role": models.external}

cases := {
	"CloudWatch Logs takes a role": {"flow_log": {}, "says": []},
	"S3 without": {"flow_log": models.to_bucket, "says": []},
	"S3 with": {
		"flow_log": models.but(models.to_bucket, role),
		"says": ["fail role-for-bucket: the flow log writes to S3, which takes no role, and gives one (${x.arn})"],
	},
	"S3 with one that is not known": {
		"flow_log": models.but(models.to_bucket, {"role": models.unresolved}),
		"says": ["fail role-for-bucket: the flow log writes to S3, which takes no role, and gives one (${var.x})"],
	},
	"Firehose of the own account with": {
		"flow_log": models.but(models.to_stream, {"role": models.resolved, "destination_home": "own"}),
		"says": ["fail role-for-stream: the flow log writes to a delivery stream of its own account, which takes no role, and gives one (${x.arn})"],
	},
	"Firehose of the own account, in another region, with both": {
		"flow_log": models.but(models.across_accounts, {"destination_home": "other-region"}),
		"says": ["fail role-for-stream: the flow log writes to a delivery stream of its own account, which takes no role, and gives one (${x.arn})"],
	},
	"Firehose of another account takes both": {"flow_log": models.across_accounts, "says": []},
	"Firehose of nobody knows whose account takes both": {
		"flow_log": models.but(models.across_accounts, {"destination_home": "unknown"}),
		"says": [],
	},
	"the role of another account for CloudWatch Logs": {
		"flow_log": there,
		"says": ["fail cross-account-role: the flow log does not write to Firehose, which alone takes deliver_cross_account_role (arn:elsewhere)"],
	},
	"the role of another account for a stream without its type is destination-mismatch's": {
		"flow_log": models.but(models.to_stream, {"destination_type": models.absent, "cross_account_role": models.external}),
		"says": [],
	},
	"the role of another account for a stream of which only the type is known": {
		"flow_log": models.but(models.across_accounts, {"destination": models.unknown, "destination_service": "unknown"}),
		"says": [],
	},
	"a role for nobody knows what": {
		"flow_log": models.but(role, {"destination_type": models.unknown, "destination": models.unknown, "destination_service": "unknown"}),
		"says": ["undecided destination-unknown: the flow log gives a role, and whether what it writes to takes one is not known (${var.x})"],
	},
	"a role for a log group whose type is not known": {"flow_log": models.but(role, {"destination_type": models.unknown}), "says": []},
	"a role for what is said to be CloudWatch Logs": {
		"flow_log": models.but(role, {"destination": models.unknown, "destination_service": "unknown"}),
		"says": [],
	},
	"the role of another account for nobody knows what": {
		"flow_log": models.but(there, {"destination_type": models.unknown, "destination_service": "unknown"}),
		"says": ["undecided destination-unknown: the flow log gives deliver_cross_account_role, which Firehose alone takes, and whether it writes to Firehose is not known (${var.x})"],
	},
}
