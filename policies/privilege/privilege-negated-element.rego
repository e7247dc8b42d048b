# METADATA
# title: Everything but a few is not least privilege
# description: >-
#   NotAction and NotResource with Allow grant all that they do not name, now and in years to come.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     negated: NotAction or NotResource in a statement that allows
#     policy-unread: a policy of the role cannot be read
#     not-certain: whether the policy is there is not known
#   help: >-
#     Name what is allowed with Action and Resource.
#   controls: []
package flowgate.rules.privilege_negated_element

import data.flowgate.evidence
import data.flowgate.iam.privilege
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.concat(
	[finding |
		some review in privilege.reviews(suspects)
		elements := array.concat(
			["NotAction" | some each in privilege.allowing(review); count(each.statement.not_actions) > 0],
			["NotResource" | some each in privilege.allowing(review); count(review.policy.resources[each.index].not_resources) > 0],
		)
		first := elements[0]
		finding := privilege.finding(
			review,
			{
				"verdict": "fail",
				"cause": "negated",
				"message": $"{review.policy.address} allows the role everything but what {phrase.list(sort({element | some element in elements}))} names",
				"fix": $"say in {review.policy.address} with Action and Resource what is allowed",
				"evidence": evidence.whole(first),
			},
			"not-certain",
		)
	],
	privilege.unread("policy-unread"),
)

# Documents that except actions, and those of policies that except resources.
suspects := {at |
	some at, document in input.documents
	some statement in document.statements
	count(statement.not_actions) > 0
} | {policy.document |
	some policy in input.policies
	some written in policy.resources
	count(written.not_resources) > 0
}
