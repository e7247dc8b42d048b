# METADATA
# title: A flow log lacks a role to deliver with
# description: >-
#   The service writes to CloudWatch Logs with a role of yours, and to Firehose of another account with two: one
#   here and one there. Without them AWS refuses the flow log, which terraform validate does not tell.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/firehose-cross-account-delivery.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     no-role: no iam_role_arn is given
#     one-of-two: Firehose of another account with one of its two roles
#     neither-of-two: Firehose of another account with neither of its roles
#     destination-role-name: the role of the destination's account has a name that AWS does not let deliver
#     destination-unknown: whether the flow log needs a role is not known
#     role-name-unknown: the name of the destination's role is known only after apply
#   help: >-
#     Set iam_role_arn to a role that vpc-flow-logs.amazonaws.com may assume; for Firehose of another account, to one
#     that delivery.logs.amazonaws.com may assume, and deliver_cross_account_role to the role there.
#   breaks: role
#   controls: []
package flowgate.rules.delivery_role_missing

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(judged), findings) if input.version == 1

judged := [flow_log | some flow_log in input.flow_logs; takes_role(flow_log)]

takes_role(flow_log) if subject.to_cloudwatch(flow_log) != "no"

takes_role(flow_log) if subject.to_stream(flow_log) == "yes"

findings := [finding |
	some flow_log in judged
	about := about_role(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": subject.parties_of(flow_log),
	})
]

about_role(flow_log) := about_stream(flow_log) if {
	subject.to_stream(flow_log) == "yes"
} else := {
	"verdict": "fail",
	"cause": "no-role",
	"message": "the flow log writes to CloudWatch Logs and has no role to do it with",
	"fix": "set iam_role_arn to a role that may write to the log group",
} if {
	flow_log.role.state == "none"
	subject.to_cloudwatch(flow_log) == "yes"
} else := {
	"verdict": "undecided",
	"cause": "destination-unknown",
	"message": $"the flow log has no role, and whether it needs one cannot be told: its destination type is not known{phrase.given(flow_log.destination_type)}",
	"fix": "set iam_role_arn to a role that may write to the log group",
} if {
	flow_log.role.state == "none"
	subject.to_cloudwatch(flow_log) == "unknown"
}

about_stream(flow_log) := {
	"verdict": "fail",
	"cause": "one-of-two",
	"message": "the flow log gives a role of the destination's account (deliver_cross_account_role) and none of its own, where Firehose of another account needs both",
	"fix": "set iam_role_arn to a role that delivery.logs.amazonaws.com may assume",
} if {
	flow_log.role.state == "none"
	flow_log.cross_account_role.state != "none"
} else := {
	"verdict": "fail",
	"cause": "one-of-two",
	"message": "the flow log gives a role of its own account and none of the destination's, where Firehose of another account needs both, and one of its own account neither",
	"fix": $"set deliver_cross_account_role to the role of the destination's account, whose name starts with {role_name}; for a delivery stream of its own account, remove iam_role_arn",
} if {
	flow_log.role.state != "none"
	flow_log.cross_account_role.state == "none"
	not flow_log.destination_home in {"own", "other-region"}
} else := {
	"verdict": "fail",
	"cause": "neither-of-two",
	"message": "the flow log writes to a delivery stream of another account and has neither of the two roles that this needs",
	"fix": $"set iam_role_arn to a role that delivery.logs.amazonaws.com may assume, and deliver_cross_account_role to the role of the destination's account, whose name starts with {role_name}",
} if {
	flow_log.role.state == "none"
	flow_log.destination_home == "other-account"
} else := {
	"verdict": "undecided",
	"cause": "destination-unknown",
	"message": $"the flow log has no role, and whether it needs two cannot be told: whether its delivery stream is in its own account is not known{phrase.given(flow_log.destination)}",
	"fix": "refer to the delivery stream itself in log_destination, or name your own account in allowed_account_ids of the provider",
} if {
	flow_log.role.state == "none"
	flow_log.destination_home == "unknown"
} else := {
	"verdict": "fail",
	"cause": "destination-role-name",
	"message": $"the role of the destination's account is called {phrase.quoted([flow_log.cross_account_role_name.value])}, where AWS takes only one whose name starts with {role_name}",
	"fix": $"name the role of the destination's account {role_name}, or let its name start so",
} if {
	not startswith(flow_log.cross_account_role_name.value, role_name)
	flow_log.cross_account_role_name.state == "known"
} else := {
	"verdict": "undecided",
	"cause": "role-name-unknown",
	"message": $"whether the name of the destination's role starts with {role_name}, as AWS wants it, is not known before apply{phrase.given(flow_log.cross_account_role_name)}",
	"fix": "give deliver_cross_account_role literally",
} if {
	flow_log.cross_account_role_name.state == "unknown"
}

role_name := "AWSLogDeliveryFirehoseCrossAccountRole"
