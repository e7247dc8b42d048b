# METADATA
# title: A flow log to CloudWatch Logs needs a role
# description: >-
#   The service writes to CloudWatch Logs with a role of yours. Without one AWS refuses the flow log, which
#   terraform validate does not tell.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     no-role: no iam_role_arn is given
#     destination-unknown: whether the flow log writes to CloudWatch Logs is not known
#   help: >-
#     Set iam_role_arn to a role that vpc-flow-logs.amazonaws.com may assume.
#   breaks: role
#   controls: []
package flowgate.rules.delivery_role_missing

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(judged), findings) if input.version == 1

judged := [flow_log | some flow_log in input.flow_logs; subject.to_cloudwatch(flow_log) != "no"]

findings := [finding |
	some flow_log in judged
	flow_log.role.state == "none"
	finding := object.union(about(flow_log), {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": subject.parties_of(flow_log),
		"fix": "set iam_role_arn to a role that may write to the log group",
	})
]

about(flow_log) := {
	"verdict": "fail",
	"cause": "no-role",
	"message": "the flow log writes to CloudWatch Logs and has no role to do it with",
} if {
	subject.to_cloudwatch(flow_log) == "yes"
} else := {
	"verdict": "undecided",
	"cause": "destination-unknown",
	"message": $"the flow log has no role, and whether it needs one cannot be told: its destination type is not known{phrase.given(flow_log.destination_type)}",
}
