# METADATA
# title: S3 and Firehose in the same account take no role
# description: >-
#   The service writes to S3 and to Firehose in the same account by itself. AWS refuses a flow log that gives it
#   a role for that.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
#   - ref: https://github.com/hashicorp/terraform-provider-aws/issues/23521
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     role-for-bucket: a role is given for S3
#     role-for-stream: a role is given for Firehose in the same account
#     cross-account-role: a role of the destination's account is given for what is no Firehose
#     destination-unknown: whether the flow log takes a role is not known
#   help: >-
#     Remove iam_role_arn. Only Firehose of another account takes roles, and then two.
#   breaks: role
#   controls: []
package flowgate.rules.delivery_role_unused

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	some about in abouts(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": subject.parties_of(flow_log),
	})
]

abouts(flow_log) := array.concat(
	[about | flow_log.role.state != "none"; about := about_role(flow_log)],
	[about | flow_log.cross_account_role.state != "none"; about := about_cross_account_role(flow_log)],
)

about_role(flow_log) := {
	"verdict": "fail",
	"cause": "role-for-bucket",
	"message": $"the flow log writes to S3, which takes no role, and gives one{phrase.named(flow_log.role.given)}",
	"fix": "remove iam_role_arn",
} if {
	subject.to_bucket(flow_log) == "yes"
} else := {
	"verdict": "fail",
	"cause": "role-for-stream",
	"message": $"the flow log writes to a delivery stream of its own account, which takes no role, and gives one{phrase.named(flow_log.role.given)}",
	"fix": "remove iam_role_arn",
} if {
	own_stream(flow_log)
} else := {
	"verdict": "undecided",
	"cause": "destination-unknown",
	"message": $"the flow log gives a role, and whether what it writes to takes one is not known{phrase.given(flow_log.destination)}",
	"fix": "write log_destination_type and log_destination literally, or refer to resources of this input",
} if {
	subject.to_cloudwatch(flow_log) == "unknown"
	flow_log.destination_service == "unknown"
	flow_log.cross_account_role.state == "none"
}

# Whether a stream of another account has both of its roles is delivery-role-missing's.
own_stream(flow_log) if {
	subject.to_stream(flow_log) == "yes"
	flow_log.destination_home in {"own", "other-region"}
}

about_cross_account_role(flow_log) := {
	"verdict": "undecided",
	"cause": "destination-unknown",
	"message": $"the flow log gives deliver_cross_account_role, which Firehose alone takes, and whether it writes to Firehose is not known{phrase.given(flow_log.destination_type)}",
	"fix": "write log_destination_type and log_destination literally, or refer to resources of this input",
} if {
	subject.to_stream(flow_log) == "unknown"
} else := {
	"verdict": "fail",
	"cause": "cross-account-role",
	"message": $"the flow log does not write to Firehose, which alone takes deliver_cross_account_role{phrase.named(flow_log.cross_account_role.given)}",
	"fix": "remove deliver_cross_account_role",
} if {
	not may_be_stream(flow_log)
}

may_be_stream(flow_log) if subject.to_stream(flow_log) == "yes"

# destination-mismatch says that the two contradict each other.
may_be_stream(flow_log) if flow_log.destination_service == "firehose"
