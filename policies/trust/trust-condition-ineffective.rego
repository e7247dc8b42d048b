# METADATA
# title: A condition on the source that does not do its work
# description: >-
#   A condition that every request meets lets in whom it should keep out. One that your own requests do not meet
#   keeps the service out, and no record arrives.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     wildcard-literal: an operator that takes no wildcard is given one
#     other-service: the ARN is of another service than ec2
#     other-resource: the ARN is of another resource than a flow log
#     other-partition: the ARN is of another partition
#     other-account: another account is named
#     other-region: another region is named
#     wildcard-account: the account is a wildcard
#     everything: the pattern matches everything
#     malformed: the value is no ARN or account at all
#     optional: IfExists, ForAllValues, Null or a missing quantifier lets in requests without a fitting key
#     negated: only a negated operator, which lets all others in
#     denial-without-effect: the Deny that is to guard keeps nobody out
#     refuses-own: requests for your own flow logs do not meet it
#     one-flow-log: one exact flow log is named, and its id is not known before apply
#     condition-unknown: a value of the condition is not known before apply
#     trust-unread: the trust document cannot be read
#   help: >-
#     Use StringEquals aws:SourceAccount with your account and ArnLike aws:SourceArn with
#     arn:PARTITION:ec2:REGION:ACCOUNT:vpc-flow-log/*.
#   controls: []
package flowgate.rules.trust_condition_ineffective

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

abouts := {case: about |
	some case in trust.cases
	about := object.union(about_case(case), {"fix": fix})
}

fix := "use StringEquals on aws:SourceAccount and ArnLike on aws:SourceArn with your own account"

# The worst of a role: that it fails comes before that it may.
about_case(case) := undecided(
	"condition-unknown", by_arn,
	"AWS does not say which ARN the log-delivery service names",
) if {
	case[1] == "firehose"
	by_arn := [statement |
		some statement in trust.letting_service_in(case)
		some each in statement.conditions
		each.key == "aws:sourcearn"
	][0]
} else := refused if {
	refused := refusals(case)[0]
} else := open if {
	open := [opening(statement) |
		some statement in guarded(trust.letting_service_in(case))
		guard.restricts(statement) == "no"
		guard.denied_to_others(case) == "no"
	][0]
} else := failure("denial-without-effect", conditions(idle), "keeps nobody out") if {
	idle := idle_denials(case)
	count(idle) > 0
} else := unsure if {
	unsure := array.concat(unclear(case), unclear_denials(case))[0]
}

guarded(statements) := [statement | some statement in statements; count(guard.of_statement(statement)) > 0]

# No statement lets in what the guards of another refuse, or a Deny refuses it.
refusals(case) := [refusal(statement) |
	some statement in array.concat(refusing_allows(case), refusing_denials(case))
]

refusing_allows(case) := trust.letting_service_in(case) if {
	every statement in trust.letting_service_in(case) { guard.admits_own(statement) == "no" }
} else := []

refusing_denials(case) := [denial | some denial in guard.denials(case); guard.refuses_own(denial, case) == "yes"]

# Nothing but a Deny guards the case, and it does not.
idle_denials(case) := guard.denials(case) if {
	guard.denied_to_others(case) == "no"
	some statement in trust.letting_service_in(case)
	count(guard.of_statement(statement)) == 0
} else := []

# Whom no statement lets in has no role.
refusal(statement) := object.union(
	failure(flaw, given, "keeps your own flow logs out"),
	{"breaks": "trust"},
) if {
	some each in array.slice(refusing(statement), 0, 1)
	given := each.given
	flaw := array.concat(flaws(each), ["refuses-own"])[0]
}

refusing(statement) := [each |
	some each in guard.of_statement(statement)
	condition.of_one(each, "trust") == {"Allow": "no", "Deny": "yes"}[statement.effect]
]

opening(statement) := failure(array.concat(reasons, ["optional"])[0], conditions([statement]), "does not keep others out") if {
	reasons := array.flatten([
		["negated" | some each in guard.of_statement(statement); contains(each.operator, "not")],
		[flaw | some each in guard.of_statement(statement); some flaw in flaws(each)],
	])
}

flaws(each) := [value.flaw | some value in each.values; value.flaw != ""]

failure(cause, given, trouble) := {
	"verdict": "fail",
	"cause": cause,
	"message": $"the condition {given} of the trust policy {trouble}{because[cause]}",
}

because := {
	"wildcard-literal": ": the operator takes its * literally",
	"other-service": ": the ARN is of another service than ec2",
	"other-resource": ": the ARN is of another resource than a flow log",
	"other-partition": ": the ARN is of another partition",
	"other-account": ": it names another account",
	"other-region": ": it names another region",
	"wildcard-account": ": its account is a wildcard",
	"everything": ": its pattern matches everything",
	"malformed": ": its value is no ARN or account",
	"optional": ": a request without the key, or with several values, meets it too",
	"negated": ": it only excepts some",
	"denial-without-effect": "",
	"refuses-own": "",
}

unclear(case) := [doubt(statement) |
	some statement in array.concat(unclear_allows(case), unclear_openings(case))
]

unclear_allows(case) := guarded(letting) if {
	letting := trust.letting_service_in(case)
	truth.disjunction([guard.admits_own(statement) | some statement in letting]) == "unknown"
} else := []

unclear_openings(case) := [statement |
	guard.denied_to_others(case) != "yes"
	perhaps := guarded(trust.perhaps_letting_service_in(case))
	some statement in array.concat(guarded(trust.letting_service_in(case)), perhaps)
	guard.restricts(statement) != "yes"
]

unclear_denials(case) := [doubt(denial) |
	some denial in guard.denials(case)
	unclear_denial(denial, case)
]

unclear_denial(denial, case) if guard.refuses_own(denial, case) == "unknown"

# Where nothing but a Deny may keep others out.
unclear_denial(_, case) if {
	guard.denied_to_others(case) != "yes"
	some statement in array.concat(trust.letting_service_in(case), trust.perhaps_letting_service_in(case))
	count(guard.of_statement(statement)) == 0
}

doubt(statement) := undecided("one-flow-log", statement, "it names one flow log, whose id is not known before apply") if {
	some each in guard.of_statement(statement)
	some value in each.values
	value.own == "some"
} else := undecided("condition-unknown", statement, "a part of its statement is not known before apply")

undecided(cause, statement, reason) := {
	"verdict": "undecided",
	"cause": cause,
	"message": $"whether the condition {conditions([statement])} of the trust policy does its work cannot be told: {reason}",
}

conditions(statements) := phrase.list([each.given |
	some statement in statements
	some each in guard.of_statement(statement)
])
