# METADATA
# title: The flow-logs service may not assume the role
# description: >-
#   The service that writes the records is vpc-flow-logs.amazonaws.com, and delivery.logs.amazonaws.com for Firehose
#   of another account. If the role does not trust it, no record arrives, and terraform validate does not tell.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/firehose-cross-account-delivery.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     other-principal: others are trusted, the service is not
#     empty-service: the service, or a principal beside it, has an empty name
#     empty-principal: a statement beside the one that names the service names no principal, which IAM refuses
#     missing-action: the service is named, sts:AssumeRole is not
#     explicit-deny: a Deny keeps the service out
#     condition-never-holds: a condition that the service's request never meets
#     nobody: the role trusts nobody
#     trust-unread: the trust document cannot be read
#     principal-unknown: a principal is not known before apply
#     condition-unknown: whether a condition holds cannot be told
#     destination-not-judged: which service the role is for is not known
#   help: >-
#     Allow the service vpc-flow-logs.amazonaws.com, or delivery.logs.amazonaws.com for Firehose of another account, the
#     action sts:AssumeRole.
#   breaks: trust
#   controls: []
package flowgate.rules.trust_service_missing

import data.flowgate.iam.condition
import data.flowgate.iam.guard
import data.flowgate.iam.principal
import data.flowgate.iam.trust
import data.flowgate.iam.truth
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

# A role that AWS refuses to take is delivery-role-unused's.
findings := array.flatten([
	trust.unread("trust-unread"),
	trust.of_cases(abouts("cloudwatch")),
	trust.of_cases(abouts("firehose")),
	trust.of_cases(abouts("elsewhere")),
])

# Flow logs that share a role may be of several destinations, each with a service of its own.
abouts(destination) := {case: about |
	some case in trust.cases
	destination in trust.destinations(case)
	about := about_case([case[0], destination])
}

about_case(case) := {
	"verdict": "undecided",
	"cause": "destination-not-judged",
	"message": "whether the role trusts the right service cannot be told: where its flow logs write to is not known before apply",
	"fix": "write log_destination_type and log_destination literally, or refer to resources of this input",
} if {
	case[1] == "elsewhere"
} else := {
	"verdict": "fail",
	"cause": "empty-service",
	"message": "the trust policy names a principal with an empty name, which IAM refuses: the role is not made",
	"fix": "take the empty name out of the principals of the trust policy",
} if {
	nameless(case)
	named(case) != "no"
} else := {
	"verdict": "fail",
	"cause": "empty-principal",
	"message": "a statement of the trust policy names no principal, which IAM refuses: the role is not made",
	"fix": "name a principal in every statement of the trust policy, or take the statement out",
} if {
	empty(case)
	named(case) != "no"
} else := failure(case, "explicit-deny", $"the trust policy denies the {name(case)} the role") if {
	kept_out(case) == "yes"
} else := absence(case) if {
	let_in(case) == "no"
} else := doubt(case, "principal-unknown", "a principal is not known before apply") if {
	named(case) == "unknown"
} else := doubt(case, "condition-unknown", "whether an action or a condition applies to it is not known") if {
	"unknown" in {let_in(case), kept_out(case)}
}

name(case) := trust.service_name(case)

named(case) := truth.disjunction([trust.concerns(each, case) | some each in trust.statements(case, "Allow")])

allowed(case) := truth.disjunction([truth.conjunction([trust.concerns(each, case), trust.assumes(each)]) |
	some each in trust.statements(case, "Allow")
])

# Conditions on account and source are trust-confused-deputy's and trust-condition-ineffective's.
let_in(case) := truth.disjunction([answers |
	some each in trust.statements(case, "Allow")
	answers := truth.conjunction(array.flatten([
		trust.concerns(each, case),
		trust.assumes(each),
		[condition.of_one(other, "trust") | some other in guard.other_conditions(each)],
		["unknown" | some element in each.unknown; element == "condition"],
	]))
])

kept_out(case) := truth.disjunction([answers |
	some each in trust.statements(case, "Deny")
	count(guard.of_statement(each)) == 0
	answers := truth.conjunction([
		trust.concerns(each, case),
		trust.assumes(each),
		condition.holds(each, "trust"),
	])
])

doubt(case, cause, reason) := {
	"verdict": "undecided",
	"cause": cause,
	"message": $"whether the {name(case)} may assume the role cannot be told: {reason}",
	"fix": "write principals, actions and conditions of the trust policy literally",
}

failure(case, cause, message) := {
	"verdict": "fail",
	"cause": cause,
	"message": message,
	"fix": $"allow the service {trust.service(case)} the action sts:AssumeRole in the trust policy",
}

# IAM refuses the whole document, whichever statement it stands in.
nameless(case) if {
	some statement in input.documents[case[0]].statements
	some each in array.concat(statement.principals, statement.not_principals)
	each.id == ""
}

empty(case) if {
	some statement in input.documents[case[0]].statements
	principal.is_empty(statement)
}

# Why nothing lets the service in.
absence(case) := failure(
	case,
	"condition-never-holds",
	$"the trust policy lets the {name(case)} in under a condition that its request never meets",
) if {
	allowed(case) == "yes"
} else := failure(
	case,
	"missing-action",
	$"the trust policy names the {name(case)} and does not allow it sts:AssumeRole",
) if {
	named(case) == "yes"
} else := failure(
	case,
	"empty-service",
	$"the trust policy names a service with an empty name, so the {name(case)} may not assume the role",
) if {
	"" in ids(case)
} else := failure(
	case,
	"other-principal",
	$"the role trusts {phrase.quoted(sort(ids(case)))} and not the {name(case)}",
) if {
	count(ids(case)) > 0
} else := failure(case, "other-principal", $"the role trusts everybody but the {name(case)} (NotPrincipal)") if {
	some statement in trust.statements(case, "Allow")
	count(statement.not_principals) > 0
} else := failure(case, "nobody", $"the role trusts nobody, so the {name(case)} may not assume it")

ids(case) := {each.id |
	some statement in trust.statements(case, "Allow")
	some each in statement.principals
}
