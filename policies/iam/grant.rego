# METADATA
# title: what a role is allowed to do for a flow log
# description: |
#   Identity policies as AWS evaluates them, for the log-delivery actions on the flow log's own log group: a Deny
#   that applies wins, else one Allow that applies is needed, and what cannot be read may hold either.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.grant

import data.flowgate.iam.condition
import data.flowgate.iam.truth

import future.keywords.not

# METADATA
# description: what delivery to CloudWatch Logs needs
needed := ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"]

# METADATA
# description: |
#   May the role reach its own log group with this action: its policies have to allow it, and its permissions boundary
#   too, where it has one
allowed(flow_log, action) := truth.conjunction([within_boundary(flow_log, action), covered(flow_log, action)])

# METADATA
# description: does an Allow of the role's policies reach the own log group with this action
covered(flow_log, action) := truth.disjunction(array.concat(
	["unknown" | some _ in unread(flow_log)],
	[each.answer | some each in answers(flow_log, "Allow", action)],
))

# METADATA
# description: does the role have a permissions boundary, or may it
bounded(flow_log) if input.roles[flow_log.role.at].boundary_policy.state != "none"

# METADATA
# description: the position of the boundary's policy, where its document can be read
boundary(flow_log) := at if {
	at := input.roles[flow_log.role.at].boundary_policy.at
	input.policies[at].state == "readable"
}

# METADATA
# description: does an Allow of the permissions boundary reach the own log group with this action
within_boundary(flow_log, action) := "yes" if {
	not bounded(flow_log)
} else := truth.disjunction([each.answer |
	some each in _answers_of(boundary(flow_log), "yes", flow_log.boundary_coverage, "Allow", action)
]) if {
	boundary(flow_log)
} else := "unknown"

# METADATA
# description: does a Deny of the role's policies or boundary reach the own log group with this action
denied(flow_log, action) := truth.disjunction(array.concat(
	["unknown" | some _ in unread(flow_log)],
	[each.answer | some each in answers(flow_log, "Deny", action)],
))

# METADATA
# description: |
#   the same, statement by statement, with the position of the policy. Only to deny, a boundary counts as one of the
#   role's policies
answers(flow_log, effect, action) := [each |
	some hung in _hung(flow_log, effect)
	some each in _answers_of(hung.policy, hung.certainty, hung.coverage, effect, action)
]

_hung(flow_log, effect) := array.concat(
	[{
		"policy": permission.policy,
		"certainty": _certainty(permission),
		"coverage": flow_log.permissions[at].coverage,
	} |
		some at, permission in input.roles[flow_log.role.at].permissions
	],
	[{"policy": at, "certainty": "yes", "coverage": flow_log.boundary_coverage} |
		effect == "Deny"
		at := boundary(flow_log)
	],
)

_answers_of(at, certainty, coverage, effect, action) := [each |
	policy := input.policies[at]
	some index, statement in input.documents[policy.document].statements
	statement.effect == effect
	acts := _acts(statement, action)
	acts != "no"
	each := {"policy": at, "answer": truth.conjunction([
		acts,
		certainty,
		reaches(coverage, index, statement, action),
		condition.holds(statement, "permission"),
	])}
]

_certainty(permission) := "yes" if {
	permission.certain
	count(permission.contested_by) == 0
} else := "unknown"

# METADATA
# description: what may hold further statements about the role, and cannot be read
unread(flow_log) := array.flatten([
	[policy |
		some permission in role.permissions
		policy := input.policies[permission.policy]
		policy.state == "opaque"
	],
	role.foreign_policies,
	input.sources[role.source].unplaced_permissions,
]) if {
	role := input.roles[flow_log.role.at]
}

_acts(statement, action) := "yes" if {
	action in statement.covers
} else := "unknown" if {
	"action" in statement.unknown
} else := "no"

# METADATA
# scope: document
# description: do a statement's resources reach the log group with this action; every stream for Allow, any for Deny
default reaches(_, _, _, _) := "unknown"

reaches(coverage, index, statement, action) := truth.disjunction(array.flatten([
	[reach(resource, statement.effect, action) | some resource in covered.resources],
	[_outside(covered.not_resources, statement.effect, action) | count(covered.not_resources) > 0],
	["unknown" | some element in statement.unknown; element == "resource"],
])) if {
	covered := input.coverages[coverage].statements[index]
}

# METADATA
# description: does one resource of a statement reach the log group, or all of its streams, as the action needs it
reach(resource, effect, action) := _streams[effect][resource.streams] if {
	action in {"logs:createlogstream", "logs:putlogevents"}
} else := resource.group

_streams := {
	"Allow": {"every": "yes", "some": "no", "none": "no", "unknown": "unknown"},
	"Deny": {"every": "yes", "some": "yes", "none": "no", "unknown": "unknown"},
}

# What NotResource leaves: an Allow has to leave every stream in, a Deny must leave every stream out.
_outside(not_resources, effect, action) := truth.negation(truth.disjunction([answer |
	some resource in not_resources
	answer := reach(resource, {"Allow": "Deny", "Deny": "Allow"}[effect], action)
]))

# METADATA
# description: |
#   The usual answer, found without weighing: every policy of the role is readable, certain and free of Deny,
#   conditions and unknown elements, no boundary takes anything back, and all that is needed is granted.
plainly_allowed(flow_log) if {
	role := input.roles[flow_log.role.at]
	role.boundary_policy.state == "none"
	count(role.foreign_policies) == 0
	count(input.sources[role.source].unplaced_permissions) == 0
	every permission in role.permissions {
		_certainty(permission) == "yes"
		_plain_documents[input.policies[permission.policy].document]
	}
	some at, permission in role.permissions
	document := input.documents[input.policies[permission.policy].document]
	covered := input.coverages[flow_log.permissions[at].coverage].statements
	every action in needed {
		some index, statement in document.statements
		action in statement.covers
		some resource in covered[index].resources
		reach(resource, "Allow", action) == "yes"
	}
}

_plain_documents := {at |
	some at, document in input.documents
	every statement in document.statements {
		statement.effect == "Allow"
		count(statement.conditions) == 0
		count(statement.unknown) == 0
	}
}
