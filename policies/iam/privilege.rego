# METADATA
# title: the permission policies of delivery roles
# description: Each policy that hangs on a role which flow logs use, or is judged as if it did, and findings about it.
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.privilege

import data.flowgate.iam.document
import data.flowgate.phrase
import data.flowgate.plan_source
import data.flowgate.subject

# METADATA
# description: policy by policy, for those whose document is among the given ones, with the role that they hang on
reviews(documents) := [review |
	count(documents) > 0
	some role in subject.roles
	some permission in role.permissions
	policy := input.policies[permission.policy]
	documents[policy.document]
	review := {"role": role, "permission": permission, "policy": policy}
]

# METADATA
# scope: document
# description: does an action contain a wildcard
wild(action) if contains(action, "*")

wild(action) if contains(action, "?")

# METADATA
# description: the statements of a reviewed policy that allow, with their position
allowing(review) := [{"index": index, "statement": statement} |
	some index, statement in input.documents[review.policy.document].statements
	statement.effect == "Allow"
]

# METADATA
# description: the actions that a reviewed policy allows by name
actions(review) := {action |
	some statement in input.documents[review.policy.document].statements
	statement.effect == "Allow"
	some action in statement.actions
}

# METADATA
# description: some of them, as their author spells them
spelled(review, actions) := sort({given |
	some statement in input.documents[review.policy.document].statements
	statement.effect == "Allow"
	some at, action in statement.actions
	action in actions
	given := statement.actions_given[at]
})

# METADATA
# description: |
#   what a role may do for delivery to Firehose of another account, and the role that it takes on there
forwarding := {
	"iam:passrole", "logs:createlogdelivery", "logs:deletelogdelivery", "logs:getlogdelivery",
	"logs:listlogdeliveries", "logs:updatelogdelivery", "sts:assumerole",
}

# METADATA
# description: does the input hold a log group that the role's flow logs write to
owns_log_group(role) if {
	some at in role.flow_logs
	input.flow_logs[at].log_group.state == "resolved"
}

# METADATA
# description: a finding about a reviewed policy; undecided where whether the policy is there is not known
finding(review, about, uncertain_cause) := _complete(review, about) if {
	review.permission.certain
} else := _complete(review, object.union(about, {
	"verdict": "undecided",
	"cause": uncertain_cause,
	"message": $"{about.message}, if it is there at all: that is not known before apply",
}))

_complete(review, about) := document.with_permission(
	object.union(about, {
		"source": review.role.source,
		"address": review.role.address,
		"related": array.concat([subject.ref(review.policy)], subject.flow_logs_of(review.role)),
	}),
	{input.flow_logs[at].log_group_arn | some at in review.role.flow_logs},
)

# METADATA
# description: policies on delivery roles that cannot be read
unread(cause) := [finding |
	count(_opaque) > 0
	some role in subject.roles
	some permission in role.permissions
	policy := input.policies[permission.policy]
	policy.state == "opaque"
	finding := {
		"verdict": "undecided",
		"cause": cause,
		"source": role.source,
		"address": role.address,
		"related": array.concat([subject.ref(policy)], subject.flow_logs_of(role)),
		"message": $"what {policy.address} allows the role cannot be read: {policy.detail}",
		"fix": plan_source.readable([policy]),
	}
]

# METADATA
# description: policies on delivery roles with an action or resource that is not known
unknown(element, cause) := [answer |
	some review in reviews(_with_unknown(element))
	some each in array.slice([each | some each in allowing(review); element in each.statement.unknown], 0, 1)
	answer := finding(
		review,
		{
			"verdict": "undecided",
			"cause": cause,
			"message": $"{review.policy.address} allows the role {_one[element]} that is not known before apply{phrase.named(each.statement.sid)}",
			"fix": $"write each {element} literally, or refer to a resource of this input",
		},
		cause,
	)
]

_one := {"action": "an action", "resource": "a resource"}

_with_unknown(element) := {at |
	some at, document in input.documents
	some statement in document.statements
	some unknown in statement.unknown
	unknown == element
	statement.effect == "Allow"
}

_opaque := {at | some at, policy in input.policies; policy.state == "opaque"}
