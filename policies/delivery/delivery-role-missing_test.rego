package flowgate.rules.delivery_role_missing_test

import data.flowgate.rules.delivery_role_missing as rule
import data.flowgate.testing as models

import future.keywords.not

test_delivery_role_missing[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_judged_is_what_may_need_a_role[destination] if {
	some destination, case in {
		"CloudWatch Logs": [{}, 1],
		"S3": [models.to_bucket, 0],
		"Firehose": [models.across_accounts, 1],
		"not known": [{"destination_type": models.unknown}, 1],
	}
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log(case[0])]})
	verdict.judged == case[1]
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
	"CloudWatch Logs of an account that is not known needs no second role": {
		"model": models.model({"flow_logs": [models.flow_log({"destination_home": "unknown"})]}),
		"says": [],
	},
	"an unknown destination with a role": {
		"model": models.model({"flow_logs": [models.flow_log({"destination_type": models.unknown})]}),
		"says": [],
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
	"a delivery stream of the own account needs none": {
		"model": models.model({"flow_logs": [models.flow_log(models.but(models.to_stream, {"destination_home": "own", "stream": models.external}))]}),
		"says": [],
	},
	"one of another account has both": {
		"model": models.model({"flow_logs": [models.flow_log(models.across_accounts)]}),
		"says": [],
	},
	"one of another account lacks the own": {
		"model": stream({"role": models.none}),
		"says": ["fail one-of-two: the flow log gives a role of the destination's account (deliver_cross_account_role) and none of its own, where Firehose of another account needs both"],
	},
	"one of another account lacks the destination's": {
		"model": stream({"cross_account_role": models.none, "cross_account_role_name": models.absent}),
		"says": ["fail one-of-two: the flow log gives a role of its own account and none of the destination's, where Firehose of another account needs both, and one of its own account neither"],
	},
	"one of nobody knows whose account lacks the destination's": {
		"model": stream({"cross_account_role": models.none, "cross_account_role_name": models.absent, "destination_home": "unknown"}),
		"says": ["fail one-of-two: the flow log gives a role of its own account and none of the destination's, where Firehose of another account needs both, and one of its own account neither"],
	},
	"one of another account lacks both": {
		"model": stream({"role": models.none, "cross_account_role": models.none, "cross_account_role_name": models.absent}),
		"says": ["fail neither-of-two: the flow log writes to a delivery stream of another account and has neither of the two roles that this needs"],
	},
	"one of nobody knows whose account has both": {
		"model": stream({"destination_home": "unknown"}),
		"says": [],
	},
	"one of nobody knows whose account lacks both": {
		"model": stream({"role": models.none, "cross_account_role": models.none, "cross_account_role_name": models.absent, "destination_home": "unknown"}),
		"says": ["undecided destination-unknown: the flow log has no role, and whether it needs two cannot be told: whether its delivery stream is in its own account is not known"],
	},
	"a role with its own account's stream is delivery-role-unused's": {
		"model": stream({"cross_account_role": models.none, "cross_account_role_name": models.absent, "destination_home": "own"}),
		"says": [],
	},
	"a role with a stream of the own account elsewhere is delivery-role-unused's": {
		"model": stream({"cross_account_role": models.none, "cross_account_role_name": models.absent, "destination_home": "other-region"}),
		"says": [],
	},
	"the destination's role has a name of its own": {
		"model": stream({"cross_account_role_name": models.known("deliver")}),
		"says": ["fail destination-role-name: the role of the destination's account is called \"deliver\", where AWS takes only one whose name starts with AWSLogDeliveryFirehoseCrossAccountRole"],
	},
	"the name of the destination's role may go on": {
		"model": stream({"cross_account_role_name": models.known("AWSLogDeliveryFirehoseCrossAccountRole-eu")}),
		"says": [],
	},
	"the name of the destination's role is not known": {
		"model": stream({"cross_account_role_name": models.unknown}),
		"says": ["undecided role-name-unknown: whether the name of the destination's role starts with AWSLogDeliveryFirehoseCrossAccountRole, as AWS wants it, is not known before apply (${var.x})"],
	},
}

# A flow log to a delivery stream of another account, with changes.
stream(changes) := models.model({"flow_logs": [models.flow_log(models.but(models.across_accounts, changes))]})
