# METADATA
# title: why a policy of a bucket or key does not let a service in
# description: |
#   The first thing that no Allow of the policy has: the service, the action, the resource, or a condition that the
#   service meets; before all of them an empty principal, for which AWS refuses the policy, and a Deny.
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.access_fault

import data.flowgate.evidence
import data.flowgate.iam.access
import data.flowgate.iam.condition
import data.flowgate.iam.principal
import data.flowgate.phrase

# METADATA
# description: |
#   why the policy refuses the request: `empty`, `denied`, `unnamed`, `inactive`, `unreached` or `unmet`, with what it says
#   instead. Undefined where it does not surely refuse it.
of_request(reading, request) := {"kind": "empty", "texts": []} if {
	access.is_refused(reading)
} else := {"kind": "denied", "texts": texts} if {
	access.denied(reading, request) == "yes"
	texts := [each.given |
		some deny in access.answers(reading, "Deny", request)
		deny.answer == "yes"
		some each in _statements(reading)[deny.index].conditions
	]
} else := _lack(reading, request) if {
	reading.document >= 0
	access.allowed(reading, request) == "no"
}

_lack(reading, request) := {"kind": "unnamed", "texts": texts} if {
	count(_naming(reading)) == 0
	texts := sort({each.id |
		some statement in _statements(reading)
		statement.effect == "Allow"
		some each in statement.principals
	})
} else := {"kind": "inactive", "texts": []} if {
	count(_acting(reading, request)) == 0
} else := {"kind": "unreached", "texts": texts} if {
	count(_reaching(reading, request)) == 0
	written := input.resource_policies[reading.policy].resources
	texts := [text |
		some index in _acting(reading, request)
		some text in array.concat(written[index].resources, written[index].not_resources)
	]
} else := {"kind": "unmet", "texts": [each.given |
	some index in _reaching(reading, request)
	some each in _statements(reading)[index].conditions
	condition.of_one(each, request.carries) == "no"
]}

_naming(reading) := [index |
	some index, statement in _statements(reading)
	statement.effect == "Allow"
	principal.concerns(statement) != "no"
]

_acting(reading, request) := [index |
	some index in _naming(reading)
	access.acts(_statements(reading)[index], request) != "no"
]

_reaching(reading, request) := [index |
	some index in _acting(reading, request)
	access.reaches(reading, index, request) != "no"
]

_statements(reading) := input.documents[reading.document].statements

# METADATA
# description: one clause that says what of a policy is not known, where it does not surely let the service in or refuse it
doubt(reading, requests) := $"{policy.address} cannot be read{_detail(policy)}" if {
	reading.document < 0
	policy := input.resource_policies[reading.policy]
} else := $"whether the service meets the condition {concat(" and ", conditions)} is not known" if {
	conditions := sort({each.given |
		some request in requests
		some statement in _statements(reading)
		principal.concerns(statement) != "no"
		access.acts(statement, request) != "no"
		some each in statement.conditions
		condition.of_one(each, request.carries) == "unknown"
	})
	count(conditions) > 0
} else := $"whether {input.resource_policies[reading.policy].address} is the policy of this one is not known before apply" if {
	reading.certain == false
} else := $"what {input.resource_policies[reading.policy].address} names is not known before apply"

_detail(policy) := $": {policy.detail}" if {
	policy.detail != ""
} else := ""

# METADATA
# description: the actions of faults, as a list
actions_of(faults) := phrase.list(sort({fault.action | some fault in faults}))

# METADATA
# description: what policies say instead, as a list
texts_of(faults) := phrase.quoted(sort({text | some fault in faults; some text in fault.texts}))

# METADATA
# description: whom policies let in instead of the service
named_instead(faults) := texts_of(faults) if {
	some fault in faults
	count(fault.texts) > 0
} else := "nobody"

# METADATA
# description: what a finding shows of these faults, which are of one kind
evidence_of(kind, faults) := {"evidence": evidence.whole(first)} if {
	kind in {"denied", "unreached", "unmet"}
	first := sort({text | some fault in faults; some text in fault.texts})[0]
} else := {}

# METADATA
# description: what is said of policies that AWS refuses for an empty principal
emptiness(policies) := $"a statement of {policies} names no principal, or an empty one, which AWS refuses: the policy is never in force"

# METADATA
# description: what to do about it
filling(policies) := $"name a principal in every statement of {policies}, or take the statement out"
