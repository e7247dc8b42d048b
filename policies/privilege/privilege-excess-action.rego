# METADATA
# title: The role may do more than deliver
# description: >-
#   Whoever gets hold of the role, or of the service, can do all that it allows. Delivery to CloudWatch Logs
#   needs four actions at most.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
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
		excess := sort({phrase.action_name(action) |
			some action in privilege.actions(review)
			not action in needed
			not reported_elsewhere(action, review.role)
		})
		count(excess) > 0
		finding := privilege.finding(
			review,
			{
				"verdict": "fail",
				"cause": "excess",
				"message": $"{review.policy.address} allows the role {phrase.quoted(excess)}, which delivery does not need",
				"fix": $"remove {phrase.quoted(excess)} from {review.policy.address}",
				"evidence": evidence.whole(excess[0]),
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
	not needed[action]
}

needed := {"logs:createlogstream", "logs:putlogevents", "logs:describelogstreams", "logs:describeloggroups"}

# privilege-wildcard-action
reported_elsewhere(action, _) if privilege.wild(action)

# privilege-create-log-group
reported_elsewhere("logs:createloggroup", role) if privilege.owns_log_group(role)
