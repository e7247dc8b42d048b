# METADATA
# title: The policy that would grant delivery is attached to nothing
# description: >-
#   A role without a policy may do nothing. Terraform is content, the flow log is made, and no record ever
#   arrives.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     unattached: a policy grants log delivery, and nothing attaches it to the role or an exclusive list takes it off
#     no-policy: the role has no permission policy at all
#     attachment-unknown: which role some policy or attachment is for cannot be told
#   help: >-
#     Attach the policy to the role with aws_iam_role_policy_attachment, or write it as aws_iam_role_policy of
#     the role.
#   breaks: policy
#   controls: []
package flowgate.rules.delivery_policy_unattached

import data.flowgate.iam.document
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(judged), findings) if input.version == 1

judged := [flow_log |
	some flow_log in input.flow_logs
	flow_log.role.state == "resolved"
	"yes" in {subject.to_cloudwatch(flow_log), subject.across_accounts(flow_log)}
]

findings := [finding |
	some flow_log in judged
	about := about_role(input.roles[flow_log.role.at], flow_log)
	finding := object.union(about, {"source": flow_log.source, "address": flow_log.address})
]

about_role(role, flow_log) := {
	"verdict": "undecided",
	"cause": "attachment-unknown",
	"related": array.concat(unplaced, subject.parties_of(flow_log)),
	"message": $"whether any policy is attached to the role cannot be told, because the role of {phrase.addresses(unplaced)} is not known",
	"fix": "refer to the role itself, or give its name",
} if {
	without_policy(role)
	unplaced := input.sources[role.source].unplaced_permissions
	count(unplaced) > 0
} else := {
	"verdict": "fail",
	"cause": "unattached",
	"related": array.flatten([lists, policies, subject.parties_of(flow_log)]),
	"message": $"{by} lists the only policies of role {role.address} without {left_out}, and so takes it off: the role may not write records",
	"fix": $"name {left_out} in {by}",
} if {
	detached := [permission | some permission in role.permissions; count(permission.detached_by) > 0]
	count(detached) > 0
	policies := policies_of(detached)
	left_out := phrase.addresses(policies)
	lists := [{"source": source, "address": address} |
		some [source, address] in sort({[list.source, list.address] |
			some permission in detached
			some list in permission.detached_by
		})
	]
	by := phrase.addresses(lists)
} else := {
	"verdict": "fail",
	"cause": "unattached",
	"related": array.concat(adopted, subject.parties_of(flow_log)),
	"message": $"{phrase.addresses(adopted)} grants log delivery and is attached to nothing, so role {role.address} may not write records",
	"fix": $"attach {phrase.addresses(adopted)} to {role.address} with aws_iam_role_policy_attachment",
} if {
	adopted := policies_of([permission | some permission in role.permissions; permission.adopted])
	count(adopted) > 0
} else := document.with_permission(
	{
		"verdict": "fail",
		"cause": "no-policy",
		"related": array.concat(subject.parties_of(flow_log), loose),
		"message": $"role {role.address} has no permission policy, so it may not write records",
		"fix": $"give {role.address} an aws_iam_role_policy that allows {needed(flow_log)}",
	},
	{flow_log.log_group_arn},
) if {
	without_policy(role)
}

needed(flow_log) := "writing to the log group" if {
	subject.to_cloudwatch(flow_log) == "yes"
} else := "sts:AssumeRole on the role of the destination's account"

policies_of(permissions) := [subject.ref(input.policies[permission.policy]) | some permission in permissions]

without_policy(role) if {
	count(role.foreign_policies) == 0
	every permission in role.permissions { permission.adopted }
}

loose := [subject.ref(input.policies[at]) | some at in input.loose_policies]
