# METADATA
# title: The role may do more than deliver
# description: >-
#   Whoever gets hold of the role, or of the service, can do all that it allows. Delivery to CloudWatch Logs
#   needs four actions at most; delivery to Firehose of another account needs log deliveries and the role there.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/firehose-cross-account-delivery.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     excess: an action that delivery does not need
#     action-unknown: an action is not known before apply
#     policy-unread: a policy of the role cannot be read
#     not-certain: whether the policy is there is not known
#   help: >-
#     Remove every action other than logs:CreateLogStream, logs:PutLogEvents, logs:DescribeLogStreams and
#     logs:DescribeLogGroups.
#   controls: []
package flowgate.rules.privilege_excess_action

import data.flowgate.evidence
import data.flowgate.iam.privilege
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.flatten([
	[finding |
		some review in privilege.reviews(suspects)
		excess := privilege.spelled(review, {action |
			some action in privilege.actions(review)
			not needed(action, review)
			not reported_elsewhere(action, review.role)
		})
		first := excess[0]
		finding := privilege.finding(
			review,
			{
				"verdict": "fail",
				"cause": "excess",
				"message": $"{review.policy.address} allows the role {phrase.quoted(excess)}, which delivery does not need",
				"fix": $"remove {phrase.quoted(excess)} from {review.policy.address}",
				"evidence": evidence.whole(first),
			},
			"not-certain",
		)
	],
	privilege.unread("policy-unread"),
	privilege.unknown("action", "action-unknown"),
])

suspects := {at |
	some at, document in input.documents
	some statement in document.statements
	some action in statement.actions
	not writing[action]
} | {input.policies[permission.policy].document |
	some role in subject.roles
	subject.serves_streams(role)
	some permission in role.permissions
}

writing := {"logs:createlogstream", "logs:putlogevents", "logs:describelogstreams", "logs:describeloggroups"}

needed(action, review) if {
	writing[action]
	subject.serves_groups(review.role)
}

needed(action, review) if {
	privilege.forwarding[action]
	action != "sts:assumerole"
	subject.serves_streams(review.role)
}

needed("sts:assumerole", review) if {
	subject.serves_streams(review.role)
	every taken in roles_taken(review) { is_destination_role(taken, review.role) }
}

# What the role may take on.
roles_taken(review) := [text |
	some each in privilege.allowing(review)
	"sts:assumerole" in each.statement.actions
	written := review.policy.resources[each.index]
	some text in array.concat(written.resources, ["*" | count(written.not_resources) > 0])
]

is_destination_role(text, role) if {
	some at in role.flow_logs
	text == input.flow_logs[at].cross_account_role.given
}

is_destination_role(text, role) if {
	some at in role.flow_logs
	link := input.flow_logs[at].cross_account_role.at
	text == concat("", ["${", input.roles[link].address, ".arn}"])
}

# The same ARN, written otherwise.
is_destination_role(text, role) if {
	not privilege.wild(text)
	some at in role.flow_logs
	endswith(text, $"/{input.flow_logs[at].cross_account_role_name.value}")
}

# The flow log does not say which role it is: delivery-role-missing tells.
is_destination_role(text, role) if {
	contains(text, ":role/AWSLogDeliveryFirehoseCrossAccountRole")
	some at in role.flow_logs
	input.flow_logs[at].cross_account_role_name.state != "known"
}

# privilege-wildcard-action
reported_elsewhere(action, _) if privilege.wild(action)

# privilege-create-log-group
reported_elsewhere("logs:createloggroup", role) if privilege.owns_log_group(role)

# privilege-pass-role
reported_elsewhere("iam:passrole", _)
