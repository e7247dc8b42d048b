# METADATA
# title: why an action is not granted
# description: |
#   What the statements that name a needed action have wrong: `other`, `excepted` (the own group, by NotResource),
#   `malformed`, `narrow` (not all streams) or `condition`.
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.fault

import data.flowgate.iam.condition
import data.flowgate.iam.grant

# METADATA
# description: the actions that delivery needs and no policy of the role allows
lacking(flow_log) := [action | some action in grant.needed; grant.covered(flow_log, action) == "no"]

# METADATA
# description: the actions that delivery needs and the permissions boundary of the role leaves out
bounded_out(flow_log) := [action | some action in grant.needed; grant.within_boundary(flow_log, action) == "no"]

# METADATA
# description: the faults that keep these actions from being granted, with action and position of the policy
counted(flow_log, actions) := _in_place_of_own([fault |
	some action in actions
	some fault in _faults(flow_log, action)
])

_faults(flow_log, action) := [object.union(fault, {"action": action, "policy": permission.policy}) |
	some at, permission in input.roles[flow_log.role.at].permissions
	policy := input.policies[permission.policy]
	some index, statement in input.documents[policy.document].statements
	statement.effect == "Allow"
	action in statement.covers
	coverage := flow_log.permissions[at].coverage
	some fault in _of_statement(coverage, index, object.union(statement, policy.resources[index]), action)
]

_of_statement(coverage, index, statement, action) := [{"kind": "condition", "text": each.given} |
	some each in statement.conditions
	condition.of_one(each, "permission") == "no"
] if {
	grant.reaches(coverage, index, statement, action) == "yes"
} else := array.concat(
	[{"kind": _kind(resource), "text": statement.resources[position]} |
		some position, resource in input.coverages[coverage].statements[index].resources
	],
	[{"kind": "excepted", "text": statement.not_resources[position]} |
		some position, resource in input.coverages[coverage].statements[index].not_resources
		grant.reach(resource, "Deny", action) != "no"
	],
)

_kind(resource) := object.get({"malformed": "malformed", "other": "other"}, resource.reach, "narrow")

# Another group beside the own one is no reason why nothing arrives: privilege-wildcard-resource speaks of it.
_in_place_of_own(faults) := [fault | some fault in faults; fault.kind != "other"] if {
	some fault in faults
	fault.kind in {"narrow", "condition", "excepted"}
} else := faults
