# METADATA
# title: The delivery role serves more than delivery
# description: >-
#   Another policy on the role, or another user of it, gives the flow-logs service rights that have nothing to
#   do with records, or gives somebody else the right to write them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     foreign-policy: a managed policy that the input does not hold is attached to the role
#     second-policy: a policy of the input is attached to the role and grants no delivery
#     other-user: something else in the input uses the role
#     policy-unknown: which policies are attached to the role cannot be told
#     policy-unread: a policy of the role cannot be read
#     not-certain: whether the policy is there is not known
#   help: >-
#     Give flow logs a role of their own with one policy.
#   controls: []
package flowgate.rules.privilege_extra_policy

import data.flowgate.iam.grant
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
		some role in subject.roles
		some about in about_role(role)
		finding := object.union(about, {
			"source": role.source,
			"address": role.address,
			"related": array.concat(about.related, subject.flow_logs_of(role)),
		})
	],
	[finding |
		some review in privilege.reviews(suspects)
		not review.permission.adopted
		not forwards(review)
		finding := privilege.finding(
			review,
			{
				"verdict": "fail",
				"cause": "second-policy",
				"message": $"{review.policy.address} is attached to the role and grants nothing that delivery needs",
				"fix": $"detach {review.policy.address} from {review.role.address}",
			},
			"not-certain",
		)
	],
	privilege.unread("policy-unread"),
])

about_role(role) := array.flatten([
	[about |
		foreign := [each | some each in role.foreign_policies; each.known]
		count(foreign) > 0
		about := {
			"verdict": "fail",
			"cause": "foreign-policy",
			"related": [subject.ref(each) | some each in foreign],
			"message": $"managed policies that the input does not hold are attached to the role: {phrase.quoted([each.given | some each in foreign])}",
			"fix": $"detach {phrase.quoted([each.given | some each in foreign])} from {role.address}",
		}
	],
	[about |
		unknown := array.concat(
			[each | some each in role.foreign_policies; not each.known],
			input.sources[role.source].unplaced_permissions,
		)
		count(unknown) > 0
		about := {
			"verdict": "undecided",
			"cause": "policy-unknown",
			"related": [subject.ref(each) | some each in unknown],
			"message": $"whether other policies are attached to the role cannot be told from {phrase.addresses(unknown)}",
			"fix": "refer to the role and the policy themselves, or give their names",
		}
	],
	[about |
		count(role.other_users) > 0
		about := {
			"verdict": "fail",
			"cause": "other-user",
			"related": role.other_users,
			"message": $"the delivery role is used by {phrase.addresses(role.other_users)} too",
			"fix": $"use another role in {phrase.addresses(role.other_users)}",
		}
	],
])

# Documents that allow something, and nothing of it is delivery.
suspects := {at |
	some at, document in input.documents
	allows(document)
	not serves_delivery(document)
}

allows(document) if {
	some statement in document.statements
	statement.effect == "Allow"
}

serves_delivery(document) if {
	some statement in document.statements
	statement.effect == "Allow"
	serves(statement)
}

serves(statement) if {
	some action in statement.covers
	action in grant.needed
}

serves(statement) if "action" in statement.unknown

serves(statement) if "logs:describeloggroups" in statement.actions

# What delivery to Firehose of another account needs is delivery too.
forwards(review) if {
	subject.serves_streams(review.role)
	some action in privilege.actions(review)
	privilege.forwarding[action]
}
