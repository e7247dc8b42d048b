# METADATA
# title: The flow-logs service may not assume the role
# description: >-
#   The service that writes the records is vpc-flow-logs.amazonaws.com. If the role does not trust it, no record
#   arrives, and terraform validate does not tell.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     other-principal: others are trusted, the service is not
#     empty-service: the service has an empty name
#     missing-action: the service is named, sts:AssumeRole is not
#     explicit-deny: a Deny keeps the service out
#     condition-never-holds: a condition that the service's request never meets
#     nobody: the role trusts nobody
#     trust-unread: the trust document cannot be read
#     principal-unknown: a principal is not known before apply
#     condition-unknown: whether a condition holds cannot be told
#     destination-not-judged: the role is for S3 or Firehose, or for what is not known
#   help: >-
#     Allow the service vpc-flow-logs.amazonaws.com the action sts:AssumeRole.
#   breaks: trust
#   controls: []
package flowgate.rules.trust_service_missing

import data.flowgate.iam.condition
import data.flowgate.iam.guard
import data.flowgate.iam.trust
import data.flowgate.iam.truth
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.concat(trust.unread("trust-unread"), trust.of_cases(abouts))

abouts := {case: about | some case in trust.cases; about := about_case(case)}

about_case(case) := {
	"verdict": "undecided",
	"cause": "destination-not-judged",
	"message": "whether the role trusts the right service cannot be told: only delivery to CloudWatch Logs is judged",
	"fix": "check the trust policy of the role by hand",
} if {
	case[1] == "elsewhere"
} else := failure("explicit-deny", "the trust policy denies the flow-logs service the role") if {
	kept_out(case) == "yes"
} else := absence(case) if {
	let_in(case) == "no"
} else := doubt("principal-unknown", "a principal is not known before apply") if {
	named(case) == "unknown"
} else := doubt("condition-unknown", "whether an action or a condition applies to it is not known") if {
	"unknown" in {let_in(case), kept_out(case)}
}

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

doubt(cause, reason) := {
	"verdict": "undecided",
	"cause": cause,
	"message": $"whether the flow-logs service may assume the role cannot be told: {reason}",
	"fix": "write principals, actions and conditions of the trust policy literally",
}

failure(cause, message) := {
	"verdict": "fail",
	"cause": cause,
	"message": message,
	"fix": $"allow the service {trust.service} the action sts:AssumeRole in the trust policy",
}

# Why nothing lets the service in.
absence(case) := failure(
	"condition-never-holds",
	"the trust policy lets the flow-logs service in under a condition that its request never meets",
) if {
	allowed(case) == "yes"
} else := failure("missing-action", "the trust policy names the flow-logs service and does not allow it sts:AssumeRole") if {
	named(case) == "yes"
} else := failure("empty-service", "the trust policy names a service with an empty name, so the flow-logs service may not assume the role") if {
	"" in ids(case)
} else := failure(
	"other-principal",
	$"the role trusts {phrase.quoted(sort(ids(case)))} and not the flow-logs service",
) if {
	count(ids(case)) > 0
} else := failure("other-principal", "the role trusts everybody but the flow-logs service (NotPrincipal)") if {
	some statement in trust.statements(case, "Allow")
	count(statement.not_principals) > 0
} else := failure("nobody", "the role trusts nobody, so the flow-logs service may not assume it")

ids(case) := {principal.id |
	some statement in trust.statements(case, "Allow")
	some principal in statement.principals
}
