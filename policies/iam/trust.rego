# METADATA
# title: who may assume a delivery role
# description: What the statements of a trust document say about the flow-logs service and about others.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.trust

import data.flowgate.iam.document
import data.flowgate.iam.truth
import data.flowgate.subject

import future.keywords.not

# METADATA
# description: roles of flow logs whose trust document is not opaque
readable_roles := [role | some role in subject.roles; role.trust.state != "opaque"]

# METADATA
# description: |
#   What there is to judge: a trust document (-1 where none is given), and where the role's flow logs write to.
#   Fleets share one text, so that there are few.
cases := {case_of(role) | some role in readable_roles}

# METADATA
# description: the case of a role
case_of(role) := [role.trust.document, _destination(role)]

_destination(role) := concat("+", sort(served)) if {
	served := {_destination_of(input.flow_logs[at]) | some at in role.flow_logs} - {"unused"}
	count(served) > 0
} else := "unused"

_destination_of(flow_log) := "cloudwatch" if {
	subject.to_cloudwatch(flow_log) == "yes"
} else := "firehose" if {
	subject.across_accounts(flow_log) == "yes"
} else := "elsewhere" if {
	subject.to_cloudwatch(flow_log) == "unknown"
} else := "unused"

# METADATA
# description: the destinations of a case, each of which has a service of its own
destinations(case) := split(case[1], "+")

# METADATA
# description: statements of the trust document, by effect
statements(case, effect) := [statement |
	some statement in input.documents[case[0]].statements
	statement.effect == effect
]

# METADATA
# description: the service that the role has to trust
service(case) := "delivery.logs.amazonaws.com" if {
	case[1] == "firehose"
} else := "vpc-flow-logs.amazonaws.com"

# METADATA
# description: the services that the role has to trust, where its flow logs write to several destinations
services(case) := sort({service([case[0], destination]) | some destination in destinations(case)})

# METADATA
# description: what messages call that service
service_name(case) := "log-delivery service" if {
	case[1] == "firehose"
} else := "flow-logs service"

# METADATA
# description: is it the service that delivers to the destinations of the role's flow logs
right_service(principal, case) if {
	principal.kind == "service"
	some destination in destinations(case)
	principal.id in _services[destination]
}

_services := {
	"cloudwatch": {"vpc-flow-logs.amazonaws.com"},
	"firehose": {"delivery.logs.amazonaws.com"},
	"elsewhere": {"vpc-flow-logs.amazonaws.com", "delivery.logs.amazonaws.com"},
	"unused": {"vpc-flow-logs.amazonaws.com", "delivery.logs.amazonaws.com"},
}

# METADATA
# scope: document
# description: does anybody come in by this principal
anybody(principal) if principal.id == "*"

anybody(principal) if principal.kind == "*"

# METADATA
# description: does the statement name the right service or everybody (yes, no, unknown)
concerns(statement, case) := "yes" if {
	some principal in statement.principals
	right_service(principal, case)
} else := "yes" if {
	some principal in statement.principals
	anybody(principal)
} else := "no" if {
	some principal in statement.not_principals
	_excepts(principal, case)
} else := "yes" if {
	count(statement.not_principals) > 0
	not "principal" in statement.unknown
	every principal in statement.not_principals { principal.known }
} else := "unknown" if {
	count(statement.not_principals) > 0
} else := "unknown" if {
	some principal in statement.principals
	principal.known == false
} else := "unknown" if {
	"principal" in statement.unknown
} else := "no"

# A NotPrincipal of everybody excepts the service too.
_excepts(principal, case) if {
	principal.known
	right_service(principal, case)
}

_excepts(principal, _) if anybody(principal)

# METADATA
# description: does the statement cover sts:AssumeRole (yes, no, unknown)
assumes(statement) := "yes" if {
	"sts:assumerole" in statement.covers
} else := "unknown" if {
	"action" in statement.unknown
} else := "no"

# METADATA
# description: the statements that let the right service, by name, assume the role
letting_service_in(case) := [statement |
	some statement in statements(case, "Allow")
	some principal in array.slice([each | some each in statement.principals; right_service(each, case)], 0, 1)
	principal.known
	assumes(statement) == "yes"
]

# METADATA
# description: the statements that may let the right service in by a name or action that is not known
perhaps_letting_service_in(case) := [statement |
	some statement in statements(case, "Allow")
	truth.conjunction([_names_service(statement, case), assumes(statement)]) == "unknown"
]

_names_service(statement, case) := "yes" if {
	some principal in statement.principals
	right_service(principal, case)
} else := "unknown" if {
	may_be_service(statement)
} else := "no"

# METADATA
# scope: document
# description: does the statement name a service, or more principals, that are not known
may_be_service(statement) if {
	some principal in statement.principals
	principal.known == false
	principal.kind == "service"
}

may_be_service(statement) if "principal" in statement.unknown

# METADATA
# description: a finding about the trust of a role
finding(role, about) := document.with_trust(
	object.union(about, {
		"source": role.source,
		"address": role.address,
		"related": subject.flow_logs_of(role),
	}),
	role.own,
	services(case_of(role)),
)

# METADATA
# description: trust documents of flow-log roles that cannot be read
unread(cause) := [answer |
	some role in subject.roles
	role.trust.state == "opaque"
	answer := finding(role, {
		"verdict": "undecided",
		"cause": cause,
		"message": $"who may assume the role cannot be read: {role.trust.detail}",
		"fix": "write assume_role_policy as JSON or with aws_iam_policy_document",
	})
]

# METADATA
# description: findings by case, for each role that is one
of_cases(abouts) := [answer |
	count(abouts) > 0
	some role in readable_roles
	about := abouts[case_of(role)]
	answer := finding(role, about)
]
