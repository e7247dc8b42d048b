# METADATA
# title: The service can bring a destroyed log group back
# description: >-
#   Records are still on their way when a stack is destroyed. With logs:CreateLogGroup the service makes the
#   group again, without retention and key, and the next deployment fails because it exists.
# related_resources:
#   - ref: https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/435
#   - ref: https://github.com/hashicorp/terraform/issues/14750
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     create-log-group: logs:CreateLogGroup although the input holds the log group
#     action-unknown: an action is not known before apply
#     policy-unread: a policy of the role cannot be read
#     not-certain: whether the policy is there is not known
#   help: >-
#     Remove logs:CreateLogGroup: Terraform makes the group.
#   controls: []
package flowgate.rules.privilege_create_log_group

import data.flowgate.evidence
import data.flowgate.iam.privilege
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.flatten([
	[finding |
		some review in privilege.reviews(suspects)
		spelled := privilege.spelled(review, {"logs:createloggroup"})[0]
		privilege.owns_log_group(review.role)
		finding := privilege.finding(
			review,
			{
				"verdict": "fail",
				"cause": "create-log-group",
				"message": $"{review.policy.address} lets the service make the log group again after it was destroyed, without retention",
				"fix": $"remove logs:CreateLogGroup from {review.policy.address}",
				"evidence": evidence.whole(spelled),
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
	"logs:createloggroup" in statement.actions
}
