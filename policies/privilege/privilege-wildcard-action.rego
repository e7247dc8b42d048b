# METADATA
# title: A wildcard allows actions that nobody has read
# description: >-
#   A glob in an action grants whatever matches it today and whatever AWS adds later, deleting the records
#   included.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     wildcard: an action contains a wildcard
#     action-unknown: an action is not known before apply
#     policy-unread: a policy of the role cannot be read
#     not-certain: whether the policy is there is not known
#   help: >-
#     Name the actions that delivery needs: logs:CreateLogStream, logs:PutLogEvents, logs:DescribeLogStreams and
#     logs:DescribeLogGroups.
#   controls: [
#     "CIS AWS v1.4.0 1.16", "CIS AWS v1.5.0 1.16", "CIS AWS v2.0.0 1.16", "CIS AWS v3.0.0 1.16",
#     "CIS AWS v4.0.1 1.16", "CIS AWS v5.0.0 1.15", "CIS AWS v6.0.0 2.15", "CIS AWS v7.0.0 2.14", "FSBP v1.0.0 IAM.1",
#     "HIPAA 45 CFR 164.308(a)(1)(ii)(B)", "HIPAA 45 CFR 164.308(a)(3)(i)", "HIPAA 45 CFR 164.308(a)(3)(ii)(B)",
#     "HIPAA 45 CFR 164.308(a)(4)(i)", "HIPAA 45 CFR 164.308(a)(4)(ii)(B)", "HIPAA 45 CFR 164.312(a)(1)",
#     "NIST 800-53 r5 AC-2(1)", "NIST 800-53 r5 AC-3", "NIST 800-53 r5 AC-3(7)", "NIST 800-53 r5 AC-5(b)",
#     "NIST 800-53 r5 AC-6", "NIST 800-53 r5 AC-6(2)", "NIST 800-53 r5 AC-6(3)", "NIST 800-53 r5 AC-6(10)",
#     "NIST 800-53 r5 SC-23(3)", "NIST 800-53 r5 SC-25",
#   ]
package flowgate.rules.privilege_wildcard_action

import data.flowgate.evidence
import data.flowgate.iam.privilege
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.flatten([
	[finding |
		some review in privilege.reviews(suspects)
		globs := privilege.spelled(review, {action | some action in privilege.actions(review); privilege.wild(action)})
		first := globs[0]
		finding := privilege.finding(
			review,
			{
				"verdict": "fail",
				"cause": "wildcard",
				"message": $"{review.policy.address} allows the role {phrase.quoted(globs)}, where each action has to be named",
				"fix": $"name the actions in {review.policy.address} that delivery needs, without a wildcard",
				"evidence": evidence.marked(first, "*"),
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
	privilege.wild(concat(" ", statement.actions))
}
