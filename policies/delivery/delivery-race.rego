# METADATA
# title: A flow log that is made before its role may write starts with errors
# description: >-
#   Terraform makes resources that do not depend on each other at the same time. A flow log that is there before the
#   policy of its role fails to deliver, and may have to be made again.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     no-dependency: the flow log does not depend on a policy or attachment that lets its role write
#     order-unknown: whether the flow log depends on it cannot be told
#     policy-unread: the policy cannot be read, so it may be one that lets the role write
#   help: >-
#     Add the policy and its attachment to depends_on of the flow log; FlowLogs does.
#   controls: []
package flowgate.rules.delivery_race

import data.flowgate.iam.grant
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(judged), findings) if input.version == 1

judged := [flow_log | some flow_log in subject.cloudwatch_flow_logs; flow_log.role.state == "resolved"]

findings := [finding |
	some flow_log in judged
	about := about_order(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": array.concat(about.related, subject.parties_of(flow_log)),
	})
]

about_order(flow_log) := {
	"verdict": "fail",
	"cause": "no-dependency",
	"related": missing,
	"message": $"the flow log does not wait for {phrase.addresses(missing)}, so it may be made before its role may write",
	"fix": $"add {phrase.addresses(missing)} to depends_on of the flow log",
} if {
	missing := awaited(flow_log, "not-after", "yes")
	count(missing) > 0
} else := {
	"verdict": "undecided",
	"cause": "policy-unread",
	"related": missing,
	"message": $"the flow log does not wait for {phrase.addresses(missing)}, and whether its role needs that to write cannot be read",
	"fix": $"add {phrase.addresses(missing)} to depends_on of the flow log",
} if {
	missing := awaited(flow_log, "not-after", "unknown")
	count(missing) > 0
} else := {
	"verdict": "undecided",
	"cause": "order-unknown",
	"related": unordered,
	"message": $"whether the flow log waits for {phrase.addresses(unordered)} cannot be told",
	"fix": $"add {phrase.addresses(unordered)} to depends_on of the flow log",
} if {
	unordered := array.concat(awaited(flow_log, "unknown", "yes"), awaited(flow_log, "unknown", "unknown"))
	count(unordered) > 0
}

# What the flow log should wait for: by what is known of the order, and of whether the policy lets the role write.
awaited(flow_log, order, granting) := [resource |
	some at, permission in flow_log.permissions
	permission.order == order
	policy := input.policies[input.roles[flow_log.role.at].permissions[at].policy]
	grants(policy) == granting
	some resource in named(permission.missing, policy)
]

named(missing, policy) := [subject.ref(policy)] if {
	count(missing) == 0
} else := missing

grants(policy) := "unknown" if {
	policy.state == "opaque"
} else := "yes" if {
	some statement in input.documents[policy.document].statements
	statement.effect == "Allow"
	some action in grant.needed
	action in statement.covers
} else := "unknown" if {
	some statement in input.documents[policy.document].statements
	statement.effect == "Allow"
	"action" in statement.unknown
}
