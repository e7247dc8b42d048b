# METADATA
# title: why it cannot be told whether an action is granted
# description: Where the policies of a role leave delivery undecided, what of them is not known.
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.doubt

import data.flowgate.iam.condition
import data.flowgate.iam.grant
import data.flowgate.phrase

# METADATA
# description: one clause that names the policies of the role which the input does not show
unread(flow_log) := $"the input does not hold the managed policy {phrase.quoted(foreign)}" if {
	foreign := [each.given | some each in input.roles[flow_log.role.at].foreign_policies; each.known]
	count(foreign) > 0
} else := $"{phrase.addresses(grant.unread(flow_log))} cannot be read{_detail(grant.unread(flow_log))}"

_detail(policies) := concat("", [$": {policy.detail}" |
	count(policies) == 1
	some policy in policies
	object.get(policy, "detail", "") != ""
])

# METADATA
# description: one clause that says what of the policies is not known
reason(flow_log) := $"whether the service meets the condition {phrase.quoted(_conditions(flow_log))} is not known" if {
	count(_conditions(flow_log)) > 0
} else := $"AWS does not say whether {phrase.quoted(_streams(flow_log))} is enough for logs:DescribeLogStreams" if {
	count(_streams(flow_log)) > 0
} else := $"what {phrase.quoted(_resources(flow_log))} covers is not known before apply" if {
	count(_resources(flow_log)) > 0
} else := $"{phrase.list(contested)} have the same name, and the role keeps the one that is written last" if {
	contested := sort({policy.address | some policy in _contested(flow_log)})
	contested != []
	contested == _contesters(flow_log)
} else := $"{phrase.list(_contesters(flow_log))} may take {phrase.addresses(_contested(flow_log))} off the role" if {
	count(_contested(flow_log)) > 0
} else := $"whether {phrase.addresses(_policies(flow_log, false))} is attached to the role is not known before apply" if {
	count(_policies(flow_log, false)) > 0
} else := $"what {phrase.addresses(_policies(flow_log, true))} allows is not known before apply"

# METADATA
# description: what would settle it
remedy(flow_log) := "remove the condition, or compare what the service's session carries, such as aws:RequestedRegion" if {
	count(_conditions(flow_log)) > 0
} else := "name the ARN of the log group itself for logs:DescribeLogStreams" if {
	count(_streams(flow_log)) > 0
} else := "hang the policy on the role by one kind of resource alone, and give each policy of the role a name of its own" if {
	count(_resources(flow_log)) == 0
	count(_contested(flow_log)) > 0
} else := "name actions and resources literally or by reference to resources of this input, without a count that is not known"

_conditions(flow_log) := sort({each.given |
	some unsure in _unsure(flow_log)
	some each in unsure.statement.conditions
	condition.of_one(each, "permission") == "unknown"
})

_streams(flow_log) := sort({text |
	some unsure in _unsure(flow_log)
	unsure.action == "logs:describelogstreams"
	some position, text in unsure.written.resources
	unsure.covered.resources[position].group == "unknown"
	unsure.covered.resources[position].streams == "every"
})

_resources(flow_log) := sort({text |
	some unsure in _unsure(flow_log)
	some position, text in unsure.written.resources
	grant.reach(unsure.covered.resources[position], unsure.statement.effect, unsure.action) == "unknown"
})

# The statements on which a needed action hangs.
_unsure(flow_log) := [{"action": action, "statement": statement, "written": written, "covered": covered} |
	some action in grant.needed
	"unknown" in {grant.allowed(flow_log, action), grant.denied(flow_log, action)}
	some at, permission in input.roles[flow_log.role.at].permissions
	permission.certain
	count(permission.contested_by) == 0
	policy := input.policies[permission.policy]
	some index, statement in input.documents[policy.document].statements
	action in statement.covers
	written := policy.resources[index]
	covered := input.coverages[flow_log.permissions[at].coverage].statements[index]
]

# Policies that something else takes off the role, or writes over, and what does.
_contested(flow_log) := [input.policies[permission.policy] |
	some permission in input.roles[flow_log.role.at].permissions
	count(permission.contested_by) > 0
]

_contesters(flow_log) := sort({by.address |
	some permission in input.roles[flow_log.role.at].permissions
	some by in permission.contested_by
})

_policies(flow_log, certain) := [input.policies[permission.policy] |
	some permission in input.roles[flow_log.role.at].permissions
	permission.certain == certain
]
