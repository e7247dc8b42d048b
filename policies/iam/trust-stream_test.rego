package flowgate.iam.trust_stream_test

import data.flowgate.iam.trust as judged
import data.flowgate.testing as models

import future.keywords.not

# Which service a role is for whose flow log writes to Firehose.
streams := {
	"of another account": {"changes": {"role": models.resolved, "cross_account_role": models.external}, "is": "firehose"},
	"of the own account": {"changes": {"role": models.resolved, "destination_home": "own"}, "is": "unused"},
	"of another account, or not, by a type that is not known": {
		"changes": {
			"role": models.resolved, "destination_home": "other-account",
			"destination_type": models.unknown, "destination_service": "unknown",
		},
		"is": "elsewhere",
	},
	"of another account that lacks its second role": {"changes": {"role": models.resolved, "destination_home": "other-account"}, "is": "firehose"},
	"or somewhere else, which is not known": {
		"changes": {
			"role": models.resolved, "cross_account_role": models.external,
			"destination_type": models.unknown, "destination_service": "unknown",
		},
		"is": "elsewhere",
	},
}

test_the_role_of_a_stream[note] if {
	some note, case in streams
	model := models.model({"flow_logs": [models.flow_log(models.but(models.to_stream, case.changes))]})
	of_role := judged.case_of(models.role({})) with input as model
	of_role == [0, case.is]
}

test_a_role_for_a_log_group_and_a_stream_has_a_service_for_each if {
	model := models.model({"flow_logs": [models.flow_log(models.across_accounts), models.flow_log({})]})
	case := judged.case_of(models.role({"flow_logs": [0, 1]})) with input as model
	case == [0, "cloudwatch+firehose"]
	judged.services(case) == ["delivery.logs.amazonaws.com", "vpc-flow-logs.amazonaws.com"]
	judged.destinations(case) == ["cloudwatch", "firehose"]
}

test_firehose_is_the_log_delivery_services if {
	judged.service([0, "firehose"]) == "delivery.logs.amazonaws.com"
	judged.service([0, "cloudwatch"]) == "vpc-flow-logs.amazonaws.com"
	judged.service_name([0, "firehose"]) == "log-delivery service"
	not judged.right_service(models.service("vpc-flow-logs.amazonaws.com"), [0, "firehose"])
	judged.right_service(models.service("delivery.logs.amazonaws.com"), [0, "firehose"])
}

test_messages_call_each_service_by_its_own_name[destination] if {
	some destination, name in {"cloudwatch": "flow-logs service", "firehose": "log-delivery service", "unused": "flow-logs service"}
	judged.service_name([0, destination]) == name
}
