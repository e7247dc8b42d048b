# METADATA
# title: A role may be passed where it should not
# description: >-
#   Delivery needs no iam:PassRole, but for Firehose of another account, and there for one service and certain
#   resources only. Who makes flow logs passes the role once, and should be able to pass that one to that service alone:
#   iam:PassRole on any role, or to any service, is a way to the rights of every role.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/firehose-cross-account-delivery.html
#   - ref: https://github.com/aws/aws-cdk/issues/35729
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     on-delivery-role: a role that delivers to CloudWatch Logs may pass a role
#     unconditioned: a role that delivers to Firehose may pass a role without saying to which service and for what
#     any-role: a role that delivers to Firehose may pass others than itself
#     operator-any-role: who makes flow logs may pass any role
#     operator-any-service: who makes flow logs may pass roles to any service
#     operator-unknown: which role who makes flow logs may pass, or to which service, is known only after apply
#     action-unknown: an action is not known before apply
#     policy-unread: a policy of the role cannot be read
#     not-certain: whether the policy is there is not known
#   help: >-
#     Remove iam:PassRole from the delivery role. Let operators pass the delivery role by its ARN, under the condition
#     StringEquals iam:PassedToService vpc-flow-logs.amazonaws.com.
#   controls: []
package flowgate.rules.privilege_pass_role

import data.flowgate.evidence
import data.flowgate.iam.privilege
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles) + count(input.operators), findings) if input.version == 1

findings := array.flatten([
	[finding |
		some review in privilege.reviews(suspects)
		spelled := privilege.spelled(review, {"iam:passrole"})[0]
		some about in abouts(review)
		finding := privilege.finding(
			review,
			object.union(about, {
				"verdict": "fail",
				"evidence": evidence.whole(spelled),
			}),
			"not-certain",
		)
	],
	[finding |
		some operator in input.operators
		some about in operator_abouts(operator)
		finding := object.union(about, {
			"source": operator.source,
			"address": operator.address,
			"related": [],
		})
	],
	privilege.unread("policy-unread"),
	privilege.unknown("action", "action-unknown"),
])

suspects := {at |
	some at, document in input.documents
	some statement in document.statements
	"iam:passrole" in statement.actions
}

abouts(review) := [{
	"cause": "on-delivery-role",
	"message": $"{review.policy.address} lets the delivery role pass roles, which delivery does not need",
	"fix": $"remove iam:PassRole from {review.policy.address}",
}] if {
	not subject.serves_streams(review.role)
} else := array.concat(
	[about |
		count([each | some each in passing(review); not conditioned(each.statement)]) > 0
		about := {
			"cause": "unconditioned",
			"message": $"{review.policy.address} lets the delivery role be passed without saying to which service and for which resources",
			"fix": $"add StringEquals iam:PassedToService delivery.logs.amazonaws.com and StringLike iam:AssociatedResourceARN, with the ARNs of what is watched, to iam:PassRole in {review.policy.address}",
		}
	],
	[about |
		others := sort({text |
			some each in passing(review)
			written := review.policy.resources[each.index]
			some text in array.concat(written.resources, ["*" | count(written.not_resources) > 0])
			not is_role_itself(text, review.role)
		})
		count(others) > 0
		about := {
			"cause": "any-role",
			"message": $"{review.policy.address} lets the delivery role pass {phrase.quoted(others)}, where it should pass itself alone",
			"fix": $"name the ARN of {review.role.address} alone for iam:PassRole in {review.policy.address}",
		}
	],
)

passing(review) := [each |
	some each in privilege.allowing(review)
	"iam:passrole" in each.statement.actions
]

# What restricts, and not merely excepts or lets pass what says nothing.
conditioned(statement) if {
	keys := {condition.key | some condition in statement.conditions; restricts(condition)}
	count({"iam:passedtoservice", "iam:associatedresourcearn"} - keys) == 0
}

restricts(condition) if {
	condition.operator in {"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"}
	condition.if_exists == false
	condition.quantifier != "forallvalues"
	every value in condition.values { value.text != "*" }
}

is_role_itself(text, role) if text == concat("", ["${", role.address, ".arn}"])

is_role_itself(text, role) if {
	not privilege.wild(text)
	endswith(text, $"/{role.name.value}")
}

is_role_itself(text, role) if endswith(text, concat("", ["/${", role.address, ".name}"]))

operator_abouts(operator) := array.flatten([
	[about |
		texts := array.flatten([pass.texts | some pass in operator.passes; pass.roles == "any"])
		count([pass | some pass in operator.passes; pass.roles == "any"]) > 0
		about := object.union(
			{
				"verdict": "fail",
				"cause": "operator-any-role",
				"message": $"{operator.address} lets whoever makes flow logs pass any role{phrase.named(phrase.quoted(texts))}",
				"fix": "name the ARN of the delivery role as the resource of iam:PassRole",
			},
			shown(texts),
		)
	],
	[about |
		count([pass | some pass in operator.passes; pass.service == "any"]) > 0
		about := {
			"verdict": "fail",
			"cause": "operator-any-service",
			"message": $"{operator.address} lets whoever makes flow logs pass roles to any service: no condition on iam:PassedToService",
			"fix": "add StringEquals iam:PassedToService vpc-flow-logs.amazonaws.com to iam:PassRole",
		}
	],
	[about |
		count([pass | some pass in operator.passes; "unknown" in {pass.roles, pass.service}]) > 0
		about := {
			"verdict": "undecided",
			"cause": "operator-unknown",
			"message": $"which role whoever makes flow logs may pass by {operator.address}, or to which service, is not known before apply",
			"fix": "write resource and condition of iam:PassRole literally, or refer to resources of this input",
		}
	],
])

shown(texts) := {"evidence": evidence.whole(first)} if {
	first := texts[0]
} else := {}
